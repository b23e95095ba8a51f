import { type Chain, type ChainStep, currentStep } from '../../reports/escalation/chain.ts'
import { chaseText, copyText, noticeText } from '../../reports/escalation/notice-text.ts'
import { ruleOf } from '../../reports/escalation/policy.ts'
import { addresseeText, publicNoticeText } from '../../reports/escalation/public-notice.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { businessDate } from '../../reports/time.ts'
import { sentLetterOfChain } from '../../storage/letters.ts'
import type { Context } from '../command.ts'
import type { Directory } from '../directory.ts'
import { shortNumber } from '../letters/find-letter.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { rungSubject } from '../subjects.ts'
import { addresseeOf, type RungAddressee } from './addressee.ts'
import { openHazardsOf } from './find-chain.ts'

/** To whom a step of a chain speaks. */
export const addresseeOfStep = (
  chain: Chain,
  { rung }: Pick<ChainStep, 'rung'>,
  directory: Directory,
): RungAddressee => addresseeOf(chain.unit, ruleOf(rung, chain.policy).addressee, directory)

/** Nobody of the addressee can be reached: no group of the unit is known, and nobody of its government. */
export const isUnreachable = ({ room, government }: RungAddressee): boolean =>
  room === null && government.length === 0

/** Groups that get a copy 抄送 of a rung. */
export const copyRooms = (
  chain: Chain,
  { rung }: Pick<ChainStep, 'rung'>,
  directory: Directory,
): string[] => [...new Set(ruleOf(rung, chain.policy).copies.flatMap(role => directory.roomsFor(role)))]

/** The notice of a rung as it reads, if its answer is due then. */
export async function renderNotice(
  chain: Chain,
  step: Pick<ChainStep, 'rung' | 'note' | 'by'>,
  dueAt: Date,
  { db, now, directory }: Context,
): Promise<string> {
  const hazards = await openHazardsOf(chain, db)
  const above = directory.cityOf(chain.unit)
  const speaksToCity = ruleOf(step.rung, chain.policy).addressee !== 'unit' && above !== chain.unit
  const city = speaksToCity ? above : null
  return noticeText(chain, { step, hazards, due: momentText(dueAt), city, today: businessDate(now) })
}

/** The same for those who get a copy 抄送: of what is public they hear all that there is to know. */
async function renderCopy(
  chain: Chain,
  step: ChainStep,
  dueAt: Date,
  { db, now, directory }: Context,
): Promise<string> {
  const due = momentText(dueAt)
  if (step.rung !== '挂牌督办') return copyText(chain, { step, due })
  const hazards = await openHazardsOf(chain, db)
  const kind = ruleOf(step.rung, chain.policy).addressee
  const addressee = addresseeText(chain.unit, kind, directory.cityOf(chain.unit))
  return publicNoticeText(chain, { step, hazards, addressee, due, today: businessDate(now) })
}

/** The rung at which a chain stands, as it goes out: to the unit's group, to its government, and the copies. */
export async function notices(chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const { directory } = context
  const step = currentStep(chain)!
  const { room, officers, government } = addresseeOfStep(chain, step, directory)
  const dueAt = new Date(step.dueAt!)
  const text = await renderNotice(chain, step, dueAt, context)
  const common = { priority: 'order', subject: subjectOf(chain, step) } as const
  const copy = await renderCopy(chain, step, dueAt, context)
  return [
    ...(room === null ? [] : [{ ...common, to: { room }, text, mentions: officers }]),
    ...government.map(person => ({ ...common, to: { person }, text })),
    ...copyRooms(chain, step, directory)
      .filter(each => each !== room)
      .map((each): OutgoingMessage => ({ to: { room: each }, text: copy, priority: 'report' })),
  ]
}

/** 催复: asks the addressee again for the answer to the rung at which a chain stands. */
export async function chases(chain: Chain, { db, directory, now }: Context): Promise<OutgoingMessage[]> {
  const step = currentStep(chain)!
  const { room, officers, government } = addresseeOfStep(chain, step, directory)
  const dueAt = new Date(step.dueAt!)
  const letter = step.rung === '提示函' ? await sentLetterOfChain(db, chain.id) : null
  const named = letter === null ? null : { name: letterName(letter), short: shortNumber(letter) }
  const text = chaseText(chain, step.rung, momentText(dueAt), dueAt <= now, named)
  const common = { text, priority: 'order', subject: subjectOf(chain, step), bundle: true } as const
  return [
    ...(room === null ? [] : [{ ...common, to: { room }, mentions: officers }]),
    ...government.map(person => ({ ...common, to: { person } })),
  ]
}

/** What the messages about a step are about. */
export const subjectOf = (chain: Chain, step: ChainStep): string =>
  rungSubject(chain.id, chain.steps.indexOf(step))
