/** The markup 标记 of a workbook's parts as the reader needs it; all that differs is mended as it flows by. */

/** A tag is not longer, in characters; text between two tags may be. */
const longestTag = 64_000

/** Pieces that end between tags, so that a pattern never meets half of one. */
async function* wholeTags(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const text = rest + piece
    const end = text.lastIndexOf('<')
    // An open tag waits for its end; one that has none is text to the parser, which says so.
    const cut = end === -1 || text.includes('>', end) || text.length - end > longestTag ? text.length : end
    if (cut > 0) yield text.slice(0, cut)
    rest = text.slice(cut)
  }
  if (rest !== '') yield rest
}

const root = /<([A-Za-z_][\w.-]*):(?:workbook|worksheet|sst|styleSheet|Relationships)[\s>/]/

/**
 * A part without the prefix of its own elements: some programs write `<x:row>` where others write `<row>`, and the
 * reader knows the latter only. Elements of other prefixes stay as they are.
 */
export async function* withoutPrefix(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let prefixed: RegExp | null | undefined
  for await (const piece of wholeTags(pieces)) {
    if (prefixed === undefined) {
      const prefix = root.exec(piece)?.[1]
      // A part begins with its declaration and comments; the root is not far.
      if (prefix !== undefined) prefixed = new RegExp(`<(/?)${prefix.replace(/[.]/g, '\\.')}:`, 'g')
      else if (/<[A-Za-z_]/.test(piece)) prefixed = null
    }
    yield prefixed ? piece.replace(prefixed, '<$1') : piece
  }
}

/** Relations of a sheet are named with any prefix that its writer declared: `d3p1:id` is `r:id`. */
export async function* withRelations(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of wholeTags(pieces)) {
    yield piece.replace(/<sheet\s[^>]*>/g, tag => tag.replace(/\s[\w.-]+:id=/, ' r:id='))
  }
}

const column = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

function letters(number: number): string {
  let name = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** Beyond these the reader would refuse or wait; a sheet has no more. */
const lastRow = 1_048_576
const lastColumn = 16_384

/** A sheet whose rows and cells all say where they are: a writer may leave that out, and they follow each other then. */
export async function* withReferences(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let row = 0
  let cell = 0
  for await (const piece of wholeTags(pieces)) {
    yield piece.replace(/<(row|c)(?=[\s/>])([^>]*)/g, (tag, name: string, attributes: string) => {
      const written = /\sr\s*=\s*["']([A-Z]{0,3})(\d{0,7})["']/.exec(attributes)
      if (name === 'row') {
        row = Math.min(written ? Number(written[2]) : row + 1, lastRow)
        cell = 0
        return written ? tag : `<row r="${row}"${attributes}`
      }
      cell = Math.min(written ? column(written[1]!) : cell + 1, lastColumn)
      return written ? tag : `<c r="${letters(cell)}${row}"${attributes}`
    })
  }
}
