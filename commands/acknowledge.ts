import { placeName } from '../reports/daily/phrases.ts'
import type { Problem } from '../reports/intake/parsed-message.ts'
import { businessTime } from '../reports/time.ts'
import type { ReportContent } from '../storage/reports.ts'
import type { StoredRound } from '../storage/rounds.ts'
import type { Context } from './command.ts'
import { mentionOf } from './conversation.ts'
import { type Assignment, roundName } from './current-round.ts'
import type { OutgoingMessage } from './message.ts'

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
  | { kind: 'repeated'; unit: string; number: number; enterprise: string | null }
  /** `elsewhere` is the group in which it would have been right, where nothing else is wrong with it. */
  | { kind: 'refused'; problems: Problem[]; enterprise?: string | null; elsewhere?: string | null }

/** The answer to a report: its number, what was understood, what is missing or wrong. */
export function acknowledge(outcomes: Outcome[], assignment: Assignment, context: Context): OutgoingMessage {
  const lines = outcomes.map(outcome => describe(outcome, context))
  const fresh = outcomes.some(({ kind }) => kind === 'accepted' || kind === 'zero' || kind === 'pending')
  for (const { round, numbers } of compiledChanges(outcomes))
    lines.push(`${roundName(round)}日报表已编制，${numbers.join('、')}列入更正版。`)
  if (fresh && assignment.late && !assignment.compiled)
    lines.push(`${businessTime(assignment.round.dueAt)}后报送，记为迟报。`)
  const asks = outcomes.some(outcome => outcome.kind === 'refused' || problemsOf(outcome).length > 0)
  return context.reply(lines.join('\n'), { bundle: true, mentions: asks ? mentionOf(context) : [] })
}

/** What changes daily reports that are out already, by round. */
export function compiledChanges(outcomes: Outcome[]): { round: StoredRound; numbers: string[] }[] {
  const rounds = new Map<number, { round: StoredRound; numbers: string[] }>()
  for (const outcome of outcomes) {
    if (!('compiled' in outcome) || outcome.compiled === null) continue
    const { compiled: round, number, unit } = outcome
    const entry = rounds.get(round.id) ?? { round, numbers: [] }
    entry.numbers.push(`第${number}号（${unit}）`)
    rounds.set(round.id, entry)
  }
  return [...rounds.values()]
}

function describe(outcome: Outcome, context: Context): string {
  switch (outcome.kind) {
    case 'zero':
      return `已收第${outcome.number}号：${outcome.unit}，零报告。`
    case 'contradicted':
      return `${outcome.unit}本批次已收第${outcome.number}号检查报告，零报告未计入。如确无检查，请先发送“/撤销 ${outcome.number}”。`
    case 'repeated':
      return `与第${outcome.number}号（${outcome.unit}，${outcome.enterprise ?? '零报告'}）相同，未重复计入。`
    case 'refused':
      return refusal(outcome.problems, outcome.enterprise ?? null, outcome.elsewhere ?? null)
    case 'revised':
      return `第${outcome.number}号已${outcome.completed ? '补全' : '更正'}：${understood(outcome.unit, outcome.content)}。${gaps(outcome)}`
    case 'pending':
      return `已留存第${outcome.number}号：${outcome.said}。“${brief(context.sender.name)}”不是本群登记的报送人，待值班员采信后计入。${gaps(outcome)}`
    case 'accepted':
      return `已收第${outcome.number}号：${understood(outcome.unit, outcome.content)}。${gaps(outcome)}${hints(outcome)}`
  }
}

/** A name from the chat as it may be shown in an answer: one line, not too long. */
export const brief = (name: string): string => {
  const shown = name.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
  return [...shown].length > 30 ? `${[...shown].slice(0, 30).join('')}…` : shown
}

/** 四平市铁东区—宏达加油站，隐患2条，已整改1条 */
export function understood(unit: string, content: Pick<ReportContent, 'enterprise' | 'hazards'>): string {
  const rectified = content.hazards.filter(hazard => hazard.rectified === true).length
  const found =
    content.hazards.length === 0 ? '未发现隐患' : `隐患${content.hazards.length}条，已整改${rectified}条`
  const major = content.hazards.filter(hazard => hazard.major).length
  return `${placeName(unit)}—${brief(content.enterprise ?? '受检单位未写明')}，${found}${major > 0 ? `，其中重大隐患${major}条` : ''}`
}

/** What a report that was accepted still lacks. */
function gaps(outcome: { problems: Problem[] }): string {
  if (outcome.problems.length === 0) return ''
  return `${listed(outcome.problems)}请补全后重发全文。`
}

function hints(outcome: { unfoundCorrection: boolean; alsoReported: number | null }): string {
  if (outcome.unfoundCorrection) return '未找到所更正的报告，已按新报告登记；请核对受检单位名称和日期。'
  if (outcome.alsoReported !== null)
    return `该企业当日另有第${outcome.alsoReported}号；如为更正，请注明“更正”重发，并撤销本号。`
  return ''
}

const refusal = (problems: Problem[], enterprise: string | null, elsewhere: string | null): string =>
  `${enterprise === null ? '本条' : `“${brief(enterprise)}”`}未计入：${listed(problems)}请${elsewhere === null ? '改正后重发' : `发到“${elsewhere}”`}，原文已留存。`

/** All faults in one sentence; one that ends in a question keeps its mark. */
const listed = (problems: Problem[]): string =>
  problems
    .map(({ message }) => message)
    .join('；')
    .replace(/([^？])$/, '$1。')

const problemsOf = (outcome: Outcome): Problem[] => ('problems' in outcome ? outcome.problems : [])
