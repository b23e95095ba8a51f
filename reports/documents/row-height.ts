/** Heights in points 磅: of a line of 10 pt text, of the space around it, and the most that a row may have. */
const lineHeight = 13.5
const padding = 4
const highest = 409

/**
 * The height of a worksheet row in points whose texts wrap within columns of these widths, in characters. Written into
 * the file, as not every program that shows a workbook fits the rows by itself.
 */
export function rowHeight(values: readonly (string | number)[], widths: readonly number[]): number {
  let lines = 1
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    // A number does not wrap.
    if (typeof value === 'string') lines = Math.max(lines, countLines(value, widths[i]!))
  }
  return Math.min(highest, lines * lineHeight + padding)
}

function countLines(text: string, width: number): number {
  // Most cells hold one short text.
  if (text.length * 2 <= width && !text.includes('\n')) return 1
  let lines = 0
  for (const paragraph of text.split('\n'))
    lines += Math.max(1, Math.ceil(displayWidth(paragraph) / (width - 1)))
  return lines
}

/** In characters of the standard font; all beyond Latin take two. */
function displayWidth(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x0250 ? 1 : 2
  return width
}
