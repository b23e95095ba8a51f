import type { AnnexRow, DailyReport, Totals } from '../daily/daily-report.ts'
import { byUrgency } from '../hazards/digest.ts'
import { isOverdue, type TrackedHazard } from '../hazards/hazard.ts'
import type { Industry } from '../terms.ts'
import { cleanUnits, lateUnits, silentUnits, strangeUnits } from './look-back-units.ts'

/** A daily report whose rows can be read again and again. */
export type ListedReport = DailyReport & { provincialRows: AnnexRow[]; localRows: AnnexRow[] }

/** What a daily report is looked back from. */
export interface History {
  /** The round before; null for the first of all. */
  previous: RoundName | null
  /** Figures by unit and industry of the rounds before, newest first, five at most. */
  figures: { unit: string; industry: Industry | null; totals: Totals }[][]
  /**
   * Hazards of the ledger 台账 as they stood when the report was compiled, by number, without those struck off 作废 and
   * those that had been closed before the round before.
   */
  hazards: TrackedHazard[]
  /** Ids of those that were being rectified when the round before was compiled; empty for the first of all. */
  openBefore: ReadonlySet<number>
}

type RoundName = Pick<DailyReport, 'date' | 'round' | 'rounds'>

/** A unit and the numbers of the reports that tell of it. */
export interface UnitReports {
  unit: string
  reports: number[]
}

/** A figure of a unit that moved strangely. */
export interface StrangeFigure extends UnitReports {
  figure: 'enterprises' | 'hazards'
  now: number
  /** Mean of the rounds before in which the unit inspected. */
  usual: number
}

/** Looking back 回头看: what differs from the round before, and what deserves a word 点评. All of a division's industries. */
export interface LookBack {
  divisions: string[]
  /** With which round it is compared; null for the first of all. */
  since: RoundName | null
  /** How many rounds before this one the figures are compared with. */
  rounds: number
  /** Found in this round, and no further case of an earlier one; empty where there is nothing to compare with. */
  fresh: TrackedHazard[]
  /** Open when the round before was compiled, whenever they were found, and reported rectified or closed now. */
  rectified: TrackedHazard[]
  /** How many were open then. */
  openBefore: number
  /** The longest overdue first. */
  overdue: TrackedHazard[]
  /** Units that usually inspect in these industries and did not; `missing` have not reported at all 缺报. */
  silent: { unit: string; missing: boolean }[]
  strange: StrangeFigure[]
  majors: TrackedHazard[]
  /** Found again 重复隐患: further cases of earlier ones. */
  repeated: TrackedHazard[]
  /** 检查多家、零隐患. */
  clean: (UnitReports & { enterprises: number })[]
  late: UnitReports[]
}

/** Looks back for one division 处室, or for divisions of the same industries. */
export function lookBack(
  division: { names: string[]; industries: Industry[] },
  report: ListedReport,
  history: History,
): LookBack {
  const { names: divisions, industries } = division
  const isOwn = ({ industry }: { industry: Industry | null }) =>
    industry !== null && industries.includes(industry)
  const rowsOf = ({ provincialRows, localRows }: ListedReport) =>
    [...provincialRows, ...localRows].filter(isOwn)
  const rows = rowsOf(report)
  const own = history.hazards.filter(isOwn)
  const numbers = new Set(rows.map(({ number }) => number))
  const found = own.filter(hazard => numbers.has(hazard.report))
  const openBefore = own.filter(({ id }) => history.openBefore.has(id))
  const figures = history.figures.map(each => each.filter(isOwn))
  return {
    divisions,
    since: history.previous,
    rounds: figures.length,
    fresh: history.previous === null ? [] : found.filter(({ recurrenceOf }) => recurrenceOf === null),
    rectified: openBefore.filter(({ state }) => state !== 'rectifying'),
    openBefore: openBefore.length,
    overdue: byUrgency(
      own.filter(hazard => isOverdue(hazard, report.date)),
      report.date,
    ),
    silent: silentUnits(rows, figures).map(unit => ({
      unit,
      missing: report.reporting.missing.includes(unit),
    })),
    strange: strangeUnits(rows, figures),
    majors: found.filter(({ major }) => major),
    repeated: found.filter(({ recurrenceOf }) => recurrenceOf !== null),
    clean: cleanUnits(rows),
    late: lateUnits(rows),
  }
}
