import type { Table } from '../tables/table.ts'
import { type RosterSheet, rosterSheets, splitList, type Vocabulary } from './roster-sheets.ts'

/** Fault 差错 in a roster: where it stands, and in Chinese what is wrong. Faults are collected, never thrown. */
export interface Fault {
  sheet: string
  /** As the user counts rows; null where no row is concerned. */
  row: number | null
  column: string | null
  reason: string
}

/** One row of a roster sheet, which notes the faults that it meets. */
export interface RosterRow {
  text(column: string): string | null
  /** A name of at most 60 characters, none of them invisible. */
  label(column: string): string
  /** A label that no other row of the sheet has. */
  name(column: string): string
  /** Another row's name; one that is not `among` them is a fault, unless they could not be read: null. */
  reference(column: string, among: Set<string> | null): string | null
  /** A cell that has to hold one of the words; undefined with a fault otherwise. */
  word<T>(column: string, vocabulary: Vocabulary<T>): T | undefined
  /** A cell with one or more of the words, separated by 、; words that are unknown are left out with a fault. */
  words<T>(column: string, vocabulary: Vocabulary<T>): T[]
  fail(column: string, reason: string): void
}

const longest = 60
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** The rows of one roster sheet; null with faults where the sheet or one of its columns is missing. */
export function rosterRows(tables: Table[], key: RosterSheet, faults: Fault[]): RosterRow[] | null {
  const { sheet, columns } = rosterSheets[key]
  const table = tables.find(({ sheet: name }) => name === sheet)
  if (!table) {
    faults.push({ sheet, row: null, column: null, reason: '缺少此表' })
    return null
  }
  const missing = columns.filter(column => !table.header.includes(column))
  for (const column of missing) faults.push({ sheet, row: null, column, reason: '缺少此列' })
  if (missing.length > 0) return null
  const names = new Set<string>()
  return table.rows.map(({ row, cells }) => readRow(sheet, row, cells, names, faults))
}

function readRow(
  sheet: string,
  row: number,
  cells: Record<string, string>,
  names: Set<string>,
  faults: Fault[],
): RosterRow {
  const fail = (column: string, reason: string) => void faults.push({ sheet, row, column, reason })
  const text = (column: string) => cells[column]?.trim() || null
  const known = <T>(column: string, word: string, { words, read }: Vocabulary<T>) => {
    const value = read(word)
    if (value === undefined) fail(column, `不能识别“${shorten(word)}”，应为${words.join('、')}`)
    return value
  }
  const label = (column: string) => {
    const name = text(column) ?? ''
    if (name === '') fail(column, '不能为空')
    else if ([...name].length > longest) fail(column, `超过 ${longest} 个字符`)
    else if (invisible.test(name)) fail(column, '含有不可见的控制字符')
    return name
  }
  return {
    text,
    fail,
    label,
    name(column) {
      const name = label(column)
      if (name && names.has(name)) fail(column, `“${shorten(name)}”重复`)
      names.add(name)
      return name
    },
    reference(column, among) {
      const name = text(column)
      if (name && among && !among.has(name)) fail(column, `名册中没有“${shorten(name)}”`)
      return name
    },
    word(column, vocabulary) {
      const word = text(column)
      if (word) return known(column, word, vocabulary)
      fail(column, `不能为空，应为${vocabulary.words.join('、')}`)
    },
    words(column, vocabulary) {
      const words = splitList(text(column) ?? '')
      if (words.length === 0) fail(column, `不能为空，应为${vocabulary.words.join('、')}`)
      return [...new Set(words.map(word => known(column, word, vocabulary)))].filter(
        value => value !== undefined,
      )
    },
  }
}

/** A quotation that stays readable whatever stands in the cell. */
export const shorten = (text: string) => {
  const characters = [...text.replace(new RegExp(invisible, 'gu'), ' ')]
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : characters.join('')
}
