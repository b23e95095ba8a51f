import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { hazardText } from '../../../reports/hazards/hazard-text.ts'
import { businessDate, shortDate } from '../../../reports/time.ts'
import { hazardEvents } from '../../../storage/hazard-events.ts'
import { leadingDay } from '../../coming-moment.ts'
import { type Context, defineCommand, refuse } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { readNote } from '../../read-note.ts'
import { textAfter } from '../../text-after.ts'
import { findHazard } from '../find-hazard.ts'
import { divisionsText } from '../standing-to.ts'
import { headsInCharge, tellHeads } from '../tell-about.ts'
import { decidePostponement, tellUnit } from './decide-postponement.ts'
import { eventText } from './event-text.ts'
import { openAsk } from './open-ask.ts'
import { readDeadline } from './read-deadline.ts'
import { readLeadingNumber, readNumber } from './read-numbers.ts'
import { takeStep } from './take-step.ts'
import { undoOffer } from './undo-step.ts'

const example = '/延期 12-1 6月1日 配件到货需一周'
const decision = /^(?<no>不同意|不准|不批准)|^(?:同意|批准)/u

/**
 * 延期: a unit asks for a later deadline, and the division in charge decides by one tap; a head or leader sets one at
 * once. Of a hazard that has none yet the unit tells the first itself.
 */
export const postpone = defineCommand({
  name: '延期',
  aliases: ['yq'],
  usage: '/延期 <隐患编号> <新期限> <理由>',
  summary: '申请延长整改期限，由分管处室决定；处室、厅领导可直接延期',
  roles: ['reporter', 'divisionHead', 'leader'],
  takesText: true,
  async run(args, context) {
    const said = textAfter([['延期', 'yq']], context.text) || args.join(' ')
    const { number, rest } = readNumber(said, context, example)
    // 12-2 may be a day as well; where a day follows it is another hazard.
    const another = readLeadingNumber(rest)
    if (another !== null && leadingDay(another.rest, context.now) !== null)
      refuse(`延期请逐条办理，例如：${example}`)
    const hazard = await findHazard(number, context)
    const asking = context.sender.role === 'reporter'
    const decided = asking ? null : decision.exec(rest)
    if (decided !== null)
      return decidePostponement(
        hazard,
        {
          granted: decided.groups?.no === undefined,
          date: null,
          note: readNote(rest.slice(decided[0].length)),
        },
        context,
      )
    const { date, moved, rest: behind } = readDeadline(rest, hazard, context)
    const reason = readNote(behind)
    const granted = asking ? null : /^(?:同意|批准)[。！!]?$/u.exec(reason ?? '')
    if (granted !== null) return decidePostponement(hazard, { granted: true, date, note: null }, context)
    return asking
      ? ask(hazard, { date, moved, reason }, context)
      : grantAtOnce(hazard, { date, moved, reason }, context)
  },
})

interface Asked {
  date: string
  /** That the date was moved over days off, as a sentence; else empty. */
  moved: string
  reason: string | null
}

const wantsReason = (hazard: TrackedHazard, date: string): never =>
  refuse(`请写明延期理由，例如：/延期 ${hazardNumber(hazard)} ${shortDate(date)} 配件到货需一周`)

async function ask(
  hazard: TrackedHazard,
  { date, moved, reason }: Asked,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, now, directory } = context
  const number = hazardNumber(hazard)
  const divisions = divisionsText(hazard, directory)
  const waiting = openAsk(await hazardEvents(db, hazard.id))
  if (waiting?.deadline === date && hazard.state === 'rectifying')
    return [
      context.reply(
        `${number}已${eventText(waiting.event)}至${shortDate(date)}，正待${divisions}决定，不必重复。`,
      ),
    ]
  if (reason === null && hazard.deadline !== null) wantsReason(hazard, date)
  const taken = await takeStep(hazard, { kind: 'ask', deadline: date, note: reason ?? '' }, context)
  const undo = undoOffer([taken.hazard], now)
  // The first deadline is the unit's to tell.
  if (taken.hazard.deadline === date)
    return [context.reply(`${moved}${number}整改期限记为${shortDate(date)}。`, undo), ...taken.messages]
  return [
    context.reply(
      `${moved}${number}延期至${shortDate(date)}的申请已转${divisions}，决定后在报送群告知。`,
      undo,
    ),
    ...putAsk(hazard, date, reason ?? wantsReason(hazard, date), context),
    ...taken.messages,
  ]
}

/** Puts a request for more time to the division in charge, to be decided by one tap. */
export function putAsk(
  hazard: TrackedHazard,
  date: string,
  reason: string,
  context: Context,
): OutgoingMessage[] {
  const number = hazardNumber(hazard)
  return tellHeads(
    hazard,
    {
      text: `【延期申请】${hazardText(hazard, businessDate(context.now))}\n${context.sender.name}申请延期至${shortDate(date)}，理由：${reason}`,
      mentions: headsInCharge(hazard, context),
      choices: [
        { label: '同意', command: `/延期 ${number} ${date} 同意` },
        { label: '不同意', command: `/延期 ${number} 不同意` },
      ],
    },
    context,
  )
}

async function grantAtOnce(
  hazard: TrackedHazard,
  { date, moved, reason }: Asked,
  context: Context,
): Promise<OutgoingMessage[]> {
  if (reason === null) wantsReason(hazard, date)
  const taken = await takeStep(hazard, { kind: 'postpone', deadline: date, note: reason }, context)
  const told = await tellUnit(taken.hazard, `延期至${shortDate(date)}`, reason, null, context)
  return [
    context.reply(
      `${moved}${hazardNumber(hazard)}已延期至${shortDate(date)}。`,
      undoOffer([taken.hazard], context.now),
    ),
    ...told,
    ...taken.messages,
  ]
}
