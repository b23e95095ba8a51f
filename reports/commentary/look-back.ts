import { type AnnexRow, type DailyReport, numbered, type Totals } from '../daily/daily-report.ts'
import type { HazardNumber } from '../hazards/hazard-number.ts'
import type { Industry } from '../terms.ts'
import { newHazards, overdueOf, rectifiedOf, repeatedOf } from './look-back-hazards.ts'
import { cleanUnits, lateUnits, silentUnits, strangeUnits } from './look-back-units.ts'

/** A hazard 隐患 with where it was found. */
export interface LocatedHazard extends HazardNumber {
  unit: string
  enterprise: string | null
  industry: Industry | null
  text: string
  major: boolean
  rectified: boolean | null
  /** YYYY-MM-DD. */
  deadline: string | null
}

/** A daily report whose rows can be read again and again. */
export type ListedReport = DailyReport & { provincialRows: AnnexRow[]; localRows: AnnexRow[] }

/** What a daily report is looked back from. */
export interface History {
  /** The round before, as its latest edition stands; null for the first of all. */
  previous: ListedReport | null
  /** Figures by unit and industry of the rounds before, newest first, five at most. */
  figures: { unit: string; industry: Industry | null; totals: Totals }[][]
  /** Hazards of earlier rounds whose deadline has passed and that their own report does not call rectified. */
  overdue: LocatedHazard[]
  /** All hazards of these sixty days, those of this round too, as they stand. */
  known: LocatedHazard[]
  /** Those of the earlier rounds as they stood when the round before was compiled; empty for the first of all. */
  before: LocatedHazard[]
}

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
  since: Pick<DailyReport, 'date' | 'round' | 'rounds'> | null
  /** How many rounds before this one the figures are compared with. */
  rounds: number
  /** Found in this round and not before at the same enterprise; empty where there is nothing to compare with. */
  fresh: LocatedHazard[]
  /** Open when the round before was compiled, whenever they were found, and rectified now. */
  rectified: LocatedHazard[]
  /** How many were open then. */
  openBefore: number
  overdue: LocatedHazard[]
  /** Units that usually inspect in these industries and did not; `missing` have not reported at all 缺报. */
  silent: { unit: string; missing: boolean }[]
  strange: StrangeFigure[]
  majors: LocatedHazard[]
  /** Found again at the same enterprise, with the earlier one's number. */
  repeated: { hazard: LocatedHazard; before: HazardNumber }[]
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
  const found = rows.flatMap(hazardsOf)
  const open = history.before.filter(hazard => isOwn(hazard) && hazard.rectified !== true)
  const rectifiedBefore = new Set(rectifiedOf(open, history.before))
  const openBefore = open.filter(hazard => !rectifiedBefore.has(hazard))
  const figures = history.figures.map(each => each.filter(isOwn))
  return {
    divisions,
    since: history.previous,
    rounds: figures.length,
    fresh: history.previous === null ? [] : newHazards(found, history.known),
    rectified: rectifiedOf(openBefore, history.known),
    openBefore: openBefore.length,
    overdue: overdueOf(history.overdue.filter(isOwn), history.known, report.date),
    silent: silentUnits(rows, figures).map(unit => ({
      unit,
      missing: report.reporting.missing.includes(unit),
    })),
    strange: strangeUnits(rows, figures),
    majors: found.filter(({ major }) => major),
    repeated: repeatedOf(found, history.known),
    clean: cleanUnits(rows),
    late: lateUnits(rows),
  }
}

/** The hazards of a report with their numbers. */
const hazardsOf = ({ number, unit, enterprise, industry, hazards }: AnnexRow): LocatedHazard[] =>
  numbered(hazards).map(({ position, text, major, rectified, deadline }) => ({
    report: number,
    position,
    unit,
    enterprise,
    industry,
    text,
    major,
    rectified,
    deadline,
  }))
