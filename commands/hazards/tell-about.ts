import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { businessDate, moment } from '../../reports/time.ts'
import { reportById } from '../../storage/reports.ts'
import type { Context } from '../command.ts'
import { partOfDay } from '../daytime.ts'
import type { OutgoingMessage } from '../message.ts'
import { divisionsInCharge, formerCity } from './standing-to.ts'

/** Where a hazard's unit is spoken to: its reporting group, else that in which it was reported; null for neither. */
export async function unitRoom(
  { unit, report }: Pick<TrackedHazard, 'unit' | 'report'>,
  { db, directory }: Pick<Context, 'db' | 'directory'>,
): Promise<string | null> {
  const own = directory.reportingRoomOf(unit)
  if (own !== null) return own
  const reported = (await reportById(db, report))?.room ?? null
  return reported === null ? null : (directory.room(reported)?.name ?? null)
}

/** Officers of a hazard's unit; of one that the roster does not know any more, those of its former city. */
export function unitOfficers(
  { unit }: Pick<TrackedHazard, 'unit'>,
  { directory }: Pick<Context, 'directory'>,
): string[] {
  const own = directory.officersOf(unit)
  const city = formerCity(unit, directory)
  return own.length > 0 || directory.unit(unit) !== null || city === null ? own : directory.officersOf(city)
}

/**
 * A message to the heads' group about a hazard, with choices for the heads in charge and the leaders that last until
 * the end of the next working day. Without such a group the heads are written to.
 */
export function tellHeads(
  { industry }: Pick<TrackedHazard, 'industry'>,
  message: Omit<OutgoingMessage, 'to'>,
  { directory, calendar, now }: Context,
): OutgoingMessage[] {
  const heads = headsInCharge({ industry }, { directory })
  const lastDay = calendar.nextWorkingDay(businessDate(now))
  const whole: Omit<OutgoingMessage, 'to'> = {
    ...message,
    // At night nobody is called; the message is there in the morning.
    mentions: partOfDay(now) === 'day' ? (message.mentions ?? []) : [],
    ...(message.choices && {
      choicesFor: [...heads, ...directory.peopleAs('leader')],
      choicesUntil: moment(lastDay, '23:59'),
    }),
  }
  const rooms = directory.roomsFor('heads')
  return rooms.length > 0
    ? rooms.map(room => ({ ...whole, to: { room } }))
    : heads.map(person => ({ ...whole, mentions: [], choicesFor: [person], to: { person } }))
}

/** Heads of the divisions in charge of a hazard. */
export const headsInCharge = (
  { industry }: Pick<TrackedHazard, 'industry'>,
  { directory }: Pick<Context, 'directory'>,
): string[] => directory.headsOf(...divisionsInCharge(industry, directory))
