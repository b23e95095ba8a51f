import type { Inspection } from '../reports/intake/parsed-message.ts'
import { addDays, businessDate } from '../reports/time.ts'
import { readHazards } from '../storage/hazards.ts'
import { type ReportRow, reportsOfMessage, reportsOfUnitOn } from '../storage/reports.ts'
import type { Context } from './command.ts'

/** How a report relates to one that came before it. */
export interface Predecessor {
  report: ReportRow
  /** `same`: says the same once more. `replaces`: a correction, or the whole of one that was incomplete. */
  relation: 'same' | 'replaces'
}

/** A correction without a date may come some days later, over a holiday for instance. */
const correctionDays = 7

/**
 * Finds the report that an inspection repeats or replaces: the one that the message quotes, else the newest of the
 * same unit and enterprise on the same date. Null: it is a new one.
 */
export async function findPredecessor(
  inspection: Inspection,
  unit: string,
  correction: boolean,
  context: Context,
): Promise<Predecessor | null> {
  const { db, message } = context
  const sent = businessDate(new Date(message.at))
  if (message.quote !== null) {
    const quoted = (await reportsOfMessage(db, message.quote)).filter(isInspectionOf(unit))
    const report = quoted.find(isAt(inspection.enterprise)) ?? (quoted.length === 1 ? quoted[0] : undefined)
    if (report !== undefined) return { report, relation: 'replaces' }
  }
  if (inspection.enterprise === null) return null
  const days = correction && inspection.date === null ? correctionDays : 0
  for (let back = 0; back <= days; back++) {
    const date = inspection.date ?? addDays(sent, -back)
    const reports = (await reportsOfUnitOn(db, unit, date))
      .filter(isInspectionOf(unit))
      .filter(isAt(inspection.enterprise))
    const report = reports[0]
    if (report === undefined) continue
    if (correction) return { report, relation: 'replaces' }
    for (const candidate of reports)
      if (await saysTheSame(candidate, inspection, context)) return { report: candidate, relation: 'same' }
    return report.missing === '[]' ? null : { report, relation: 'replaces' }
  }
  return null
}

const isInspectionOf = (unit: string) => (report: ReportRow) =>
  report.kind === 'inspection' && report.status === 'counted' && report.unit === unit

const isAt = (enterprise: string | null) => (report: ReportRow) => report.enterprise === enterprise

async function saysTheSame(report: ReportRow, inspection: Inspection, { db }: Context): Promise<boolean> {
  const hazards = (await readHazards(db, [report.id])).get(report.id) ?? []
  const said = (
    place: string | null,
    inspectors: string[],
    all: typeof hazards,
    rectification: string | null,
  ) => JSON.stringify([place, inspectors, all.map(({ text, rectified }) => [text, rectified]), rectification])
  return (
    said(report.place, JSON.parse(report.inspectors) as string[], hazards, report.rectification) ===
    said(inspection.place, inspection.inspectors, inspection.hazards, inspection.rectification)
  )
}
