import { readHead } from './head.ts'
import { readRow } from './headless-table.ts'
import { type ReadTable, readTable } from './read-table.ts'
import { longestHeading, tellsInspections, widestTable } from './table.ts'

/** The least cells of a row in a pasted table: two are a label and its value. */
const fewestCells = 3
/** A cell that was broken into lines goes on over so many. */
const longestCell = 40
/** A row without a head: the six columns and what may stand beside them. */
const mostOfOne = 12

/**
 * Splits text as a spreadsheet puts it on the clipboard: cells by tabs, and in quotes those that hold a line break or
 * a quote, which is doubled there.
 */
function splitTabs(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null
    let end = quoted?.end ?? at
    if (!quoted) while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++
    rows.at(-1)!.push(quoted ? quoted.cell : text.slice(at, end))
    if (text[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

/** A quoted cell: it ends at a quote that is not doubled, and then a cell or row must end. */
function readQuoted(text: string, from: number): { cell: string; end: number } | null {
  let at = text.indexOf('"', from + 1)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  if (at === -1 || !(at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n')) return null
  return { cell: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 }
}

const lines = (split: (line: string) => string[]) => (text: string) => text.split('\n').map(split)

/** | a | b | as Markdown has it, or a|b; the rule below the head is no row. */
function splitPipes(line: string): string[] {
  if (line.includes('-') && /^[\s|:｜│+-]+$/.test(line)) return []
  const bare = line.trim()
  if (!/[|｜│]/.test(bare)) return [bare]
  return bare
    .replace(/^[|｜│]/, '')
    .replace(/[|｜│]$/, '')
    .split(/[|｜│]/)
    .map(cell => cell.replace(/<br ?\/?>/gi, '\n'))
}

/** How columns are parted, surest first. `even`: every row has as many cells as the head, or it is no table. */
const separators: { mark: RegExp; split(text: string): string[][]; even: boolean }[] = [
  { mark: /\t/, split: splitTabs, even: false },
  { mark: /[|｜│]/, split: lines(splitPipes), even: false },
  { mark: / {2}/, split: lines(line => line.trim().split(/ {2,}/)), even: true },
  { mark: /(?:[,，][^\n,，]*){3}/, split: lines(line => line.trim().split(/[,，]/)), even: true },
  { mark: /(?<! ) +[^\n ]+ +[^\n ]+ +[^\n ]/, split: lines(line => line.trim().split(/ +/)), even: true },
]

const isRow = (cells: string[]) => cells.length >= fewestCells

/** The row that all others are measured by: the head, else the first of six columns. */
function findModel(rows: string[][]): number {
  const head = rows
    .slice(0, longestHeading)
    .findIndex((cells, at) => isRow(cells) && readHead(rows, at, tellsInspections) !== null)
  return head !== -1 ? head : rows.findIndex(cells => cells.length >= 6)
}

/** A row that a line break within a cell has cut: lines are joined where they make up exactly one row. */
function joinBroken(rows: string[][], width: number): string[][] {
  const joined: string[][] = []
  for (let at = 0; at < rows.length; at++) {
    let row = rows[at]!
    let used = at
    while (row.length > 1 && row.length < width && used - at < longestCell && used + 1 < rows.length) {
      const next = rows[used + 1]!
      if (row.length + next.length - 1 > width || next.length === 0) break
      row = [...row.slice(0, -1), `${row.at(-1)}\n${next[0]}`, ...next.slice(1)]
      used++
    }
    const whole = used > at && row.length === width
    joined.push(whole ? row : rows[at]!)
    if (whole) at = used
  }
  return joined
}

/** All lines as one row without a head, broken within its cells; as they are where that is none. */
function joinOne(rows: string[][]): string[][] {
  const width = 1 + rows.reduce((sum, cells) => sum + Math.max(0, cells.length - 1), 0)
  if (width > mostOfOne) return rows
  const joined = joinBroken(rows, width)
  return joined.some(cells => cells.length === width && readRow(cells) !== null) ? joined : rows
}

/** Rows that all have as many cells as the head, or one without a head; what is above and below is text. */
function readEven(rows: string[][], model: number): string[][] | null {
  if (model === -1) return null
  const width = rows[model]!.length
  let end = model
  while (end < rows.length && rows[end]!.length === width) end++
  const before = rows.slice(0, model)
  const after = rows.slice(end)
  const isText = (cells: string[]) => cells.length < fewestCells
  if (!after.every(isText) || (end - model < 2 && readRow(rows[model]!) === null)) return null
  return [
    ...before.map(cells => [cells.join('  ')]),
    ...rows.slice(model, end),
    ...after.map(cells => [cells.join('  ')]),
  ]
}

/**
 * Reads a table that was pasted into a text, with the lines above and below it; null for a text that has none. Parted
 * by tabs as a spreadsheet pastes, by |, by wide spaces, commas or single spaces. Only what reads as a table of
 * inspections or of figures is taken for one: not a duty roster, not a list of contacts.
 */
export function readPastedTable(text: string): ReadTable | null {
  for (const { mark, split, even } of separators) {
    if (!mark.test(text)) continue
    const rows = split(text)
      .map(cells => cells.slice(0, widestTable).map(cell => cell.trim()))
      .filter(cells => cells.some(cell => cell !== ''))
    if (!rows.some(isRow)) continue
    const model = findModel(rows)
    const whole = () => (model === -1 ? joinOne(rows) : joinBroken(rows, rows[model]!.length))
    const table = even ? readEven(rows, model) : whole()
    const read = table && readTable(table)
    if (read) return read
  }
  return null
}
