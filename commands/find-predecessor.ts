import type { Inspection } from '../reports/intake/parsed-message.ts'
import { addDays, businessDate } from '../reports/time.ts'
import { readHazards } from '../storage/hazards.ts'
import { type ReportRow, reportsAt, reportsOfMessage } from '../storage/reports.ts'
import type { Context } from './command.ts'

/** How a report relates to one that came before it. */
export interface Predecessor {
  report: ReportRow
  /**
   * `same`: says the same once more. `replaces`: a correction, or the whole of one that was incomplete. `beside`: one
   * more about the same enterprise on the same day.
   */
  relation: 'same' | 'replaces' | 'beside'
}

/** A correction without a date may come some days later, over a holiday for instance. */
const correctionDays = 7

/**
 * Finds the report that an inspection repeats or replaces: the one that the message quotes, else the newest of the
 * same unit and enterprise on the same date. Null: it is a new one. Who is not trusted replaces nothing.
 */
export async function findPredecessor(
  inspection: Inspection,
  unit: string,
  correction: boolean,
  trusted: boolean,
  context: Context,
): Promise<Predecessor | null> {
  const { db, message, sender } = context
  const sent = businessDate(new Date(message.at))
  const counts = trusted ? isInspectionOf(unit) : isPendingOf(sender.name, unit)
  if (message.quote !== null && trusted) {
    const quoted = (await reportsOfMessage(db, message.quote)).filter(counts)
    // A correction may be of the very name; anything else under a quote is a report of its own.
    const only = correction && quoted.length === 1 ? quoted[0] : undefined
    const report = quoted.find(isAt(inspection.enterprise)) ?? only
    if (report !== undefined) return { report, relation: 'replaces' }
  }
  if (inspection.enterprise === null) return null
  const days = correction && inspection.date === null ? correctionDays : 0
  for (let back = 0; back <= days; back++) {
    const date = inspection.date ?? addDays(sent, -back)
    const reports = (await reportsAt(db, unit, date, inspection.enterprise)).filter(counts)
    const report = reports[0]
    if (report === undefined) continue
    if (correction && trusted) return { report, relation: 'replaces' }
    for (const candidate of reports)
      if (await saysTheSame(candidate, inspection, context)) return { report: candidate, relation: 'same' }
    return { report, relation: report.missing === '[]' || !trusted ? 'beside' : 'replaces' }
  }
  return null
}

const isInspectionOf = (unit: string) => (report: ReportRow) =>
  report.kind === 'inspection' && report.status === 'counted' && report.unit === unit

/** Somebody who is not in the roster repeats himself only. */
const isPendingOf = (sender: string, unit: string) => (report: ReportRow) =>
  report.kind === 'inspection' &&
  report.status === 'pending' &&
  report.unit === unit &&
  report.sender === sender

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
