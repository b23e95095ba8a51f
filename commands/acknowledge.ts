import { speaksOfRectification } from '../reports/hazards/speaks-of-rectification.ts'
import type { Problem } from '../reports/intake/parsed-message.ts'
import { businessTime } from '../reports/time.ts'
import type { ReportContent, TotalsContent } from '../storage/reports.ts'
import type { StoredRound } from '../storage/rounds.ts'
import type { Context } from './command.ts'
import { mentionOf } from './conversation.ts'
import { type Assignment, roundName } from './current-round.ts'
import { askFor, listed } from './gaps.ts'
import type { OutgoingMessage } from './message.ts'
import { numbersOf, shownLines, sumUp } from './summed-up.ts'
import { brief, understood } from './understood.ts'

/** What became of one inspection or zero report of a message. */
export type Outcome =
  | {
      kind: 'accepted'
      unit: string
      number: number
      content: ReportContent
      problems: Problem[]
      /** It said that it corrects another, and no other was found. */
      unfoundCorrection: boolean
      /** Number of another report of the same enterprise on that day. */
      alsoReported: number | null
      compiled: StoredRound | null
    }
  /** Kept, but of somebody who is not in the roster; `said` is what it says in one phrase. */
  | { kind: 'pending'; number: number; said: string; problems: Problem[] }
  | {
      kind: 'revised'
      unit: string
      number: number
      content: ReportContent
      problems: Problem[]
      /** It was incomplete before, and was posted again whole. */
      completed: boolean
      /** The round whose daily report it changes, where that is out already. */
      compiled: StoredRound | null
    }
  | { kind: 'zero'; unit: string; number: number; compiled: StoredRound | null }
  /** A zero report of a unit that reported an inspection, `number`, in the same round. */
  | { kind: 'contradicted'; unit: string; number: number }
  /** `named`: the enterprise, or what else it was. */
  | { kind: 'repeated'; unit: string; number: number; named: string }
  /** A correction of single fields whose report was not found. */
  | { kind: 'unfound' }
  /** A correction of a report that is not the sender's to change. */
  | { kind: 'forbidden'; number: number }
  | {
      kind: 'totals'
      unit: string
      number: number
      content: TotalsContent
      problems: Problem[]
      /** It replaced totals that were there. */
      revised: boolean
      unfoundCorrection: boolean
      /** Number of other totals of the unit for that day. */
      alsoReported: number | null
      /** Where they differ from the inspections listed one by one; null where none is listed. */
      differences: string[] | null
      compiled: StoredRound | null
    }
  /** `elsewhere` is the group in which it would have been right, where nothing else is wrong with it. */
  | { kind: 'refused'; problems: Problem[]; enterprise?: string | null; elsewhere?: string | null }

const newKinds: Outcome['kind'][] = ['accepted', 'zero', 'pending', 'totals']
const askingKinds: Outcome['kind'][] = ['refused', 'unfound', 'forbidden']

/**
 * The answer to a report: its number, what was understood, what is missing or wrong. `ofAll`: what is to be said of the
 * message as a whole.
 */
export function acknowledge(
  outcomes: Outcome[],
  assignment: Assignment,
  context: Context,
  ofAll: Problem[] = [],
): OutgoingMessage {
  const lines = describeAll(outcomes, context)
  if (ofAll.length > 0) lines.push(listed(ofAll))
  const fresh = outcomes.some(
    outcome => newKinds.includes(outcome.kind) && !('revised' in outcome && outcome.revised),
  )
  lines.push(...compiledChanges(outcomes).map(listedInCorrection))
  if (fresh && assignment.late && !assignment.compiled)
    lines.push(`${businessTime(assignment.round.dueAt)}后报送，记为迟报。`)
  const asks =
    ofAll.length > 0 ||
    outcomes.some(outcome => askingKinds.includes(outcome.kind) || problemsOf(outcome).length > 0)
  return context.reply(lines.join('\n'), { bundle: true, mentions: asks ? mentionOf(context) : [] })
}

/** Each in a line of its own; of more than anybody reads, the sum and what needs an answer. */
function describeAll(outcomes: Outcome[], context: Context): string[] {
  return outcomes.length <= shownLines
    ? outcomes.map(outcome => describe(outcome, context))
    : sumUp(
        outcomes,
        outcome => describe(outcome, context),
        outcome => needsAnswer(outcome),
      )
}

/** Whether anybody must read what is said of one among many. */
function needsAnswer(outcome: Outcome): boolean {
  if (outcome.kind === 'accepted' && hints(outcome) !== '') return true
  return problemsOf(outcome).length > 0 || [...askingKinds, 'contradicted', 'totals'].includes(outcome.kind)
}

/** 5月18日日报表已编制，第2号（四平市铁西区）列入更正版。 */
export const listedInCorrection = ({ round, numbers }: { round: StoredRound; numbers: string[] }): string =>
  `${roundName(round)}日报表已编制，${numbers.join('、')}列入更正版。`

