import type { Inspection } from '../reports/intake/parsed-message.ts'
import { addDays, businessDate, moment } from '../reports/time.ts'
import {
  inspectionsSince,
  type ReportContent,
  type ReportRow,
  reportById,
  reportsAt,
  reportsFirstBroughtBy,
  reportsOfMessage,
} from '../storage/reports.ts'
import { notYours } from './acknowledge.ts'
import { mayAmend, readContent } from './amend-report.ts'
import { type Context, refuse } from './command.ts'

/** How a report relates to one that came before it. */
export interface Predecessor {
  report: ReportRow
  /**
   * `same`: says the same once more. `replaces`: a correction, or the whole of one that said less. `beside`: one more
   * about the same enterprise on the same day.
   */
  relation: 'same' | 'replaces' | 'beside'
}

/** A correction without a date may come some days later, over a holiday for instance. */
const correctionDays = 7

/**
 * Finds the report that an inspection repeats or replaces: the one that the message quotes or names by its number, else
 * the newest of the same unit and enterprise on the same date. Null: it is a new one. Who is not trusted replaces
 * nothing. Throws a `UserError` where it would replace a report that is not the sender's to change.
 */
export async function findPredecessor(
  inspection: Inspection,
  unit: string,
  correction: boolean,
  trusted: boolean,
  context: Context,
): Promise<Predecessor | null> {
  const found = await findRelated(inspection, unit, correction, trusted, context)
  if (found?.relation === 'replaces' && !mayAmend(found.report, context)) refuse(notYours(found.report.id))
  return found
}

async function findRelated(
  inspection: Inspection,
  unit: string,
  correction: boolean,
  trusted: boolean,
  context: Context,
): Promise<Predecessor | null> {
  const { message, sender } = context
  const counts = trusted ? isInspectionOf(unit) : isPendingOf(sender.name, unit)
  if (trusted && (correction || message.quote !== null)) {
    const meant = (await reportsMeant(correction, context)).filter(counts)
    // A correction may be of the very name; anything else under a quote is a report of its own.
    const only = correction && meant.length === 1 ? meant[0] : undefined
    const report = meant.find(isAt(inspection.enterprise)) ?? only
    if (report !== undefined) return { report, relation: 'replaces' }
  }
  if (inspection.enterprise === null) return null
  const reports = await reportsNear(inspection, unit, correction, counts, context)
  const report = reports[0]
  if (report === undefined) return null
  if (correction && trusted) return { report, relation: 'replaces' }
  for (const candidate of reports) {
    const content = await readContent(candidate, context)
    if (columnsSaid(content) !== columnsSaid(inspection)) continue
    // The same columns with a fine or a document beside them is the same inspection, told better.
    const tellsMore = trusted && statesMore(inspection, content)
    return { report: candidate, relation: tellsMore ? 'replaces' : 'same' }
  }
  return { report, relation: report.missing === '[]' || !trusted ? 'beside' : 'replaces' }
}

/**
 * Finds the report of which a message changes single fields: the one that it quotes or names, else the enterprise's,
 * else the sender's own of the day, if there is one alone, or one alone that lacks what is stated.
 */
export async function findAmended(inspection: Inspection, context: Context): Promise<ReportRow | null> {
  const { db, message, sender } = context
  const meant = (await reportsMeant(true, context)).filter(isInspection)
  const named = meant.find(isAt(inspection.enterprise))
  if (named !== undefined || meant.length > 0) return named ?? (meant.length === 1 ? meant[0]! : null)
  if (message.quote === null && inspection.enterprise !== null && inspection.unit !== null) {
    const mine = (report: ReportRow) => isInspection(report) && mayAmend(report, context)
    return (await reportsNear(inspection, inspection.unit, true, mine, context))[0] ?? null
  }
  if (message.quote !== null || inspection.enterprise !== null) return null
  const sent = moment(businessDate(new Date(message.at)), '00:00')
  const own = (await inspectionsSince(db, sender.name, sent)).filter(({ room }) => room === message.room)
  const lacking = own.filter(report =>
    inspection.states?.some(field => (JSON.parse(report.missing) as string[]).includes(field)),
  )
  return [lacking, own].find(reports => reports.length === 1)?.[0] ?? null
}

/** What a message points at: the reports of the message that it quotes, and in a correction the number that it names. */
async function reportsMeant(correction: boolean, { db, message }: Context): Promise<ReportRow[]> {
  const number = correction ? numberNamed(message.text) : null
  const named = number === null ? null : await reportById(db, number)
  if (named !== null) return [named]
  if (message.quote === null) return []
  const standing = await reportsOfMessage(db, message.quote)
  const first = await reportsFirstBroughtBy(db, message.quote)
  return [...standing, ...first.filter(({ id }) => standing.every(report => report.id !== id))]
}

/** 更正第12号, 更正 12 in a line of its own, or an acknowledgement that is quoted as text: 已收第12号. More than one number names none. */
function numberNamed(text: string): number | null {
  const written = text.normalize('NFKC').slice(0, 2000)
  const pattern =
    /(?:(?:更正|补充|补报|修改|补全|已收|已补|留存)[^\n]{0,4}第 ?(?=\d+ ?号)|^ *(?:更正|补充|补报|修改|补全) *:? *)(\d{1,9}) ?(?:号(?=报告|[\s:,，。(已]|$)|(?=[ ,，。:]*$))/gm
  const numbers = new Set([...written.matchAll(pattern)].map(([, digits]) => Number(digits)))
  return numbers.size === 1 ? [...numbers][0]! : null
}

/** Reports of the enterprise by the unit on the date; of a correction without one, on the nearest day before. */
async function reportsNear(
  inspection: Inspection,
  unit: string,
  correction: boolean,
  counts: (report: ReportRow) => boolean,
  { db, message }: Context,
): Promise<ReportRow[]> {
  const sent = businessDate(new Date(message.at))
  const days = correction && inspection.date === null ? correctionDays : 0
  for (let back = 0; back <= days; back++) {
    const date = inspection.date ?? addDays(sent, -back)
    const reports = (await reportsAt(db, unit, date, inspection.enterprise)).filter(counts)
    if (reports.length > 0) return reports
  }
  return []
}

const isInspection = ({ kind, status }: ReportRow) => kind === 'inspection' && status !== 'withdrawn'

const isInspectionOf = (unit: string) => (report: ReportRow) =>
  report.kind === 'inspection' && report.status === 'counted' && report.unit === unit

/** Somebody who is not in the roster repeats himself only. */
const isPendingOf = (sender: string, unit: string) => (report: ReportRow) =>
  report.kind === 'inspection' &&
  report.status === 'pending' &&
  report.unit === unit &&
  report.sender === sender

const isAt = (enterprise: string | null) => (report: ReportRow) => report.enterprise === enterprise

/**
 * The columns of a report, to be compared with another's. 均已整改 and 全部整改完毕 are the same: the wording counts only
 * as long as it does not say what became of each hazard.
 */
const columnsSaid = ({ place, inspectors, hazards, rectification }: Inspection | ReportContent): string =>
  JSON.stringify([
    place,
    inspectors,
    hazards.map(({ text, rectified, deadline }) => [text, rectified, deadline]),
    hazards.every(({ rectified }) => rectified !== null) ? null : rectification,
  ])

/** Whether an inspection states what was done or ordered that a report does not, or otherwise. */
const statesMore = (inspection: Inspection, report: ReportContent): boolean =>
  inspection.documents.some(name => !report.documents.includes(name)) ||
  (['cases', 'fine', 'production'] as const).some(
    measure => inspection[measure] !== null && inspection[measure] !== report[measure],
  )
