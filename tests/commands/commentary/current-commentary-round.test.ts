import { expect, test } from 'vitest'
import { replanCommentaryRound } from '../../../commands/commentary/current-commentary-round.ts'
import { readCalendar } from '../../../storage/calendar.ts'
import { transact } from '../../../storage/database.ts'
import { duty, dutyRoom, report, siping, tiedong } from '../../conversation.ts'
import { heads, openCommentedDay, sentAt } from './commented-day.ts'

test('a day off that is declared working gets its round, and the round after it follows', async () => {
  const day = await openCommentedDay({ date: '2022-05-20' })
  await day.until('18:00', '2022-05-20')
  await day.say(duty, dutyRoom, '/日历 2022-05-21 班')
  await transact(day.db, async tx => replanCommentaryRound(tx, await readCalendar(tx), day.clock.now()))
  const ends: string[] = []
  for (const date of ['2022-05-21', '2022-05-23']) {
    await day.until('09:30', date)
    await day.say(tiedong, siping, report({ date }))
    const sent = await day.until('20:00', date)
    ends.push(
      ...sent.filter(({ where, text }) => where === heads && text?.startsWith('【点评情况】')).map(sentAt),
    )
  }
  expect(ends).toEqual(['2022-05-21 17:30', '2022-05-23 17:30'])
})

test('a round that has begun stays', async () => {
  const day = await openCommentedDay()
  await transact(day.db, async tx => replanCommentaryRound(tx, await readCalendar(tx), day.clock.now()))
  const rounds = await day.db.selectFrom('commentaryRounds').select(['date', 'state']).execute()
  expect(rounds).toEqual([{ date: '2022-05-18', state: 'open' }])
})
