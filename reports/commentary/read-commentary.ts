import type { Gazetteer } from '../intake/units/gazetteer.ts'
import { type Industry, industries } from '../terms.ts'
import type { CommentaryKind, References } from './commentary.ts'
import { findAsked } from './find-asked.ts'
import { findKinds } from './find-kinds.ts'
import { findNumbers, referencesOf } from './find-numbers.ts'
import { findUnits, type UnclearName } from './find-units.ts'
import { segmentsOf } from './segments.ts'
import { tidyText } from './tidy-text.ts'
import { industryWords } from './words.ts'

/** Longest text 正文 of a commentary, in characters. */
export const commentaryLimit = 2000

/** What a commentary as written says. */
export interface ReadCommentary {
  /** Tidied: no mention of everybody 所有人, no characters that nobody sees; lines and lists kept. */
  text: string
  /** As stated or recognised; empty where neither tells. */
  kinds: CommentaryKind[]
  references: References
  /** Full names of the units that are asked for an answer or action. */
  asked: string[]
  /** Numbers of the reports whose units are asked: no unit is named beside them. */
  askedReports: number[]
  /** Industries named in it, in their order. */
  industries: Industry[]
  /** Names that fit several units, or none. */
  unclear: UnclearName[]
}

/** Reads a commentary 日点评 as a head wrote it, without its command. Takes time linear in its length. */
export function readCommentary(written: string, gazetteer: Gazetteer): ReadCommentary {
  const text = tidyText(written)
  // One length, one spelling: numbers and marks are found whatever their width.
  const plain = text.replace(/[！-～]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  const segments = segmentsOf(text)
  const { named, unclear } = findUnits(text, gazetteer)
  const numbers = findNumbers(plain)
  const namings = [
    ...named.map(({ unit, at, end }) => ({ name: unit, at, end })),
    ...numbers.map(({ report, at, end }) => ({ name: report, at, end })),
  ].sort((a, b) => a.at - b.at)
  const asked = findAsked(segments, namings)
  return {
    text,
    kinds: findKinds(segments),
    references: {
      units: [...new Set(named.flatMap(({ unit }) => unit ?? []))],
      ...referencesOf(numbers),
    },
    asked: asked.units,
    askedReports: asked.reports,
    industries: findIndustries(text),
    unclear,
  }
}

/** A division's name 危化二处 names no industry. */
const division = /(?:煤矿|非煤|危化|工贸)[一二三]?处/g

function findIndustries(text: string): Industry[] {
  const rest = text.replace(division, '')
  return industries.filter(industry =>
    industryWords.some(([own, words]) => own === industry && words.test(rest)),
  )
}
