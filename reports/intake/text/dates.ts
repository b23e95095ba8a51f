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
  /** 1 Monday to 7 Sunday. */
  weekday?: number
  /** Weeks or months from that of the message: 上周三 is -1, 下月10日 is 1. */
  step?: number
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
  ['昨晚', -1],
  ['昨夜', -1],
  ['今天', 0],
  ['今日', 0],
  ['本日', 0],
  ['当天', 0],
  ['当日', 0],
  ['今早', 0],
  ['今晨', 0],
  ['今晚', 0],
  ['当晚', 0],
  ['明天', 1],
  ['明日', 1],
  ['次日', 1],
  ['后天', 2],
  ['后日', 2],
])

/** 上周三, 本月5日: whether the week or month before, this or the next one is meant. */
const steps = new Map([
  ['上', -1],
  ['本', 0],
  ['这', 0],
  ['当', 0],
  ['下', 1],
])
const weekdays = '一二三四五六日'

/** Each way to write a date, and the fields that its groups give. Those marked brief are too short for running text. */
const forms: { pattern: RegExp; fields: ('year' | 'month' | 'day' | 'step' | 'weekday')[]; brief?: true }[] =
  [
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
    {
      pattern: /(?<![\d.\-/])(\d{2})[-./](\d{1,2})[-./](\d{1,2})(?![\d.\-/])/,
      fields: ['year', 'month', 'day'],
      brief: true,
    },
    { pattern: new RegExp(`([上本这当下])个?月${number}(?:日|号|(?!\\d))`), fields: ['step', 'day'] },
    { pattern: /([上本这下])个?(?:周|星期|礼拜)([一二三四五六日天])/, fields: ['step', 'weekday'] },
    {
      pattern: /(?<![上本这下每个])(?:周|星期|礼拜)([一二三四五六日天])(?!期|到|至|次)/,
      fields: ['weekday'],
      brief: true,
    },
    { pattern: new RegExp(`(?<![\\d月第])${number}[日号](?![内以之])`), fields: ['day'], brief: true },
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
    for (const [group, field] of form.fields.entries()) read[field] = readPart(field, match[group + 1]!)
    first = read
  }
  return first
}

function readPart(field: 'year' | 'month' | 'day' | 'step' | 'weekday', written: string): number {
  if (field === 'step') return steps.get(written) ?? 0
  if (field === 'weekday') return weekdays.indexOf(written.replace('天', '日')) + 1
  return readNumeral(written) ?? 0
}

/** The calendar day in Asia/Shanghai at an instant (ISO 8601); null when it is not an instant. */
export function shanghaiDay(at: string): string | null {
  const time = Date.parse(at)
  // China has had one offset and no daylight saving since 1991.
  return Number.isNaN(time) ? null : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
}

const dayLength = 86_400_000
/** The day so many days after another. */
export const shift = (day: string, days: number) =>
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
  const { year, month, day = 0, weekday, step } = written
  if (weekday !== undefined) return shift(today, weekday - weekdayOf(today) + 7 * (step ?? 0))
  const thisYear = Number(today.slice(0, 4))
  const thisMonth = Number(today.slice(5, 7))
  if (year !== undefined) return calendarDay(year < 100 ? 2000 + year : year, month!, day)
  if (step !== undefined) {
    const months = thisYear * 12 + thisMonth - 1 + step
    return calendarDay(Math.floor(months / 12), (months % 12) + 1, day)
  }
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

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7

/** 周五 without 上 or 下: whether it names a weekday of any week. */
const isAnyWeek = ({ weekday, step }: WrittenDate) => weekday !== undefined && step === undefined

/** The day of an inspection: today or before. 12月30日 written in January is last year's, 周五 on a Monday last week's. */
export function resolveInspectionDate(written: WrittenDate, today: string): ResolvedDate {
  let date = resolve(written, today)
  if (date !== null && date > today && isAnyWeek(written)) date = shift(date, -7)
  if (date === null) return { date: null, fault: 'noSuchDay' }
  return date > today ? { date: null, fault: 'future' } : { date, fault: null }
}

/** The day of a deadline, which may lie ahead. 1月5日 written in December is next year's, 5日 on the 28th next month's. */
export function resolveDeadline(written: WrittenDate, today: string): ResolvedDate {
  const isDayAlone = written.day !== undefined && written.month === undefined && written.step === undefined
  let date = resolve(written, today)
  if (date !== null && date < today) {
    if (isAnyWeek(written)) date = shift(date, 7)
    if (isDayAlone) date = resolve({ ...written, step: 1 }, today) ?? date
  }
  return date === null ? { date: null, fault: 'noSuchDay' } : { date, fault: null }
}