/** What a report says in one phrase, and how many person-times 人次 where the names do not tell. */
export const retold = (unit: string, content: ReportContent): string =>
  content.personTimes === null || content.personTimes === content.inspectors.length
    ? understood(unit, content)
    : `${understood(unit, content)}，${content.personTimes}人次`

/** What changes daily reports that are out already, by round; many of one unit together. */
export function compiledChanges(outcomes: Outcome[]): { round: StoredRound; numbers: string[] }[] {
  const rounds = new Map<number, { round: StoredRound; changed: Map<string, number[]> }>()
  for (const outcome of outcomes) {
    if (!('compiled' in outcome) || outcome.compiled === null) continue
    const { compiled: round, number, unit } = outcome
    const entry = rounds.get(round.id) ?? { round, changed: new Map<string, number[]>() }
    entry.changed.set(unit, [...(entry.changed.get(unit) ?? []), number])
    rounds.set(round.id, entry)
  }
  return [...rounds.values()].map(({ round, changed }) => ({
    round,
    numbers: [...changed].map(([unit, numbers]) => `${numbersOf(numbers)}（${unit}）`),
  }))
}

function describe(outcome: Outcome, context: Context): string {
  switch (outcome.kind) {
    case 'zero':
      return `已收第${outcome.number}号：${outcome.unit}，零报告。`
    case 'contradicted':
      return `${outcome.unit}本批次已收第${outcome.number}号检查报告，零报告未计入。如确无检查，请先发送“/撤销 ${outcome.number}”。`
    case 'repeated':
      return `与第${outcome.number}号（${outcome.unit}，${brief(outcome.named)}）相同，未重复计入。`
    case 'unfound':
      return '未找到所更正的报告，未作改动。请引用原报告重发，或按编号补，例如：/补 12 检查人员 张三、李四'
    case 'forbidden':
      return notYours(outcome.number)
    case 'refused':
      return refusal(outcome.problems, outcome.enterprise ?? null, outcome.elsewhere ?? null)
    case 'revised':
      return `第${outcome.number}号已${outcome.completed ? '补全' : '更正'}：${retold(outcome.unit, outcome.content)}。${askFor(outcome, context.now)}`
    case 'pending':
      return `已留存第${outcome.number}号：${outcome.said}。“${brief(context.sender.name)}”不是本群登记的报送人，待值班员采信后计入。${askFor(outcome, context.now)}`
    case 'accepted':
      return `已收第${outcome.number}号：${retold(outcome.unit, outcome.content)}。${hints(outcome)}${askFor(outcome, context.now)}`
    case 'totals':
      return `${outcome.revised ? `第${outcome.number}号合计已更正` : `已收第${outcome.number}号合计`}：${understood(outcome.unit, outcome.content)}。${totalsHints(outcome)}${listed(outcome.problems)}`
  }
}

/** Who may change a report that is not one's own. */
export const notYours = (number: number): string =>
  `第${number}号不是您或您单位报送的，未作改动。请由原报送人或其单位、所属市的报送员更正，或联系值班员。`

function hints(outcome: Extract<Outcome, { kind: 'accepted' }>): string {
  if (outcome.unfoundCorrection) return '未找到所更正的报告，已按新报告登记；请核对受检单位名称和日期。'
  // A re-inspection on the same day corrects nothing.
  if (outcome.alsoReported !== null && !speaksOfRectification(outcome.content.rectification ?? ''))
    return `该企业当日另有第${outcome.alsoReported}号；如为更正，请注明“更正”重发，并撤销本号。`
  return ''
}

function totalsHints(outcome: Extract<Outcome, { kind: 'totals' }>): string {
  const said: string[] = []
  if (outcome.differences !== null) said.push('已有逐家报告，合计仅作核对。')
  if (outcome.differences !== null && outcome.differences.length > 0)
    said.push(`两者不符：${outcome.differences.join('；')}，请核对。`)
  if (outcome.unfoundCorrection) said.push('未找到所更正的合计，已按新合计登记。')
  else if (outcome.alsoReported !== null)
    said.push(`该单位当日另有第${outcome.alsoReported}号合计；如为更正，请注明“更正”重发，并撤销本号。`)
  return said.join('')
}

const refusal = (problems: Problem[], enterprise: string | null, elsewhere: string | null): string =>
  `${enterprise === null ? '本条' : `“${brief(enterprise)}”`}未计入：${listed(problems)}请${elsewhere === null ? '改正后重发' : `发到“${elsewhere}”`}，原文已留存。`

/** What is asked for. Differences are asked for as well, though the totals as such are in order. */
function problemsOf(outcome: Outcome): unknown[] {
  if (outcome.kind === 'totals') return [...outcome.problems, ...(outcome.differences ?? [])]
  return 'problems' in outcome ? outcome.problems : []
}
