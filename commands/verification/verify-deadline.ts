import type { Calendar } from '../../reports/calendar.ts'
import { addDays, businessDate, isDate, moment } from '../../reports/time.ts'
import { refuse } from '../command.ts'
import { momentText } from '../moment-text.ts'

/** By when an answer is wanted. */
export interface Deadline {
  dueAt: Date
  /** The time as ordered, where it fell on a day off and was moved to the next working day; else null. */
  movedFrom: Date | null
  /** The text without it, where it stood in front. */
  rest: string
}

/** Where no time is stated: this one, if it is so many milliseconds ahead; else as late as that. */
const usualTime = '16:00'
const usualNotice = 60 * 60_000

/** A month; what is due later is no question of the day's report. */
const longestNotice = 31 * 24 * 3_600_000

/** After this time of the day nobody is asked for an answer before the next working day's morning. */
const closingTime = '17:00'
const morningTime = '10:00'

const digit = '[\\d０-９]'
const daySpelling = `今[天日]|明[天日]|后天|(?:${digit}{1,2}月)?${digit}{1,2}[日号]`
const timeSpelling = `(?<half>上午|早上|中午|下午|晚上)?(?<hours>${digit}{1,2})(?:[:：](?<minutes>${digit}{2})|[点时](?:(?<past>${digit}{2})分?|(?<thirty>半))?)`
/** A day, a time or both. */
const written = `(?<day>${daySpelling})?(?:\\s*${timeSpelling})?`
const gap = '[，,：:；;。\\s]+'
/** What a request goes on with behind a deadline. */
const request = '(?=请|核|答复|反馈|回复|报回|说明|务必|须)'
/** 至16:00, 明天10:00前: a time alone may be anything, such as that of an inspection. */
const leading = [
  new RegExp(`^(?:截至|截止|至|到)\\s*${written}(?<before>之?前|止)?(?<gap>${gap}|$|${request})?`),
  new RegExp(`^(?:请?[于在])?\\s*${written}(?<before>之?前)(?<gap>${gap}|$|${request})`),
]
/** …，请于16:00前答复。 */
const trailing = new RegExp(
  `(?:[于在至]|截至|[，,。；;\\s]|^)${written}之?前(?<before>答复|反馈|回复|报回|完成)?[。！!\\s]*$`,
)
const looseDay =
  '(?:[本下这]?(?:周|星期|礼拜)|[本下]?月[底末]|年[底末]|[今明][早晚]|中午|晚上|下班|[一二三四五六七八九十]{1,3}[月日号点时]|[\\d０-９]{1,4}(?:[./:：月日号点时年-]))'
/** A deadline in front, in a spelling that is not read. */
const unread = [
  new RegExp(`^(?:截至|截止|至|到)\\s*${looseDay}`),
  new RegExp(`^(?:请?[于在])?\\s*${looseDay}\\S{0,8}?前(?:${gap}|$|${request})`),
]

const unreadable = '看不懂答复期限，请写成“至16:00”“明天10:00前”“5月20日前”或“至5月19日10:00”。'

/** How a deadline is found in a text. A day alone is one where 前 or a gap ends it, at the end of a text 前答复. */
function find(pattern: RegExp, text: string): RegExpExecArray | null {
  const found = pattern.exec(text)
  const { day, hours, before, gap } = found?.groups ?? {}
  if (hours !== undefined) return found
  return day !== undefined && (before !== undefined || gap !== undefined) ? found : null
}

/**
 * Reads by when an answer is wanted, in front of a text or at its end; the usual time where it does not say. Refuses
 * a time that has passed.
 */
export function readDeadline(text: string, calendar: Calendar, now: Date): Deadline {
  const front = leading.map(pattern => find(pattern, text)).find(found => found !== null)
  if (!front && unread.some(pattern => pattern.test(text))) return refuse(unreadable)
  const found = front ?? find(trailing, text)
  if (!found) return { dueAt: usualDeadline(calendar, now), movedFrom: null, rest: text }
  const ordered = momentOf(found.groups!, now)
  if (ordered <= now) refuse(`答复期限${momentText(ordered)}已过，请另定期限。`)
  if (ordered.getTime() - now.getTime() > longestNotice)
    refuse(`答复期限${momentText(ordered)}过远，请在一个月之内。`)
  const date = businessDate(ordered)
  const moved = !calendar.isWorkingDay(date)
  return {
    dueAt: moved ? onDate(calendar.nextWorkingDay(date), ordered, date) : ordered,
    movedFrom: moved ? ordered : null,
    rest: front ? text.slice(front[0].length) : text,
  }
}

/** The deadline where none is stated: never in the evening or at night. */
export function usualDeadline(calendar: Calendar, now: Date): Date {
  const today = businessDate(now)
  if (now > moment(today, closingTime)) return moment(calendar.nextWorkingDay(today), morningTime)
  if (!calendar.isWorkingDay(today)) return moment(calendar.nextWorkingDay(today), usualTime)
  const usual = moment(today, usualTime)
  const earliest = new Date(Math.ceil((now.getTime() + usualNotice) / 60_000) * 60_000)
  return usual >= earliest ? usual : earliest
}

/** The same time of another day. */
const onDate = (date: string, at: Date, itsDate: string): Date =>
  new Date(moment(date, '00:00').getTime() + at.getTime() - moment(itsDate, '00:00').getTime())

function momentOf(said: Record<string, string | undefined>, now: Date): Date {
  const date = dayOf(said.day, businessDate(now)) ?? refuse(unreadable)
  if (said.hours === undefined) return moment(date, usualTime)
  const figure = (text: string | undefined) => Number((text ?? '0').normalize('NFKC'))
  const stated = figure(said.hours)
  const later = said.half === '中午' ? stated < 11 : ['下午', '晚上'].includes(said.half ?? '') && stated < 12
  const hours = stated + (later ? 12 : 0)
  const minutes = said.thirty === undefined ? figure(said.minutes ?? said.past) : 30
  if (hours > 23 || minutes > 59) refuse(unreadable)
  return new Date(moment(date, '00:00').getTime() + (hours * 60 + minutes) * 60_000)
}

/** Null where no such day is on the calendar. Of 20日 the next one is meant. */
function dayOf(written: string | undefined, today: string): string | null {
  if (written === undefined || written.startsWith('今')) return today
  if (written.startsWith('明')) return addDays(today, 1)
  if (written === '后天') return addDays(today, 2)
  const figures = [...written.normalize('NFKC').matchAll(/\d+/g)].map(([digits]) => digits.padStart(2, '0'))
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const day = figures.at(-1)!
  if (figures.length === 1) {
    const ofThis = `${today.slice(0, 8)}${day}`
    const next = thisMonth === 12 ? `${year + 1}-01` : `${year}-${String(thisMonth + 1).padStart(2, '0')}`
    const date = ofThis < today ? `${next}-${day}` : ofThis
    return isDate(date) ? date : null
  }
  const thisYear = `${year}-${figures[0]}-${day}`
  // In December 1月4日 is that of the next year.
  const date = thisYear < addDays(today, -180) ? `${year + 1}-${figures[0]}-${day}` : thisYear
  return isDate(date) ? date : null
}
