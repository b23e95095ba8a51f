import { readNumeral } from './numerals.ts'

/** A date as people write it, before it is known which year or month is meant. */
export interface WrittenDate {
  written: string
  /** Position in the text. */
  index: number
  year?: number
  month?: number
  day?: number
  /** Days from the day of the message: 昨日 is -1. */
  offset?: number
}

/** A calendar day YYYY-MM-DD, or why there is none. */
export type ResolvedDate = { date: string; fault: null } | { date: null; fault: 'noSuchDay' | 'future' }

const number = '(\\d{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})'
const relative = new Map([
  ['大前天', -3],
  ['前天', -2],
  ['前日', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['今天', 0],
  ['今日', 0],
  ['本日', 0],
  ['当天', 0],
  ['当日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
])

/** Each way to write a date, and the fields that its groups give. The last two are too short for running text. */
const forms: { pattern: RegExp; fields: ('year' | 'month' | 'day')[]; brief?: true }[] = [
  {
    pattern: new RegExp(
      `(\\d{4}|\\d{2}|[〇零一二三四五六七八九]{4})年 ?${number}月 ?${number}(?:日|号|(?![\\d年月]))`,
    ),
    fields: ['year', 'month', 'day'],
  },
  { pattern: /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/, fields: ['year', 'month', 'day'] },
  { pattern: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/, fields: ['year', 'month', 'day'] },
  { pattern: new RegExp(`${number}月 ?${number}(?:日|号|(?![\\d月]))`), fields: ['month', 'day'] },
  {
    pattern: /(?<![\d.\-/])(\d{1,2})[-./](\d{1,2})(?![\d.\-/]|条|米|MPa|%)/,
    fields: ['month', 'day'],
    brief: true,
  },
  { pattern: new RegExp(`(?<![\\d月第])${number}[日号](?!内)`), fields: ['day'], brief: true },
]
const relativeWord = new RegExp([...relative.keys()].join('|'))

/** The first date in a text; `brief` also takes 5-18 and 18日, for places where nothing but a date is expected. */
export function findDate(text: string, { brief = false } = {}): WrittenDate | null {
  let first: WrittenDate | null = null
  const word = relativeWord.exec(text)
  if (word) first = { written: word[0], index: word.index, offset: relative.get(word[0])! }
  for (const form of forms) {
    if (form.brief && !brief) continue
    const match = form.pattern.exec(text)
    if (!match || (first && first.index <= match.index)) continue
    const read: WrittenDate = { written: match[0], index: match.index }
    for (const [group, field] of form.fields.entries()) read[field] = readNumeral(match[group + 1]!) ?? 0
    first = read
  }
  return first
}

/** The calendar day in Asia/Shanghai at an instant (ISO 8601); null when it is not an instant. */
export function shanghaiDay(at: string): string | null {
  const time = Date.parse(at)
  // China has had one offset and no daylight saving since 1991.
  return Number.isNaN(time) ? null : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
}

const dayLength = 86_400_000
const shift = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayLength

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && month >= 1 ? date.toISOString().slice(0, 10) : null
}

/** The day meant: where the year or the month is left out, the one nearest to today. */
function resolve(written: WrittenDate, today: string): string | null {
  if (written.offset !== undefined) return shift(today, written.offset)
  const { year, month, day = 0 } = written
  const thisYear = Number(today.slice(0, 4))
  const thisMonth = Number(today.slice(5, 7))
  if (year !== undefined) return calendarDay(year < 100 ? 2000 + year : year, month!, day)
  const around = [0, -1, 1].map(step => {
    if (month !== undefined) return calendarDay(thisYear + step, month, day)
    const months = thisYear * 12 + thisMonth - 1 + step
    return calendarDay(Math.floor(months / 12), (months % 12) + 1, day)
  })
  const distance = (date: string) => Math.abs(daysBetween(today, date))
  // The limit leaves out the 29 February of another year.
  const near = around.filter(date => date !== null && distance(date) < 300) as string[]
  return near.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/** The day of an inspection: today or before. 12月30日 written in January is last year's. */
export function resolveInspectionDate(written: WrittenDate, today: string): ResolvedDate {
  const date = resolve(written, today)
  if (date === null) return { date: null, fault: 'noSuchDay' }
  return date > today ? { date: null, fault: 'future' } : { date, fault: null }
}

/** The day of a deadline, which may lie ahead. 1月5日 written in December is next year's. */
export function resolveDeadline(written: WrittenDate, today: string): ResolvedDate {
  const date = resolve(written, today)
  return date === null ? { date: null, fault: 'noSuchDay' } : { date, fault: null }
}

/** A deadline as a span from today: 3日内, 一周内, 月底前, 6月底前. */
export function findSpan(text: string, today: string): string | null {
  const span = spanOfDays.exec(text)
  if (span) return shift(today, (readNumeral(span[1]!) ?? 0) * (span[2] === '周' ? 7 : 1))
  const end = endOfMonth.exec(text)
  if (!end) return null
  const thisMonth = Number(today.slice(5, 7))
  const month = (end[1] && readNumeral(end[1])) || thisMonth
  if (month > 12) return null
  const year = Number(today.slice(0, 4)) + (month < thisMonth ? 1 : 0)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
const spanOfDays = new RegExp(`${number} ?(?:个工作)?(日|天|周)[以之]?内`)
const endOfMonth = new RegExp(`(?:${number})?月底`)
