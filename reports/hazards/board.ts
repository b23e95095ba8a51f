import type { Rung } from '../escalation/ladder.ts'
import { type Industry, industries } from '../terms.ts'
import { addDays, businessDate, moment } from '../time.ts'
import { type HazardState, isOpen, isOverdue, type TrackedHazard } from './hazard.ts'
import { daysBetween } from './hazard-text.ts'

/** Which hazards a board 清零台账 is about; what is null or false does not matter. */
export interface BoardScope {
  /** Name of a unit, with all below it; null for the whole province. */
  unit: string | null
  /** The units that are meant by it, by name; null for all. */
  units: string[] | null
  /** Null for all, also those that are not known. */
  industries: Industry[] | null
  enterprise: string | null
  /** Only those that are overdue 逾期. */
  overdue: boolean
  /** Only major hazards 重大隐患. */
  major: boolean
}

/** What was asked, and when: the same question has the same board whenever it is made. */
export interface BoardQuestion {
  scope: BoardScope
  /** Business date at the end of which it is to stand; that of `askedAt`: as it stood then. */
  date: string
  /** UTC ISO 8601. */
  askedAt: string
  /** The last event of the ledger when it was asked; what came after it is not on the board. */
  lastEvent: number
}

/** A hazard as it stood at that time, with what is said beside its state. */
export interface BoardEntry {
  hazard: TrackedHazard
  /** Under the province's supervision 提级. */
  takenOver: boolean
  /** Highest rung 督办阶梯 that had gone out about it; null where none had. */
  rung: Rung | null
  /** Pictures that stand as evidence. */
  pictures: number
  /** It was entered after the day that is shown, by a report that came later 补报. */
  enteredLater: boolean
}

/** Numbers of hazards. All but the last two are of those that are open. */
export interface BoardFigures {
  open: number
  rectifying: number
  reported: number
  reinspected: number
  overdue: number
  major: number
  /** Found again after their closure 屡改屡犯. */
  recurring: number
  takenOver: number
  /** Being rectified without a deadline 未报期限. */
  undated: number
  /** Ever found, without those struck off. */
  found: number
  closed: number
}

interface BoardCell {
  city: string
  industry: Industry | null
  figures: BoardFigures
}

/** The board 清零台账: what is open, most urgent first, and the figures. */
export interface Board {
  question: BoardQuestion
  open: BoardEntry[]
  figures: BoardFigures
  /** By city and industry, where there is any. */
  cells: BoardCell[]
  /** By city, or by unit where all are of one city; only those with open hazards. */
  places: { name: string; figures: BoardFigures }[]
  /** Hazards among those found that were entered after the day that is shown. */
  enteredLater: number
}

/** When what is on the board must have happened before: the end of a past day, UTC ISO 8601; null for up to the question. */
export const boardEnd = ({ date, askedAt }: BoardQuestion): string | null =>
  date < businessDate(new Date(askedAt)) ? moment(addDays(date, 1), '00:00').toISOString() : null

/** Makes the board of all entries of the ledger at its time. `cityOf`: the name of a unit's city 市（州）. */
export function compileBoard(
  question: BoardQuestion,
  ledger: BoardEntry[],
  cityOf: (unit: string) => string,
): Board {
  const { date } = question
  const entries = ledger.filter(({ hazard }) => isInScope(hazard, question))
  const count = (counted: BoardEntry[]) => figuresOf(counted, date)
  const city = ({ hazard }: BoardEntry) => cityOf(hazard.unit)
  const open = entries.filter(({ hazard }) => isOpen(hazard)).sort(mostUrgentFirst(date))
  const cities = Map.groupBy(entries, city)
  const isOneCity = new Set(open.map(city)).size === 1
  const places = Map.groupBy(open, entry => (isOneCity ? entry.hazard.unit : city(entry)))
  return {
    question,
    open,
    figures: count(entries),
    cells: [...cities].flatMap(([name, own]) =>
      [...industries, null].flatMap(industry => {
        const some = own.filter(({ hazard }) => hazard.industry === industry)
        return some.length === 0 ? [] : [{ city: name, industry, figures: count(some) }]
      }),
    ),
    places: [...places]
      .map(([name, own]) => ({ name, figures: count(own) }))
      .sort((a, b) => b.figures.open - a.figures.open || b.figures.overdue - a.figures.overdue),
    enteredLater: entries.filter(({ enteredLater }) => enteredLater).length,
  }
}

function isInScope(hazard: TrackedHazard, { scope, date }: BoardQuestion): boolean {
  const { units, industries: chosen, enterprise, overdue, major } = scope
  return (
    hazard.state !== 'void' &&
    hazard.foundOn <= date &&
    (units === null || units.includes(hazard.unit)) &&
    (chosen === null || (hazard.industry !== null && chosen.includes(hazard.industry))) &&
    (enterprise === null || hazard.enterprise === enterprise) &&
    (!overdue || isOverdue(hazard, date)) &&
    (!major || hazard.major)
  )
}

function figuresOf(entries: BoardEntry[], date: string): BoardFigures {
  const open = entries.filter(({ hazard }) => isOpen(hazard))
  const among = (is: (entry: BoardEntry) => boolean) => open.filter(is).length
  const inState = (state: HazardState) => among(({ hazard }) => hazard.state === state)
  return {
    open: open.length,
    rectifying: inState('rectifying'),
    reported: inState('reported'),
    reinspected: inState('reinspected'),
    overdue: among(({ hazard }) => isOverdue(hazard, date)),
    major: among(({ hazard }) => hazard.major),
    recurring: among(({ hazard }) => isRecurring(hazard)),
    takenOver: among(({ takenOver }) => takenOver),
    undated: among(({ hazard }) => hazard.state === 'rectifying' && hazard.deadline === null),
    found: entries.length,
    closed: entries.length - open.length,
  }
}

/** Found again after its closure 屡改屡犯. */
const isRecurring = ({ recurrenceOf, afterClosure }: TrackedHazard): boolean =>
  recurrenceOf !== null && afterClosure

/** Clearance rate 清零率: closed of all that were found, 0 to 1; null where nothing was. */
export const clearanceRate = ({ open, closed }: BoardFigures): number | null =>
  open + closed === 0 ? null : closed / (open + closed)

/** So many days before its deadline a hazard is due soon. */
const soon = 3

/** Overdue longest, then major, due today, due soon, without deadline, and the rest by deadline. */
function mostUrgentFirst(date: string) {
  const key = ({ hazard }: BoardEntry): [number, string] => {
    const { state, deadline, major } = hazard
    const at = deadline ?? '9999'
    if (isOverdue(hazard, date)) return [0, at]
    if (major) return [1, at]
    if (state !== 'rectifying') return [6, at]
    if (deadline === null) return [4, hazard.foundOn]
    if (deadline === date) return [2, at]
    return [daysBetween(date, deadline) <= soon ? 3 : 5, at]
  }
  return (a: BoardEntry, b: BoardEntry): number => {
    const [[rankA, atA], [rankB, atB]] = [key(a), key(b)]
    return (
      rankA - rankB ||
      (atA < atB ? -1 : atA > atB ? 1 : 0) ||
      Number(b.hazard.major) - Number(a.hazard.major) ||
      a.hazard.report - b.hazard.report ||
      a.hazard.position - b.hazard.position
    )
  }
}
