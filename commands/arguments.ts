import { addDays, businessDate, isDate } from '../reports/time.ts'
import { refuse } from './command.ts'

/** A number as people write it: 12, １２, 第12号. Refuses anything else. */
export function numberOf(text: string | undefined): number {
  const digits = /^第?(\d{1,15})号?$/.exec((text ?? '').normalize('NFKC'))?.[1]
  return digits === undefined ? refuse('请写明编号，例如“12”。') : Number(digits)
}

/** A date as people write it: 2022-05-18, 5月18日, 5.18, 昨天. Without a year the latest that is not to come. */
export function dateOf(text: string, now: Date): string {
  const today = businessDate(now)
  const written = text.normalize('NFKC')
  const word = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2 }[written]
  if (word !== undefined) return addDays(today, word)
  const parts = /^(?:(\d{4})[-.年/])?(\d{1,2})[-.月/](\d{1,2})日?$/.exec(written)
  if (parts !== null) {
    const [, year, month, day] = parts
    const within = (y: string) => `${y}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
    const thisYear = within(year ?? today.slice(0, 4))
    const date =
      year === undefined && thisYear > today ? within(String(Number(today.slice(0, 4)) - 1)) : thisYear
    if (isDate(date)) return date
  }
  return refuse(`看不懂日期“${text.slice(0, 20)}”，请写成“5月18日”或“2022-05-18”。`)
}

/** A time of day as people write it: 9:00, 15：00, 15点; as HH:MM. Null when it is none. */
export function timeOf(text: string): string | null {
  const parts = /^(\d{1,2})(?::(\d{2})|点(?:(\d{2})分?)?)$/.exec(text.normalize('NFKC'))
  if (parts === null) return null
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? parts[3] ?? 0)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
