import { lastPublishedYear } from '../reports/calendar.ts'
import { businessDate, businessTime, isDate, longDate } from '../reports/time.ts'
import { overrideDay, readCalendar } from '../storage/calendar.ts'
import { collectingRound } from '../storage/rounds.ts'
import { type Context, defineCommand, operators, refuse } from './command.ts'
import { replanCommentaryRound } from './commentary/current-commentary-round.ts'
import { replanRound, roundName } from './current-round.ts'
import { planMorningDigest } from './hazards/digest/morning-digest.ts'

/** 日历: declares a day working or free, where the published calendar ends or an order changes it. */
export const declareDay = defineCommand({
  name: '日历',
  aliases: ['rl'],
  usage: '/日历 <日期> 班|休 [说明]，如“/日历 2027-01-01 休 元旦”',
  summary: '登记工作日或休息日',
  roles: operators,
  async run([date, kind, ...note], context) {
    const { db, now, reply, calendar } = context
    if (date === undefined)
      return [
        reply(
          `法定节假日安排录入到${lastPublishedYear}年底。今日为${calendar.isWorkingDay(businessDate(now)) ? '工作日' : '休息日'}。`,
        ),
      ]
    const day = date
      .normalize('NFKC')
      .replace(/^(\d{4})[年./](\d{1,2})[月./](\d{1,2})日?$/, (_, y, m, d) =>
        [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
      )
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) refuse('请写明年月日，例如“/日历 2027-01-01 休”。')
    if (!isDate(day)) refuse(`没有${date.slice(0, 20)}这一天，请核对。`)
    if (kind !== '班' && kind !== '休') refuse('请注明“班”或“休”，例如“/日历 2027-01-01 休”。')
    if (day < businessDate(now)) refuse(`${longDate(day)}已过，不能更改。`)
    await overrideDay(db, day, kind === '班', note.join(' ').slice(0, 100))
    const moved = await followCalendar(context)
    return [reply(`已登记：${longDate(day)}为${kind === '班' ? '工作日' : '休息日'}。${moved}`)]
  },
})

/** A round that has not begun is planned anew; one that is collecting goes on. */
async function followCalendar({ db, now }: Context): Promise<string> {
  const calendar = await readCalendar(db)
  await replanCommentaryRound(db, calendar, now)
  await planMorningDigest(db, calendar, now)
  const planned = await collectingRound(db)
  if (planned === null) return ''
  if (now >= planned.opensAt) return `${roundName(planned)}批次正在报送，不受影响。`
  const round = await replanRound(db, calendar, planned, now)
  return `下一批次：${roundName(round)}${businessTime(round.dueAt)}截止。`
}
