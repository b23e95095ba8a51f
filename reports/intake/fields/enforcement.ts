import type { Enforcement } from '../parsed-message.ts'
import { readCases } from './enforcement-cases.ts'
import { readDocuments } from './enforcement-documents.ts'
import { readFines } from './enforcement-fines.ts'
import { readProduction } from './enforcement-production.ts'

/** No more than this is a fine, in yuan: the rest are slips of the pen. */
const highestFine = 100_000_000

/** Looked at first: most texts tell of none of these. */
const mayTell = /[罚案停复恢书录令单证]/

/** A fine that another text states again is the same fine; two in one text are two. */
function addFines(fines: number[][]): number | null {
  const distinct = new Set(fines.flat())
  if (distinct.size === 0) return null
  const times = (yuan: number) => Math.max(...fines.map(text => text.filter(each => each === yuan).length))
  const sum = [...distinct].reduce((total, yuan) => total + yuan * times(yuan), 0)
  return sum > highestFine ? null : sum
}

/**
 * What the authority did and ordered 执法措施, from the texts of one inspection in their order. A labelled value comes
 * with its label before it (罚款金额：2万元), so that both forms read alike.
 */
export function readEnforcement(said: readonly string[]): Enforcement {
  const texts = said.filter(text => mayTell.test(text))
  const cases = texts.map(readCases).filter(count => count !== null)
  return {
    documents: [...new Set(texts.flatMap(readDocuments))],
    cases: cases.length === 0 ? null : Math.max(...cases),
    fine: addFines(texts.map(readFines)),
    production: texts.map(readProduction).findLast(order => order !== null) ?? null,
  }
}
