import { owing, renderRoundEnd } from '../../reports/commentary/round-text.ts'
import { businessTime, moment } from '../../reports/time.ts'
import { commentariesOfRound, lastReleaseOf } from '../../storage/commentaries.ts'
import {
  closeCommentaryRound,
  commentaryRoundById,
  endOfRoundBefore,
  type StoredCommentaryRound,
} from '../../storage/commentary-rounds.ts'
import { wasAwake } from '../../storage/inbox.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import { inDaytime } from '../daytime.ts'
import type { OutgoingMessage } from '../message.ts'
import { sumUpCommentaries } from './commentary-summary.ts'
import { commentaryRoundName, currentCommentaryRound } from './current-commentary-round.ts'
import { readDivisionStandings } from './division-standings.ts'

/** A round that ends later than this was held up by a stop, in milliseconds. */
const punctuality = 5 * 60_000
/** The office opens, HH:MM: from then on a round can be commented in. */
const opening = '09:00'

/** 点评轮次截止: names the divisions that owe a commentary 必答题, sends the summary, opens the next round. */
export const endCommentaryRound = defineCommand({
  name: '点评轮次截止',
  aliases: [],
  usage: '/点评轮次截止 <轮次>',
  summary: '到时通报各处室点评情况并发送汇总',
  roles: ['system'],
  async run([id], context) {
    const { db, directory, calendar, now } = context
    const round = await commentaryRoundById(db, numberOf(id))
    // A round that was moved has a wake-up of its own.
    if (round?.state !== 'open' || round.endsAt > now) return []
    // What was published by the round's end belongs to it, and what a stop has held up disturbs nobody at night.
    const release = await lastReleaseOf(db, round.id)
    const later =
      release !== null && release > now ? release : isLate(round, now) ? inDaytime(now, calendar) : now
    if (later > now) {
      await scheduleWakeup(db, later, `/点评轮次截止 ${round.id}`)
      return []
    }
    await closeCommentaryRound(db, round.id)
    await currentCommentaryRound(db, calendar, now)
    const commentaries = await commentariesOfRound(db, round.id)
    const summary = await sumUpCommentaries(round, commentaries, db, directory)
    return (await accusesNobody(round, context))
      ? summary
      : [...(await tellHeads(round, context)), ...summary]
  },
})

const isLate = ({ endsAt }: StoredCommentaryRound, now: Date): boolean =>
  now.getTime() - endsAt.getTime() > punctuality

/** Whether nobody could have commented: the day was declared free, or the bot was away the whole round. */
async function accusesNobody(round: StoredCommentaryRound, { db, calendar, now }: Context): Promise<boolean> {
  if (!calendar.isWorkingDay(round.date)) return true
  if (!isLate(round, now)) return false
  const opened = moment(round.date, opening)
  const before = await endOfRoundBefore(db, round.id)
  return !(await wasAwake(db, before !== null && before > opened ? before : opened, round.endsAt))
}

async function tellHeads(
  round: StoredCommentaryRound,
  { db, directory, now }: Context,
): Promise<OutgoingMessage[]> {
  const standings = await readDivisionStandings(db, directory, round)
  const late = isLate(round, now) ? '（因停机迟报）' : ''
  const name = `${commentaryRoundName(round)}点评${businessTime(round.endsAt)}截止${late}`
  const text = renderRoundEnd(name, standings)
  if (text === null) return []
  const mentions = directory.headsOf(...owing(standings))
  return directory.roomsFor('heads').map(room => ({ to: { room }, text, mentions }))
}
