import { numbersOf } from '../summed-up.ts'
import type { ReportChange } from './verify-corrected.ts'

/** A change of a report that answered a verification. */
export type Change = Pick<ReportChange, 'verb' | 'number'>

/** How changes are kept as an answer 核实答复: 更正第1号；补报第2号, oldest first. */
export const writeChanges = (changes: Change[]): string =>
  changes.map(({ verb, number }) => `${verb}第${number}号`).join('；')

export const readChanges = (answer: string | null): Change[] =>
  [...(answer ?? '').matchAll(/(更正|撤销|恢复|补报)第(\d+)号/g)].map(([, verb, number]) => ({
    verb: verb as Change['verb'],
    number: Number(number),
  }))

/** The same in short: 更正第1—3号；补报第4号. */
export const sayChanges = (changes: Change[]): string =>
  [...Map.groupBy(changes, ({ verb }) => verb)]
    .map(([verb, ofVerb]) => verb + numbersOf(ofVerb.map(({ number }) => number)))
    .join('；')
