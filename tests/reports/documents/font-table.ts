/**
 * Reads the fonts of the pictures and tells what `reports/documents/glyph-table.ts` has to contain.
 * Run by itself it writes that file, which is due when the font package changes:
 * `node tests/reports/documents/font-table.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** The advance width of each character of a font, in thousandths of its size (OpenType: tables cmap and hmtx). */
export function readWidths(weight: 'Regular' | 'Bold'): Map<number, number> {
  const font = readFileSync(join(root, `node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-${weight}.otf`))
  const tables = new Map<string, number>()
  for (let i = 0; i < font.readUInt16BE(4); i++)
    tables.set(font.toString('latin1', 12 + 16 * i, 16 + 16 * i), font.readUInt32BE(20 + 16 * i))
  const [cmap, hmtx] = [tables.get('cmap')!, tables.get('hmtx')!]
  const widths = new Map<number, number>()
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const start = cmap + font.readUInt32BE(cmap + 8 + 8 * i)
    // Format 12 holds all planes as groups of first, last and first glyph.
    if (font.readUInt16BE(start) !== 12) continue
    for (let group = 0; group < font.readUInt32BE(start + 12); group++) {
      const at = start + 16 + 12 * group
      const first = font.readUInt32BE(at)
      for (let code = first; code <= font.readUInt32BE(at + 4); code++)
        widths.set(code, font.readUInt16BE(hmtx + 4 * (font.readUInt32BE(at + 8) + code - first)))
    }
  }
  return widths
}

/** What the table has to say of both weights. */
export function readGlyphTable() {
  const [regular, bold] = [readWidths('Regular'), readWidths('Bold')]
  const codes = [...regular.keys()].filter(code => code >= 0x20 && bold.has(code)).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const code of codes) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  let previous = 0
  const glyphRanges = ranges.map(([first, last]) => {
    const written = `${(first - previous).toString(36)}${last > first ? `+${(last - first).toString(36)}` : ''}`
    previous = last
    return written
  })
  const ascii = Array.from({ length: 95 }, (_, i) => 0x20 + i)
  const widest = (code: number) => Math.max(regular.get(code)!, bold.get(code)!)
  return {
    glyphRanges: glyphRanges.join(' '),
    regularWidths: ascii.map(code => regular.get(code)!),
    boldWidths: ascii.map(code => bold.get(code)!),
    wideCharacters: Object.fromEntries(
      codes
        .filter(code => code > 0x7e && widest(code) > 1000)
        .map(code => [String.fromCodePoint(code), widest(code)]),
    ),
  }
}

if (import.meta.main) {
  const { glyphRanges, regularWidths, boldWidths, wideCharacters } = readGlyphTable()
  const path = join(root, 'reports/documents/glyph-table.ts')
  const lines = glyphRanges.match(/.{1,90}(?: |$)/g)!
  writeFileSync(
    path,
    `/*
 * Read from the fonts by tests/reports/documents/font-table.ts; not to be edited by hand. It stands here, as a layout
 * must not wait for 8 MB of font, and nothing in reports/ reads files.
 */

/** The characters that both weights draw: gap to the one before and, after +, how many follow it; base 36. */
export const glyphRanges = [
${lines.map(line => `  '${line.trim()}',`).join('\n')}
].join(' ')

/** Widths of the characters from blank to ~, in thousandths of the font's size. */
export const regularWidths = [${regularWidths.join(', ')}]
export const boldWidths = [${boldWidths.join(', ')}]

/** The characters that are wider than a Chinese one, and their widths. */
export const wideCharacters: Record<string, number> = ${JSON.stringify(wideCharacters)}
`,
  )
}
