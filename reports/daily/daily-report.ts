import type { PlacedHazard } from '../hazards/place-hazards.ts'
import type { ReportedHazard } from '../intake/parsed-message.ts'
import type { Industry } from '../terms.ts'

/** The figures that the daily report states; the rate is derived, see `rectificationRate`. */
export interface Totals {
  /** Teams 检查组. */
  teams: number
  /** Person-times 人次. */
  personTimes: number
  /** Distinct enterprises 企业 by unit and name. */
  enterprises: number
  hazards: number
  rectified: number
}

/** One cell of the summary 汇总: a city (or 省本级) and an industry; null where the report did not tell it. */
export interface SummaryCell {
  city: string
  industry: Industry | null
  totals: Totals
}

/** One line of an annex 附表: one inspection, or totals 合计 of many, in the six columns and what stands beside them. */
export interface AnnexRow {
  /** The report's number. */
  number: number
  unit: string
  /** Inspecting unit 检查单位 as written, or the unit's name. */
  inspectingUnit: string
  enterprise: string | null
  place: string | null
  industry: Industry | null
  /** YYYY-MM-DD. */
  date: string
  inspectors: string[]
  hazards: ListedHazard[]
  rectification: string | null
  /** Came after the round's due time 迟报. */
  late: boolean
  /** Of a report that states totals 合计 in place of inspections; it then has no enterprise and no hazards. */
  totals?: RowTotals
}

/** A hazard in a row. `position`: by which it is known for good; left out by editions of before it was kept. */
export interface ListedHazard extends ReportedHazard {
  position?: number
}

/** The hazards of a row with their positions: before these were kept, the place in the list was the position. */
export const numbered = (hazards: ListedHazard[]): PlacedHazard[] =>
  hazards.map((hazard, index) => ({ ...hazard, position: hazard.position ?? index + 1 }))

/** Figures of an annex row that stands for many inspections. */
export interface RowTotals extends Totals {
  /** They are those of all units of the jurisdiction 属地. */
  wholeJurisdiction: boolean
}

/** A report of totals 合计, whose enterprises and hazards cannot be listed. */
export interface StatedReport {
  number: number
  unit: string
  industry: Industry | null
  totals: Totals
}

/** A hazard that stays open, for the list in the text. */
export interface OpenHazard {
  number: number
  /** 1 and up, by which it is known for good. Left out by editions of before it was kept. */
  position?: number
  unit: string
  enterprise: string | null
  industry: Industry | null
  hazard: ReportedHazard
}

/** Something that is under the province 提级管理. */
export interface TakenOver {
  /** Number by which it is handed back. */
  number: number
  /** 四平市铁东区 宏达加油站 */
  subject: string
  /** Business date since which it is, YYYY-MM-DD. */
  since: string
  /** Its hazards that are not closed 未销号. */
  open: number
  reason: string
}

/** How far hazards are from being cleared 隐患清零, and what is under escalation 督办 for it. */
export interface Clearance {
  /** Hazards of the ledger 台账 that are not closed 未销号, and those among them. */
  open: number
  major: number
  overdue: number
  /** Found again after their closure 屡改屡犯. */
  recurring: number
  /** Open chains of escalation of which something has gone out, and how many of them stand at each of these rungs. */
  chains: number
  letters: number
  interviews: number
  listings: number
}

/** Who has reported in the round. All names are full unit names, in roster order. */
export interface Reporting {
  expected: number
  /** Units that reported, zero reports included. */
  actual: number
  onTime: number
  missing: string[]
  late: string[]
  zero: string[]
}

/** Daily report 日报表: the snapshot from which text, workbook and picture are made. */
export interface DailyReport {
  /** Business date of the round, YYYY-MM-DD. */
  date: string
  /** First, second … round of the day, and how many that day has. */
  round: number
  rounds: number
  /** Inspections covered, first and last date, YYYY-MM-DD. */
  periodFrom: string
  periodTo: string
  /** 1 is the first; 2 and up are corrected editions 更正版. */
  edition: number
  /** UTC ISO 8601. */
  compileAt: string
  compiledAt: string
  /** Compiled after its time because the bot was down 迟编. */
  compiledLate: boolean
  /** What a corrected edition changes, in phrases; empty for the first. */
  corrections: string[]
  /** The province's own inspections 省本级, and those of cities and counties. */
  provincial: Totals
  local: Totals
  /** One per city in roster order, cities without any inspection included. */
  cities: { city: string; totals: Totals; missing: string[] }[]
  /** Cells that are not zero; 省本级 first, then cities in roster order, industries in their order, null last. */
  summary: SummaryCell[]
  reporting: Reporting
  /** Major hazards 重大隐患 among those found. */
  majorHazards: number
  openHazards: OpenHazard[]
  /** Annex 附表1: the province's own inspections; 附表2: cities and counties; in roster order, then by number. */
  provincialRows: Iterable<AnnexRow>
  localRows: Iterable<AnnexRow>
  /** Reports of people who are not in the roster, kept but not counted until a duty officer admits them 采信. */
  pending: { number: number; unit: string }[]
  /** Reports of totals 合计 that count, in the order of the annexes. Left out by editions of before there were any. */
  stated?: StatedReport[]
  /**
   * Reports of totals that do not count: `instead` is the number of those that do, null where the inspections are
   * listed one by one. Left out likewise.
   */
  setAside?: { number: number; unit: string; instead: number | null }[]
  /** How the verifications 核实 of its reports ended, each by its number. Left out likewise. */
  verified?: { number: number; said: string }[]
  /** The ledger as it stood when the edition was compiled. Left out likewise. */
  clearance?: Clearance
  /** What the province has taken over 提级管理 and not handed back. Left out likewise. */
  takenOver?: TakenOver[]
}

/** Rectified over hazards, 0 to 1; null without hazards. */
export const rectificationRate = (totals: Pick<Totals, 'hazards' | 'rectified'>): number | null =>
  totals.hazards === 0 ? null : totals.rectified / totals.hazards

/** The five figures' rates, 0 to 1: reporting rate 报送率 and rate on time 及时率. */
export const reportingRates = ({ expected, actual, onTime }: Reporting) => ({
  reporting: expected === 0 ? 0 : actual / expected,
  onTime: expected === 0 ? 0 : onTime / expected,
})
