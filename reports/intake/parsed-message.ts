import type { Industry, InspectionLevel, InspectionManner } from '../terms.ts'

/** What intake needs to know of a message; `room` and `from` are hints to where and who. */
export interface IntakeMessage {
  text: string
  /** When it was sent, ISO 8601. Relative dates resolve against it, in Asia/Shanghai. */
  at: string
  room: string | null
  from: string | null
}

/** One hazard 隐患 as reported. */
export interface ReportedHazard {
  text: string
  /** Major hazard 重大隐患. */
  major: boolean
  /** Rectified 已整改: yes, no, or not stated. */
  rectified: boolean | null
  /** Rectification deadline 整改期限, YYYY-MM-DD. */
  deadline: string | null
  /** Legal basis 依据 as written. */
  basis: string | null
}

/** What the authority did and ordered 执法措施, where stated. */
export interface Enforcement {
  /** Enforcement documents 执法文书 by name, as written, each once: 责令限期整改指令书, 现场处理措施决定书. */
  documents: string[]
  /** Cases filed 立案; 0 where it is said that none was, null where nothing is said. */
  cases: number | null
  /** Fine 罚款 in yuan. */
  fine: number | null
  /** Stop-production order 停产停业: given, or lifted 恢复生产. */
  production: 'stopped' | 'resumed' | null
}

/** How an inspection was made, where stated. */
export interface Circumstances {
  level: InspectionLevel | null
  manners: InspectionManner[]
  /** Legal basis 检查依据 of the inspection as a whole, as written. */
  basis: string | null
}

/** One inspection 检查: one unit at one enterprise on one date. */
export interface Inspection extends Enforcement, Circumstances {
  /** Inspecting unit 检查单位 as written; null when the message does not name it. */
  inspectingUnit: string | null
  /** The roster's full name of that unit; null when it could not be told. */
  unit: string | null
  /** Inspected enterprise 受检单位. */
  enterprise: string | null
  /** Place 检查地点. */
  place: string | null
  industry: Industry | null
  /** YYYY-MM-DD. */
  date: string | null
  inspectors: string[]
  /** Teams 检查组, where stated. */
  teams: number | null
  /** Person-times 人次: stated, else the number of inspectors named; null when neither. */
  personTimes: number | null
  hazards: ReportedHazard[]
  /** Rectification 整改情况 as written. */
  rectification: string | null
  /**
   * Only in a correction of single fields (补充：检查人员：王五): the fields that it states. It changes these, and what it
   * states beside them; everything else stays as it was.
   */
  states?: Field[]
}

/** Totals 合计 that a message states instead of listing inspections. */
export interface StatedTotals {
  teams: number | null
  personTimes: number | null
  enterprises: number | null
  hazards: number | null
  rectified: number | null
}

/** Totals of one unit. */
export interface Summary {
  /** As written; null when the message does not name it. */
  inspectingUnit: string | null
  /** The roster's full name; null when it could not be told. */
  unit: string | null
  /** It speaks for all offices of its jurisdiction 属地: 全市共检查…, 各县（市、区）共检查…. */
  wholeJurisdiction: boolean
  industry: Industry | null
  /** YYYY-MM-DD. */
  date: string | null
  totals: StatedTotals
}

/** The totals of several units together; a figure that none of them states stays null. Null without summaries. */
export function combineTotals(summaries: readonly Summary[]): StatedTotals | null {
  if (summaries.length === 0) return null
  const add = (figure: keyof StatedTotals) =>
    summaries
      .map(({ totals }) => totals[figure])
      .reduce((sum, count) => (count === null ? sum : (sum ?? 0) + count), null)
  return {
    teams: add('teams'),
    personTimes: add('personTimes'),
    enterprises: add('enterprises'),
    hazards: add('hazards'),
    rectified: add('rectified'),
  }
}

export type Field =
  | 'inspectingUnit'
  | 'enterprise'
  | 'place'
  | 'hazards'
  | 'inspectors'
  | 'rectification'
  | 'date'
  | 'totals'

/** A fault in a message: data, collected all at once, never thrown. */
export interface Problem {
  field: Field
  kind:
    | 'missing'
    | 'unknownUnit'
    | 'ambiguousUnit'
    | 'outsideJurisdiction'
    | 'impossibleDate'
    | 'tooLong'
    /** 合计与分项不符: accepted, and said. */
    | 'inconsistent'
  /** For the sender, in Chinese, without the name of the person. */
  message: string
  /** Index into `inspections` where it concerns one; into `summaries` where there are no inspections. */
  inspection?: number
}

/** What intake makes of a message. */
export interface ParsedMessage {
  /** A report (inspections or summaries), a zero report 零报告, or ordinary chat. */
  kind: 'report' | 'zero' | 'chat'
  /** It says that it replaces an earlier one: 更正, 以此为准. */
  correction: boolean
  /** Full names of the units that the message speaks for; where it names none, the sender's. */
  units: string[]
  inspections: Inspection[]
  /** Filled where the message states totals instead of listing inspections. */
  summaries: Summary[]
  /** Full names of the units that inspected nothing 零报告; beside inspections, too, as a city reports its counties. */
  zeroUnits: string[]
  problems: Problem[]
  /** Chat that looks half like a report: its sender may be shown how to report. */
  halfReport: boolean
}
