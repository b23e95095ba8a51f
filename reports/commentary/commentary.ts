import type { HazardNumber } from '../hazards/hazard-number.ts'
import type { Industry } from '../terms.ts'

/** What a commentary does: 表扬 praises, 指出问题 names a problem, 工作要求 asks for something. It may do several. */
export const commentaryKinds = ['表扬', '指出问题', '工作要求'] as const
export type CommentaryKind = (typeof commentaryKinds)[number]

/** What a commentary speaks of, as found in its text; each once, in the order of the text. */
export interface References {
  /** Full unit names. */
  units: string[]
  /** Report numbers. */
  reports: number[]
  hazards: HazardNumber[]
}

/** Commentary 日点评: the word of a division head on the day's report. */
export interface Commentary {
  /** Running number of all commentaries, by which commands name it. */
  id: number
  division: string
  /** Number 期号 within the division and year; null until it is sent out. */
  number: number | null
  /** Business date, YYYY-MM-DD. */
  date: string
  /** The head 处长, by the name in the roster. */
  author: string
  /** As written, line breaks and lists kept. */
  text: string
  kinds: CommentaryKind[]
  references: References
  /** Industries 行业 that it touches and that are another division's: it is marked 协同. */
  joint: Industry[]
  /** 1, and one more with each correction 更正. */
  version: number
}

/** A hazard that a commentary refers to, as it stood when the commentary was sent out, for its card. */
export interface CitedHazard extends HazardNumber {
  unit: string
  enterprise: string | null
  text: string
  major: boolean
  rectified: boolean | null
  deadline: string | null
}

/** The figures behind a commentary: those of its division's industries in the daily report that it comments on. */
export interface CitedFigures {
  /** Business date of the daily report, YYYY-MM-DD. */
  date: string
  enterprises: number
  hazards: number
  rectified: number
  majorHazards: number
}

/** A commentary as it was sent out: all that its text and its cards 卡片 show. */
export interface IssuedCommentary extends Commentary {
  number: number
  /** UTC ISO 8601. */
  issuedAt: string
  hazards: CitedHazard[]
  /** Null where the division's industries stand in no daily report yet. */
  figures: CitedFigures | null
}
