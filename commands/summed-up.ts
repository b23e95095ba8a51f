import type { Outcome } from './acknowledge.ts'
import { brief } from './understood.ts'

/** So many reports of one message are acknowledged one by one; more are summed up, and so many lines follow. */
export const shownLines = 10

/** Names shown of what was not taken; the rest is counted. */
const shownNames = 30

type Numbered = Extract<Outcome, { number: number }>
type Told = Extract<Outcome, { kind: 'accepted' | 'revised' }>

/** 第1—60号、第62号 of report numbers 编号. */
export function numbersOf(numbers: number[]): string {
  const runs: [first: number, last: number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && number <= run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([first, last]) => (first === last ? `第${first}号` : `第${first}—${last}号`)).join('、')
}

/**
 * The answer to a message of many reports: what was taken in one sum, then those that need an answer, as far as anybody
 * reads on, and of the others at least the numbers or names.
 */
export function sumUp(
  outcomes: Outcome[],
  describe: (outcome: Outcome) => string,
  needsAnswer: (outcome: Outcome) => boolean,
): string[] {
  // What was not taken comes first: nobody else knows of it.
  const asked = outcomes
    .filter(needsAnswer)
    .sort((a, b) => Number('number' in a && isTaken(a)) - Number('number' in b && isTaken(b)))
  return [...sums(outcomes), ...asked.slice(0, shownLines).map(describe), ...restOf(asked.slice(shownLines))]
}

function sums(outcomes: Outcome[]): string[] {
  const of = <K extends Outcome['kind']>(kind: K) =>
    outcomes.filter((outcome): outcome is Extract<Outcome, { kind: K }> => outcome.kind === kind)
  const numbered = (found: Numbered[], say: (numbers: string) => string) =>
    found.length === 0 ? [] : [say(numbersOf(found.map(({ number }) => number)))]
  const [accepted, revised, zero, pending, repeated] = [
    of('accepted'),
    of('revised'),
    of('zero'),
    of('pending'),
    of('repeated'),
  ]
  return [
    ...numbered(accepted, numbers => `已收${numbers}，${figures(accepted)}。`),
    ...numbered(revised, numbers => `${numbers}已更正，${figures(revised)}。`),
    ...numbered(zero, numbers => `已收${numbers}，零报告${zero.length}家。`),
    ...numbered(
      pending,
      numbers => `已留存${numbers}，共${pending.length}份。报送人未在本群登记，待值班员采信后计入。`,
    ),
    ...numbered(repeated, numbers => `${repeated.length}份与${numbers}相同，未重复计入。`),
  ]
}

/** 共60家，隐患120条，已整改60条; a report that names no enterprise is one. */
function figures(told: Told[]): string {
  const enterprises = new Set(
    told.map(({ number, unit, content }) => `${unit} ${content.enterprise ?? number}`),
  )
  const hazards = told.flatMap(({ content }) => content.hazards)
  const rectified = hazards.filter(hazard => hazard.rectified === true).length
  return `共${enterprises.size}家，隐患${hazards.length}条，已整改${rectified}条`
}

const isTaken = ({ kind }: Outcome): boolean =>
  kind === 'accepted' || kind === 'revised' || kind === 'pending' || kind === 'totals'

function nameOf(outcome: Outcome): string {
  const enterprise = 'enterprise' in outcome ? outcome.enterprise : null
  return enterprise ?? ('unit' in outcome ? outcome.unit : '受检单位未写明')
}

function restOf(rest: Outcome[]): string[] {
  const taken = rest.filter((outcome): outcome is Numbered => 'number' in outcome && isTaken(outcome))
  const lost = rest.filter(outcome => !isTaken(outcome))
  const names = lost.map(nameOf)
  const more = names.length > shownNames ? '等' : ''
  return [
    ...(lost.length === 0
      ? []
      : [
          `另有${lost.length}份未计入：${names.slice(0, shownNames).map(brief).join('、')}${more}，请改正后重发。`,
        ]),
    ...(taken.length === 0
      ? []
      : [
          `另有${taken.length}份有缺项或需核对：${numbersOf(taken.map(({ number }) => number))}，请对照原文逐份核对补报。`,
        ]),
  ]
}
