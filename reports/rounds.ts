import type { Calendar } from './calendar.ts'
import { businessDate, moment } from './time.ts'

/** When a round of a working day is due and when it is compiled, HH:MM. */
export interface Slot {
  due: string
  compile: string
}

/** Reporting round 报送批次. */
export interface Round {
  /** Business date, YYYY-MM-DD. */
  date: string
  /** 1, 2 … within the day, and how many the day has. */
  number: number
  ofDay: number
  opensAt: Date
  dueAt: Date
  compileAt: Date
  /** Inspections covered, first and last date. */
  periodFrom: string
  periodTo: string
}

/** Share of a round's window after which those who have not reported are reminded. */
const reminderShare = 0.8

/** The office opens; the window of the day's first round begins. */
const opening = '09:00'

/** Due times of so many rounds a day 频次: one by default, five in the closed-office months. */
const usualDueTimes: Record<number, string[]> = {
  1: ['15:00'],
  2: ['11:00', '15:00'],
  3: ['11:00', '13:00', '15:00'],
  4: ['10:30', '12:00', '13:30', '15:00'],
  5: ['09:00', '10:30', '12:00', '13:30', '15:00'],
}

/** One round a day, due 15:00, compiled 16:30. */
export const defaultPlan: Slot[] = [{ due: '15:00', compile: '16:30' }]

/** The plan for so many rounds a day; null where there is no usual one. */
export const usualPlan = (rounds: number): Slot[] | null => {
  const due = usualDueTimes[rounds]
  return due === undefined ? null : planFor(due)
}

/** A plan from due times in order: compiled half an hour later, the last of the day an hour and a half later. */
export const planFor = (due: string[]): Slot[] =>
  due.map((time, i) => ({ due: time, compile: plusMinutes(time, i === due.length - 1 ? 90 : 30) }))

/** What is wrong with a plan, in Chinese; null when it can be used. */
export function faultOfPlan(plan: Slot[]): string | null {
  if (plan.length === 0 || plan.length > 12) return '每日批次应为1至12次'
  for (const [i, slot] of plan.entries()) {
    if (slot.due >= slot.compile || slot.compile > '23:59')
      return slot.compile > '23:59'
        ? `${slot.due}截止的批次当日来不及编制，请写明编制时间，如“22:40/23:30”`
        : `${slot.due}的编制时间${slot.compile}应晚于截止时间`
    const next = plan[i + 1]
    if (next !== undefined && next.due <= slot.due) return '截止时间应由早到晚，不得重复'
    if (next !== undefined && next.due < slot.compile)
      return `${next.due}应不早于前一批次的编制时间${slot.compile}`
  }
  return null
}

/** The first round that is compiled after a moment. */
export function nextRound(plan: Slot[], calendar: Calendar, after: Date): Round {
  let date = businessDate(after)
  if (!calendar.isWorkingDay(date)) date = calendar.nextWorkingDay(date)
  for (;;) {
    const number = plan.findIndex(slot => moment(date, slot.compile) > after)
    if (number >= 0) return roundOf(plan, calendar, date, number)
    date = calendar.nextWorkingDay(date)
  }
}

function roundOf(plan: Slot[], calendar: Calendar, date: string, index: number): Round {
  const slot = plan[index]!
  const previous = plan[index - 1]
  const early = plusMinutes(slot.due, -120)
  return {
    date,
    number: index + 1,
    ofDay: plan.length,
    opensAt: moment(date, previous?.due ?? (early < opening ? early : opening)),
    dueAt: moment(date, slot.due),
    compileAt: moment(date, slot.compile),
    periodFrom: previous === undefined ? calendar.previousWorkingDay(date) : date,
    periodTo: date,
  }
}

/** When the units that have not reported are reminded. */
export const reminderAt = ({ opensAt, dueAt }: Pick<Round, 'opensAt' | 'dueAt'>): Date =>
  new Date(opensAt.getTime() + reminderShare * (dueAt.getTime() - opensAt.getTime()))

/** 15:00 (16:30编制)、… */
export const describePlan = (plan: Slot[]): string =>
  plan.map(slot => `${slot.due}截止、${slot.compile}编制`).join('；')

/** HH:MM so many minutes later, kept within the day's clock face. */
function plusMinutes(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes
  const clamped = Math.max(0, total)
  return `${String(Math.floor(clamped / 60)).padStart(2, '0')}:${String(clamped % 60).padStart(2, '0')}`
}
