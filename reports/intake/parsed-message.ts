import type { Industry } from '../terms.ts'

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

/** One inspection 检查: one unit at one enterprise on one date. */
export interface Inspection {
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
}

/** Totals of a message that states them instead of listing inspections. */
export interface StatedTotals {
  teams: number | null
  personTimes: number | null
  enterprises: number | null
  hazards: number | null
  rectified: number | null
}

export type Field =
  | 'inspectingUnit'
  | 'enterprise'
  | 'place'
  | 'hazards'
  | 'inspectors'
  | 'rectification'
  | 'date'

/** A fault in a message: data, collected all at once, never thrown. */
export interface Problem {
  field: Field
  kind: 'missing' | 'unknownUnit' | 'ambiguousUnit' | 'outsideJurisdiction' | 'impossibleDate' | 'tooLong'
  /** For the sender, in Chinese, without the name of the person. */
  message: string
  /** Index into `inspections` where it concerns one. */
  inspection?: number
}

/** What intake makes of a message. */
export interface ParsedMessage {
  /** A report, a zero report 零报告, or ordinary chat. */
  kind: 'report' | 'zero' | 'chat'
  /** It says that it replaces an earlier one: 更正, 以此为准. */
  correction: boolean
  /** Full names of the units that the message speaks for; where it names none, the sender's. */
  units: string[]
  inspections: Inspection[]
  totals: StatedTotals | null
  problems: Problem[]
}
