import type { Calendar } from '../../reports/calendar.ts'
import { type CommentaryRound, nextCommentaryRound } from '../../reports/commentary/rounds.ts'
import { businessDate, shortDate } from '../../reports/time.ts'
import {
  commentaryRoundsOn,
  commentaryTimes,
  moveCommentaryRound,
  openCommentaryRound,
  openCommentaryRoundNow,
  type StoredCommentaryRound,
} from '../../storage/commentary-rounds.ts'
import type { Tx } from '../../storage/database.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'

/**
 * The commentary round 点评轮次 to which a commentary belongs that is published now. Where none is open the next one is
 * opened, with the wake-up for its end.
 */
export async function currentCommentaryRound(
  tx: Tx,
  calendar: Calendar,
  now: Date,
): Promise<StoredCommentaryRound> {
  const open = await openCommentaryRoundNow(tx)
  // One whose end was held up takes no more.
  if (open !== null && open.endsAt > now) return open
  const planned = nextCommentaryRound(await commentaryTimes(tx), calendar, now)
  // Where the plan changed during the day, the rounds that it has had already count on.
  const number = Math.max(planned.number, (await commentaryRoundsOn(tx, planned.date)) + 1)
  const round = { ...planned, number, ofDay: Math.max(planned.ofDay, number) }
  const opened = await openCommentaryRound(tx, round)
  await planEnd(tx, opened)
  return opened
}

/** Plans a round anew that has not begun, after the calendar has changed. Its former wake-up then says nothing. */
export async function replanCommentaryRound(tx: Tx, calendar: Calendar, now: Date): Promise<void> {
  const open = await openCommentaryRoundNow(tx)
  if (open === null || open.date <= businessDate(now)) return
  const planned = nextCommentaryRound(await commentaryTimes(tx), calendar, now)
  // A day that has had its rounds gets no more.
  if (planned.date === open.date || (await commentaryRoundsOn(tx, planned.date)) > 0) return
  await moveCommentaryRound(tx, open.id, planned)
  await planEnd(tx, { ...planned, id: open.id })
}

const planEnd = (tx: Tx, { id, endsAt }: { id: number; endsAt: Date }): Promise<void> =>
  scheduleWakeup(tx, endsAt, `/点评轮次截止 ${id}`)

/** 5月18日, or 5月18日第2轮 where the day has several rounds. */
export const commentaryRoundName = ({
  date,
  number,
  ofDay,
}: Pick<CommentaryRound, 'date' | 'number' | 'ofDay'>): string =>
  ofDay === 1 ? shortDate(date) : `${shortDate(date)}第${number}轮`
