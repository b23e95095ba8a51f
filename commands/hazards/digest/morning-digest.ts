import type { Calendar } from '../../../reports/calendar.ts'
import { openStates, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { addDays, businessDate, businessTime, moment } from '../../../reports/time.ts'
import { openChains } from '../../../storage/chains.ts'
import type { Tx } from '../../../storage/database.ts'
import { hazardEvents, stepsSince } from '../../../storage/hazard-events.ts'
import { openTakeovers } from '../../../storage/takeovers.ts'
import { trackedHazards } from '../../../storage/tracked-hazards.ts'
import { moveWakeup, plannedTimes } from '../../../storage/wakeups.ts'
import { type Context, defineCommand } from '../../command.ts'
import { proposeUnits } from '../../escalation/propose-units.ts'
import { readGroundFacts } from '../../escalation/read-grounds.ts'
import type { OutgoingMessage } from '../../message.ts'
import { openAsk } from '../steps/open-ask.ts'
import { divisionDigestMessages } from './division-digest.ts'
import { unitDigestMessages } from './unit-digests.ts'

const wakeup = '/隐患提醒'
/** Business time, HH:MM: when the digest goes out, and until when after a stop. */
const hours = { from: '09:00', to: '12:00' }
/** A request that nobody has answered for so many days is not brought up any more. */
const rememberedDays = 90

/** 隐患提醒: each working morning units hear what is due and overdue, and the divisions what asks for a decision. */
export const morningDigest = defineCommand({
  name: '隐患提醒',
  aliases: [],
  usage: wakeup,
  summary: '按时提醒到期、逾期隐患',
  roles: ['system'],
  async run(_args, context) {
    const { db, calendar, now } = context
    const time = businessTime(now)
    const isTime = calendar.isWorkingDay(businessDate(now)) && time >= hours.from && time < hours.to
    const messages = isTime ? await digest(context) : []
    await planMorningDigest(db, calendar, now)
    return messages
  },
})

/**
 * Sees to it that the next digest is planned, once: at nine of the next working day. One that is held up stays where it
 * is, and decides itself whether it is too late. Call again after the calendar has changed.
 */
export async function planMorningDigest(tx: Tx, calendar: Calendar, now: Date): Promise<void> {
  const [planned] = await plannedTimes(tx, wakeup)
  const today = moment(businessDate(now), hours.from)
  if (planned !== undefined && (planned <= now || isTriedAgain(planned, today))) return
  const isToCome = calendar.isWorkingDay(businessDate(now)) && now < today
  const next = isToCome ? today : moment(calendar.nextWorkingDay(businessDate(now)), hours.from)
  await moveWakeup(tx, next, wakeup)
}

/** What failed comes back a little later. */
const isTriedAgain = (planned: Date, today: Date): boolean =>
  planned > today && businessDate(planned) === businessDate(today)

/** Deadlines that units ask for and of which nobody has decided, by the id of the hazard. */
async function openAsks(
  open: readonly TrackedHazard[],
  { db, now }: Pick<Context, 'db' | 'now'>,
): Promise<Map<number, string>> {
  const since = moment(addDays(businessDate(now), -rememberedDays), '00:00')
  const asking = await stepsSince(db, 'ask', since)
  const asked = new Map<number, string>()
  for (const { id, state } of open) {
    if (state !== 'rectifying' || !asking.has(id)) continue
    const ask = openAsk(await hazardEvents(db, id))
    if (ask !== null) asked.set(id, ask.deadline)
  }
  return asked
}

async function digest(context: Context): Promise<OutgoingMessage[]> {
  const { db, calendar } = context
  const open = await trackedHazards(db, { states: openStates })
  const takeovers = await openTakeovers(db)
  const chains = await openChains(db)
  const facts = await readGroundFacts(open, context)
  const before = moment(calendar.previousWorkingDay(facts.today), hours.from)
  const found = await stepsSince(db, 'find', before)
  const recurred = open.filter(({ id, afterClosure }) => afterClosure && found.has(id))
  const asked = await openAsks(open, context)
  const morning = { open, recurred, asked, takeovers, chains, facts }
  return [
    ...(await unitDigestMessages(open, { takeovers, chains }, context)),
    ...(await divisionDigestMessages(morning, context)),
    ...(await proposeUnits(chains, facts, context)),
  ]
}
