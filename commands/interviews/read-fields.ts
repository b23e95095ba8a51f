import { addDays, businessDate, longDate, shortDate } from '../../reports/time.ts'
import type { Interview } from '../../storage/interviews.ts'
import { dateOf } from '../arguments.ts'
import { type Context, refuse } from '../command.ts'

/** What is recorded of an interview, by the words under which it is written. */
export const labels = {
  date: ['时间', '日期'],
  place: ['地点'],
  attendees: ['人员', '参加人员', '参加', '约谈对象'],
  result: ['结果', '情况', '约谈结果'],
} as const
export type Field = keyof typeof labels
export type Fields = Pick<Interview, Field>

/** Characters of one field. */
const longest = 300

/** What stands before the first label, and what stands under each; refuses what is too long, and days to come. */
export function readFields(text: string, { now }: Context): { subject: string; fields: Partial<Fields> } {
  const words = Object.values(labels).flat()
  const parts = text.split(new RegExp(`(?:^|[\\s,;，；。])(${words.join('|')})[:：]`, 'u'))
  const fields: Partial<Fields> = {}
  for (let i = 1; i < parts.length; i += 2) {
    const field = (Object.keys(labels) as Field[]).find(each =>
      (labels[each] as readonly string[]).includes(parts[i]!),
    )!
    const said = parts[i + 1]!.trim().replace(/[,;，；。]$/u, '')
    if ([...said].length > longest) refuse(`“${labels[field][0]}”请压缩到${longest}字以内。`)
    if (said !== '') fields[field] = field === 'date' ? readDate(said, now) : said
  }
  return { subject: parts[0]!.trim(), fields }
}

/** Without a year, half a year back is as far as anybody means: what lies before it is a day to come. */
const remembered = 183

function readDate(said: string, now: Date): string {
  const [date, today] = [dateOf(said, now), businessDate(now)]
  if (!/\d{4}/.test(said.normalize('NFKC')) && date < addDays(today, -remembered))
    return refuse(`${shortDate(date)}尚未到，请在约谈后登记；如为去年，请写明年份。`)
  return date > today ? refuse(`${longDate(date)}尚未到，请在约谈后登记。`) : date
}
