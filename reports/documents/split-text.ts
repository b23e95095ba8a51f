/** The shortest limit that leaves room for text beside the suffix line. */
const smallestLimit = 32

/**
 * Splits a text 分条 into pieces that a chat takes as one message each: every piece is shorter than `limit`
 * UTF-16 units, suffix included. Breaks at paragraph ends, within a longer paragraph at sentence ends, else
 * anywhere but inside a surrogate pair. Pieces of a split text end in a line like （1/3）; line breaks at the
 * cuts are dropped, nothing else. Throws RangeError when `limit` is below 32.
 */
export function splitText(text: string, limit = 1800): string[] {
  if (limit < smallestLimit) throw new RangeError(`limit must be at least ${smallestLimit}`)
  if (text.length < limit) return [text]
  // The suffix grows with the number of pieces, which is known only afterwards: try with one digit, two …
  for (let digits = 1; ; digits++) {
    const pieces = cut(text, limit - 1 - suffix('9'.repeat(digits), '9'.repeat(digits)).length)
    if (String(pieces.length).length <= digits)
      return pieces.map((piece, i) => piece + suffix(i + 1, pieces.length))
  }
}

const suffix = (number: number | string, count: number | string) => `\n（${number}/${count}）`

function cut(text: string, room: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > room) {
    const end = breakPoint(rest, room)
    pieces.push(trimBreaks(rest.slice(0, end)))
    rest = trimBreaks(rest.slice(end))
  }
  return [...pieces, trimBreaks(rest)].filter(piece => piece !== '')
}

const trimBreaks = (piece: string) => piece.replace(/^\n+|\n+$/g, '')

/** A line that ends in ： introduces the next one: the end of the paragraph before it, if there is one. */
function beforeHeadings(text: string, end: number): number {
  let at = end
  while (at > 0 && text[at - 1] === '：') at = text.lastIndexOf('\n', at - 1)
  return at > 0 ? at : end
}

/** Where to cut a text that is longer than `room`. */
function breakPoint(text: string, room: number): number {
  const paragraphEnd = beforeHeadings(text, text.lastIndexOf('\n', room))
  if (paragraphEnd > 0) return paragraphEnd
  const sentences = [...text.slice(0, room).matchAll(/[。！？；!?;]+[”’」』）)]*/g)]
  const sentence = sentences.at(-1)
  if (sentence) return sentence.index + sentence[0].length
  return /[\uD800-\uDBFF]/.test(text[room - 1]!) ? room - 1 : room
}
