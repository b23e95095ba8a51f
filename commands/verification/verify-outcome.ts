import { placeName } from '../../reports/daily/phrases.ts'
import type { Db } from '../../storage/database.ts'
import { noteHistory, reportById } from '../../storage/reports.ts'
import {
  changeVerification,
  type Outcome,
  type Verification,
  verificationById,
  verificationsOfRound,
} from '../../storage/verifications.ts'
import { numberOf } from '../arguments.ts'
import { type Context, refuse } from '../command.ts'
import { roundAlreadyCompiled, tellOfChange } from '../compiled-round.ts'
import { sentAtOf } from '../conversation.ts'
import type { Directory } from '../directory.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { presentHeads } from '../present-heads.ts'
import { numbersOf } from '../summed-up.ts'
import { readChanges, sayChanges } from './verify-changes.ts'

/** Characters of an explanation that are given where it is one among others. */
const excerptLength = 100

type Ended = Exclude<Verification['state'], 'open'>

/** The verification that is meant by a number; refuses where there is none. */
export async function findVerification(written: string | undefined, db: Db): Promise<Verification> {
  const id = numberOf(written)
  return (await verificationById(db, id)) ?? refuse(`没有编号为${id}的核实。发送“/核实”可查看待答复的核实。`)
}

/** 四平市铁东区第12号: whose reports, and which. */
export const reportsInQuestion = ({ unit, reports }: Pick<Verification, 'unit' | 'reports'>): string =>
  `${placeName(unit)}${reports.length === 0 ? '（未报送）' : numbersOf(reports)}`

/** Who asks: the head 处长, with the division where the name does not say it. */
export const askerOf = ({ askedBy, division }: Pick<Verification, 'askedBy' | 'division'>): string =>
  division === null || askedBy.startsWith(division) ? askedBy : `${division}${askedBy}`

/** Notes how a verification ended, in the history of its reports too, and tells who asked. */
export async function settle(
  verification: Verification,
  state: Ended,
  answer: string | null,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, sender, now, directory } = context
  const by = sender.role === 'system' ? null : sender.name
  // What was said in time is not late because the bot was down.
  const saidAt = sentAtOf(context)
  // What comes after the answer leaves it standing who has answered, and when.
  const first = isUnanswered(verification)
    ? { by, at: saidAt }
    : { by: verification.answeredBy, at: verification.answeredAt! }
  const former =
    state === 'corrected' && ['confirmed', 'explained'].includes(verification.state)
      ? verification
      : verification.former
  const outcome = { state, answer, answeredBy: first.by, answeredAt: first.at }
  await changeVerification(db, verification.id, { ...outcome, former: former && outcomePartOf(former) })
  const settled = { ...verification, ...outcome, former }
  for (const number of verification.reports) {
    const report = await reportById(db, number)
    if (report !== null)
      await noteHistory(db, report, sender.name, `核实${verification.id}：${outcomeOf(settled)}`, now)
  }
  return [
    ...(await tellDuty(settled, context)),
    ...(state === 'cancelled' ? [] : tellAsker(settled, by, saidAt, directory)),
  ]
}

const outcomePartOf = ({ state, answer, answeredBy, answeredAt }: Outcome): Outcome => ({
  state,
  answer,
  answeredBy,
  answeredAt,
})

/** Whether it waits for an answer still, in time or not. */
export const isUnanswered = ({ state }: Verification): boolean => state === 'open' || state === 'expired'

const words = {
  open: '待答复',
  confirmed: '确认无误',
  corrected: '已更正',
  explained: '说明',
  expired: '未按时答复',
  cancelled: '已取消',
}

/** An answer after its deadline 逾期. */
export const isLate = ({
  answeredBy,
  answeredAt,
  dueAt,
}: Pick<Verification, 'answeredBy' | 'answeredAt' | 'dueAt'>): boolean =>
  answeredBy !== null && answeredAt !== null && answeredAt > dueAt

/** How one ended, in a phrase; of a long explanation the beginning. */
export function outcomeOf(verification: Verification): string {
  const { state, answer } = verification
  const explained = state === 'explained' ? `：“${excerpt(answer ?? '')}”` : ''
  return words[state] + explained + (state !== 'cancelled' && isLate(verification) ? '（逾期答复）' : '')
}

/** 核实1已答复（确认无误）, of one that has ended. */
export const answered = (verification: Verification): string =>
  verification.state === 'cancelled'
    ? `核实${verification.id}已取消`
    : `核实${verification.id}已答复（${outcomeOf(verification)}）`

const excerpt = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').replace(/[。；;\s]+$/, '')]
  return characters.length > excerptLength
    ? `${characters.slice(0, excerptLength).join('')}…`
    : characters.join('')
}

/** How the verifications of a round ended, as a corrected edition 更正版 of its daily report says it. */
export async function outcomesOfRound(db: Db, roundId: number): Promise<{ number: number; said: string }[]> {
  const ended = (await verificationsOfRound(db, roundId)).filter(
    ({ state }) => state !== 'open' && state !== 'cancelled',
  )
  return ended.map(verification => ({
    number: verification.id,
    said: `核实：${reportsInQuestion(verification)}${outcomeOf(verification)}`,
  }))
}

/** To where it was ordered, with the answer whole; several are sent together. */
function tellAsker(
  settled: Verification,
  by: string | null,
  at: Date,
  directory: Directory,
): OutgoingMessage[] {
  const { id, state, dueAt } = settled
  const named = `核实${id}：${reportsInQuestion(settled)}`
  const text =
    state === 'expired'
      ? `【核实逾期】${named}未在${momentText(dueAt)}前答复，补答后即时转达。`
      : `【核实答复】${named}${wholeOutcome(settled)}（${by}，${momentText(at)}${isLate(settled) ? '，逾期' : ''}）`
  return toAsker(settled, text, directory)
}

/** Who asked hears it where it was ordered; of a head who has left, the division's present one. */
export function toAsker(
  { askedIn, askedBy, division }: Pick<Verification, 'askedIn' | 'askedBy' | 'division'>,
  text: string,
  directory: Directory,
): OutgoingMessage[] {
  const people = presentHeads(askedBy, division, directory)
  const tell = (to: OutgoingMessage['to'], mentions: string[]): OutgoingMessage => ({
    to,
    text,
    mentions,
    bundle: true,
    priority: 'report',
  })
  return askedIn === null ? people.map(person => tell({ person }, [])) : [tell({ room: askedIn }, people)]
}

function wholeOutcome({ state, answer, reports, former }: Verification): string {
  if (state !== 'corrected') return words[state] + (answer === null ? '' : `：${answer}`)
  const changes = sayChanges(readChanges(answer))
  if (former !== null) {
    const earlier = words[former.state] + (former.answer === null ? '' : `（${former.answer}）`)
    return `先${earlier}，后${changes}`
  }
  // 第12号已更正 says all where nothing else was changed.
  return words.corrected + (changes === `更正${numbersOf(reports)}` ? '' : `：${changes}`)
}

/** The duty group hears of it where a daily report that is out does not say it; corrections it hears of anyway. */
async function tellDuty(settled: Verification, { db, directory }: Context): Promise<OutgoingMessage[]> {
  if (settled.state === 'corrected' || settled.state === 'cancelled') return []
  const compiled = await roundAlreadyCompiled(db, settled)
  return compiled === null
    ? []
    : tellOfChange(
        compiled,
        [`核实${settled.id}（${reportsInQuestion(settled)}）${outcomeOf(settled)}`],
        directory,
      )
}
