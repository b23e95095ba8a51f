import { readNumeral } from '../text/numerals.ts'
import { itemNumber, itemNumbers, measure, stateNext } from './rectification-spelling.ts'

/** 1、2项 … ; 第3条隐患 … */
const subject = new RegExp(`^(?:其中)?(?:问题|隐患|序号)*(${itemNumbers})${measure}(?:问题|隐患)*`)
/** 问题1、2已整改; 3限期: without a measure word, before what is said of them. */
const briefSubject = new RegExp(
  `^(?:其中)?(?:问题|隐患|序号)*(${itemNumbers})(?!\\d)(?:问题|隐患)*(?=${stateNext})`,
)
/** 隐患1、隐患2已整改; 隐患3. */
const seriesSubject = new RegExp(`^((?:(?:问题|隐患)${itemNumber}[、和及与]?){1,20})(?=${stateNext}|$)`)
/** 前两项, 后3条, 最后一项. */
const edgeSubject = new RegExp(
  `^(?:其中)?(前|最?后|末)(\\d{1,3}|[一二两三四五六七八九十]{1,3})${measure}(?:问题|隐患)*`,
)
/** 前者, 后者 of two. */
const oneOfTwo = /^(前者|后者)/
/** 除第3项外 */
const exception = new RegExp(
  `^除(?:了|问题|隐患)?(${itemNumbers})(?:项|条|个|处|号)?(?:问题|隐患)*([^外]{0,40}?)(?:之外|以外|外)`,
)
/** 第3项除外, 3除外, 除第3项 at the end */
const exceptionAfter = new RegExp(
  `^(?:除(?:了|问题|隐患)?(${itemNumbers})(?:项|条|个|处|号)?(?:问题|隐患)*$|(?:问题|隐患)?(${itemNumbers})(?:项|条|个|处|号)?(?:问题|隐患)*除外)`,
)
/** 除职工未戴安全帽当场整改外 */
const exceptionDescribed = /^除([^外]{2,40})(?:之外|以外|外)/
const eachNumber = new RegExp(`([至到~—-]?)第?(${itemNumber})`, 'g')

/** The positions of the items in 1、2, 1至3, 第一和第三, from 0. */
function readPositions(text: string): number[] {
  const found: number[] = []
  for (const [, joint, word] of text.matchAll(eachNumber)) {
    const value = (readNumeral(word!) ?? 0) - 1
    const previous = found.at(-1)
    if (joint && previous !== undefined) {
      for (let next = previous + 1; next < value; next++) found.push(next)
    }
    found.push(value)
  }
  return found
}

/** 前2项 of 3 are the first two. */
const edgeOf = (edge: string, count: number, total: number): number[] =>
  Array.from({ length: total }, (_, index) => index).filter(index =>
    edge === '前' ? index < count : index >= total - count,
  )

/** The items that a clause names, as positions from 0; null where it names none. */
export function readSubject(clause: string, total: number): number[] | null {
  const either = oneOfTwo.exec(clause)?.[1]
  if (either) return [either === '前者' ? 0 : total - 1]
  const edge = edgeSubject.exec(clause)
  if (edge) return edgeOf(edge[1]!, readNumeral(edge[2]!) ?? 0, total)
  const found = subject.exec(clause) ?? briefSubject.exec(clause) ?? seriesSubject.exec(clause)
  return found && readPositions(found[1]!)
}

/** What a clause excepts: the items, what it says of them, and the rest of the clause. */
export interface Exception {
  /** Positions from 0; null where they are only described. */
  items: number[] | null
  said: string
  rest: string
  /** It stands behind what holds for the others: 均已整改，第3项除外. */
  after: boolean
}

/** Reads 除第3项外, 第3项除外, 除职工未戴安全帽当场整改外; null where nothing is excepted. */
export function readException(clause: string): Exception | null {
  const numbered = exception.exec(clause)
  if (numbered)
    return {
      items: readPositions(numbered[1]!),
      said: numbered[2]!,
      rest: clause.slice(numbered[0].length),
      after: false,
    }
  const behind = exceptionAfter.exec(clause)
  if (behind) return { items: readPositions(behind[1] ?? behind[2]!), said: '', rest: '', after: true }
  const described = exceptionDescribed.exec(clause)
  return (
    described && { items: null, said: described[1]!, rest: clause.slice(described[0].length), after: false }
  )
}

/** Whether a text begins by naming items, so that its numbers are no list of their own. */
export const namesItems = (text: string): boolean =>
  subject.test(text) || exception.test(text) || exceptionAfter.test(text)
