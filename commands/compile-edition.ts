import { compileDailyReport } from '../reports/daily/compile.ts'
import type { AnnexRow } from '../reports/daily/daily-report.ts'
import type { Industry } from '../reports/terms.ts'
import type { Db } from '../storage/database.ts'
import type { Snapshot } from '../storage/editions.ts'
import { figuresOfRound, teamsOfRound } from '../storage/figures.ts'
import { readHazards } from '../storage/hazards.ts'
import { inspectionsOfRound, pendingReports } from '../storage/reports.ts'
import type { StoredRound } from '../storage/rounds.ts'
import { type StoredTotals, totalsOfRound } from '../storage/totals-reports.ts'
import type { Directory } from './directory.ts'
import { readClearance } from './hazards/ledger/read-clearance.ts'
import { readStanding } from './standing.ts'
import { takenOverNow } from './takeovers/taken-over.ts'
import { outcomesOfRound } from './verification/verify-outcome.ts'

/** A compilation later than this is told as such, in milliseconds: the bot was down at its time. */
const punctuality = 5 * 60_000

/** Takes the snapshot of a round from which all forms of its daily report are made. */
export async function compileEdition(
  db: Db,
  directory: Directory,
  round: StoredRound,
  edition: number,
  now: Date,
): Promise<Snapshot> {
  const header = {
    date: round.date,
    round: round.number,
    rounds: round.ofDay,
    periodFrom: round.periodFrom,
    periodTo: round.periodTo,
    edition,
    compileAt: round.compileAt.toISOString(),
    compiledAt: now.toISOString(),
    corrections: [],
    compiledLate: edition === 1 && now.getTime() - round.compileAt.getTime() > punctuality,
  }
  const { counted, setAside } = await totalsOfRound(db, round.id)
  const compiled = compileDailyReport(header, {
    units: directory.roster.units,
    figures: await figuresOfRound(db, round.id, counted),
    teams: await teamsOfRound(db, round.id, counted),
    rows: [...(await readRows(db, round.id)), ...counted.map(totalsRow)],
    setAside: setAside.map(({ report, instead }) => ({ number: report.number, unit: report.unit, instead })),
    reporting: await readStanding(db, directory, round.id),
    pending: (await pendingReports(db, round.id)).map(({ id, unit }) => ({ number: id, unit })),
  })
  return {
    ...compiled,
    verified: await outcomesOfRound(db, round.id),
    clearance: await readClearance(db, directory, now),
    takenOver: await takenOverNow(db),
  }
}

async function readRows(db: Db, roundId: number): Promise<AnnexRow[]> {
  const reports = await inspectionsOfRound(db, roundId)
  const hazards = await readHazards(
    db,
    reports.map(report => report.id),
  )
  return reports.map(report => ({
    number: report.id,
    unit: report.unit,
    inspectingUnit: report.inspectingUnit ?? report.unit,
    enterprise: report.enterprise,
    place: report.place,
    industry: report.industry as Industry | null,
    date: report.date,
    inspectors: JSON.parse(report.inspectors) as string[],
    hazards: hazards.get(report.id) ?? [],
    rectification: report.rectification,
    late: report.late === 1,
  }))
}

/** Totals 合计 take one row, without an enterprise or single hazards. */
const totalsRow = (report: StoredTotals): AnnexRow => ({
  number: report.number,
  unit: report.unit,
  inspectingUnit: report.inspectingUnit ?? report.unit,
  enterprise: null,
  place: null,
  industry: report.industry,
  date: report.date,
  inspectors: [],
  hazards: [],
  rectification: null,
  late: report.late,
  totals: { ...report.totals, wholeJurisdiction: report.wholeJurisdiction },
})
