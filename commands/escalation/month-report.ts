import { renderMonth } from '../../reports/escalation/month.ts'
import { addDays, businessDate } from '../../reports/time.ts'
import { monthFigures } from '../../storage/month-figures.ts'
import { defineCommand, officials, refuse } from '../command.ts'

/** 督办 月报: what was done about hazards in a month. */
export const monthReport = defineCommand({
  name: '督办 月报',
  aliases: ['督办月报', 'duban yb'],
  usage: '/督办 月报 [月份]，如“/督办 月报 2022-05”',
  summary: '查看当月或某月督办、约谈、停产、罚款情况',
  roles: officials,
  async run([written], context) {
    const today = businessDate(context.now)
    const month = written === undefined ? today.slice(0, 7) : readMonth(written, today)
    if (month > today.slice(0, 7)) refuse('该月尚未到，请写明以往的月份。')
    const from = `${month}-01`
    const after = `${addDays(from, 31).slice(0, 7)}-01`
    const last = addDays(after, -1)
    const to = [last, today].sort()[0]!
    const title = `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月${to < last ? `（截至${Number(to.slice(8))}日）` : ''}`
    return [context.reply(renderMonth(title, await monthFigures(context.db, { from, to, after })))]
  },
})

/** YYYY-MM of what is written: 2022-05, 2022年5月, 5月 for the latest May that is not to come. */
function readMonth(written: string, today: string): string {
  const [, year, month] = /^(?:(\d{4})[-年./])?(\d{1,2})月?(?:份)?$/u.exec(written.normalize('NFKC')) ?? []
  const number = Number(month)
  if (month === undefined || number < 1 || number > 12)
    return refuse(`看不懂月份“${written.slice(0, 20)}”，请写成“5月”或“2022-05”。`)
  const within = (y: string) => `${y}-${month.padStart(2, '0')}`
  if (year !== undefined) return within(year)
  const thisYear = within(today.slice(0, 4))
  return thisYear > today.slice(0, 7) ? within(String(Number(today.slice(0, 4)) - 1)) : thisYear
}
