import { type Context, refuse } from '../../command.ts'

/** 12-1, １２－１号; not the beginning of a date such as 2022-05-18. */
const number = String.raw`第?\d{1,9}\s*[-–—]\s*\d{1,4}(?!\d|\s*[-–—.]\s*\d|[.年月日])号?(?:隐患)?`
const leading = new RegExp(String.raw`^[\s、,;:和及]*(${number})`)
/** 12: the only hazard of report 12. */
const reportAlone = /^\s*(第?\d{1,9}号?)(?=[\s,;:、。]|$)/
const quoted = new RegExp(String.raw`(?<![\d.-])${number}`, 'g')
/** A clause begins with it. */
const begun = new RegExp(String.raw`(?<=^|[\s、,;:。(])${number}`, 'g')
/** What follows a number where more of them are meant: 12-1至12-3, 12-1、2. */
const unclear = /^\s*[、和及至到~–—-]\s*\d/

/** In half width, character by character: a position is the same in both. */
const narrow = (text: string) =>
  text.replace(/[！-～]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')

/** The hazard's number in front of a text, and what follows; null where there is none. */
export function readLeadingNumber(text: string): { number: string; rest: string } | null {
  const found = leading.exec(narrow(text)) ?? reportAlone.exec(narrow(text))
  return found === null ? null : { number: found[1]!, rest: afterMark(text.slice(found[0].length)) }
}

/**
 * The hazard's number in front of a text, and what follows. Where none is written, that of the message that is quoted
 * 引用, if it names just one.
 */
export function readNumber(
  text: string,
  { message }: Pick<Context, 'message'>,
  example: string,
): { number: string; rest: string } {
  const written = readLeadingNumber(text)
  if (written !== null) return written
  const [number, ...others] = new Set(narrow(message.quotedText ?? '').match(quoted))
  return number === undefined || others.length > 0
    ? refuse(`请写明隐患编号，例如：${example}`)
    : { number, rest: afterMark(text) }
}

/** The same for several numbers, one behind the other. Refuses spans. */
export function readNumbers(
  text: string,
  context: Pick<Context, 'message'>,
  example: string,
): { numbers: string[]; rest: string } {
  const first = readNumber(text, context, example)
  const numbers = [first.number]
  let { rest } = first
  for (let found = leading.exec(narrow(rest)); found !== null; found = leading.exec(narrow(rest))) {
    numbers.push(found[1]!)
    rest = rest.slice(found[0].length)
  }
  if (unclear.test(narrow(rest))) refuse(`请逐条写明隐患编号，以空格隔开，例如：${example}`)
  return { numbers: [...new Set(numbers)], rest: afterMark(rest) }
}

/** The numbers with which clauses of a text begin. */
export const numbersBegun = (text: string): string[] => narrow(text).match(begun) ?? []

/** Without the marks between a number and what is said; 、 stays, as another number may follow it. */
const afterMark = (text: string): string => text.replace(/^[\s：:，,。；;]+/, '').trimEnd()
