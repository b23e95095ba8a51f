import type { Selectable } from 'kysely'
import type { Inspection, ReportedHazard, Summary } from '../reports/intake/parsed-message.ts'
import type { Industry } from '../reports/terms.ts'
import type { Schema } from './schema.ts'

/** A report as stored, without its hazards: an inspection 检查报告, totals 合计, or a zero report 零报告. */
export type ReportRow = Selectable<Schema['reports']>

/** What a report says: an inspection with its date known, and the fields that it lacks. */
export type ReportContent = Inspection & { date: string; missing: string[] }

/** What a report of totals says, with its date known. */
export type TotalsContent = Summary & { date: string }

/** The columns that hold what a report says, whole: what it does not state is emptied. */
export const columnsOf = (content: ReportContent | TotalsContent) =>
  'totals' in content ? totalsColumns(content) : inspectionColumns(content)

const inspectionColumns = (content: ReportContent) => ({
  ...emptyColumns,
  kind: 'inspection' as const,
  inspectingUnit: content.inspectingUnit,
  enterprise: content.enterprise,
  place: content.place,
  industry: content.industry,
  date: content.date,
  inspectors: JSON.stringify(content.inspectors),
  teams: content.teams,
  personTimes: content.personTimes ?? content.inspectors.length,
  hazardCount: content.hazards.length,
  rectifiedCount: content.hazards.filter(hazard => hazard.rectified === true).length,
  rectification: content.rectification,
  missing: JSON.stringify(content.missing),
  level: content.level,
  manners: JSON.stringify(content.manners),
  basis: content.basis,
  documents: JSON.stringify(content.documents),
  cases: content.cases,
  fine: content.fine,
  production: content.production,
})

/** A figure that is not stated adds nothing. */
const totalsColumns = ({ totals, ...content }: TotalsContent) => ({
  ...emptyColumns,
  kind: 'totals' as const,
  inspectingUnit: content.inspectingUnit,
  industry: content.industry,
  date: content.date,
  teams: totals.teams,
  personTimes: totals.personTimes ?? 0,
  hazardCount: totals.hazards ?? 0,
  rectifiedCount: totals.rectified ?? 0,
  enterprises: totals.enterprises,
  wholeJurisdiction: content.wholeJurisdiction ? 1 : 0,
})

export const zeroColumns = (date: string) => ({ ...emptyColumns, kind: 'zero' as const, date })

const emptyColumns = {
  inspectingUnit: null,
  enterprise: null,
  place: null,
  industry: null as Industry | null,
  inspectors: '[]',
  teams: null,
  personTimes: 0,
  hazardCount: 0,
  rectifiedCount: 0,
  rectification: null,
  missing: '[]',
}

/** What a stored inspection says. */
export const contentOf = (row: ReportRow, hazards: ReportedHazard[]): ReportContent => ({
  inspectingUnit: row.inspectingUnit,
  unit: row.unit,
  enterprise: row.enterprise,
  place: row.place,
  industry: row.industry as Industry | null,
  date: row.date,
  inspectors: JSON.parse(row.inspectors) as string[],
  teams: row.teams,
  // The column holds 0 where nobody was named or counted.
  personTimes: row.personTimes || null,
  hazards,
  rectification: row.rectification,
  missing: JSON.parse(row.missing) as string[],
  // A history written before these were kept does not have them.
  level: (row.level ?? null) as ReportContent['level'],
  manners: JSON.parse(row.manners ?? '[]') as ReportContent['manners'],
  basis: row.basis ?? null,
  documents: JSON.parse(row.documents ?? '[]') as string[],
  cases: row.cases ?? null,
  fine: row.fine ?? null,
  production: row.production ?? null,
})

/** What a stored report of totals says. */
export const totalsOf = (row: ReportRow): TotalsContent => ({
  inspectingUnit: row.inspectingUnit,
  unit: row.unit,
  wholeJurisdiction: row.wholeJurisdiction === 1,
  industry: row.industry as Industry | null,
  date: row.date,
  totals: {
    teams: row.teams,
    personTimes: row.personTimes,
    enterprises: row.enterprises,
    hazards: row.hazardCount,
    rectified: row.rectifiedCount,
  },
})
