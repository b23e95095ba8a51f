import type { Ground } from '../../reports/escalation/ladder.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { LetterFacts, LetterHazard } from '../../reports/letter/letter-facts.ts'
import type { Unit } from '../../reports/roster/roster.ts'
import { businessDate } from '../../reports/time.ts'
import { earlierCases } from '../../storage/grounds.ts'
import { hazardEvents } from '../../storage/hazard-events.ts'
import { reportById } from '../../storage/reports.ts'
import type { Context } from '../command.ts'
import { readGroundFacts } from '../escalation/read-grounds.ts'
import { chainsAbout } from './letter-chain.ts'

/** What a letter is asked for: its subject, and the words added. */
export interface LetterRequest {
  unit: Unit
  hazards: TrackedHazard[]
  grounds: Ground[]
  note: string | null
}

/** Reads what the record tells about the subject of a letter, as of today. */
export async function readFacts(
  { unit, hazards, grounds, note }: LetterRequest,
  drafter: string,
  dueOn: string,
  context: Context,
): Promise<LetterFacts> {
  const { now, directory } = context
  const { silentRounds, failedVerifications } = await readGroundFacts(hazards, context)
  const records: LetterHazard[] = []
  for (const hazard of hazards) records.push(await readRecord(hazard, context))
  return {
    unit,
    hazards: records,
    grounds,
    rungs: await readRungs(unit.name, hazards, context),
    silentRounds: silentRounds.get(unit.name) ?? 0,
    failedVerifications: failedVerifications.get(unit.name) ?? 0,
    note,
    contact: directory.person(drafter)?.division ?? null,
    today: businessDate(now),
    dueOn,
  }
}

/** What has gone out in the open chains of these hazards, or of the unit itself. */
async function readRungs(
  unit: string,
  hazards: TrackedHazard[],
  { db }: Context,
): Promise<LetterFacts['rungs']> {
  const found = await chainsAbout({ unit, hazards }, db)
  return found.flatMap(({ chain, hazards: about }) =>
    chain.steps
      .filter(({ issuedAt }) => issuedAt !== null)
      .map(({ rung, issuedAt }) => ({
        rung,
        date: businessDate(new Date(issuedAt!)),
        hazards: about.map(hazardNumber),
      })),
  )
}

async function readRecord(hazard: TrackedHazard, { db }: Context): Promise<LetterHazard> {
  const report = await reportById(db, hazard.report)
  const earlier = await earlierCases(db, [hazard])
  earlier.delete(hazardNumber(hazard))
  const events = await hazardEvents(db, hazard.id)
  return {
    hazard,
    inspectedBy: report?.inspectingUnit ?? null,
    earlierCases: earlier.size,
    chasedOn: events.filter(({ step }) => step === 'urge').map(({ at }) => businessDate(new Date(at))),
  }
}
