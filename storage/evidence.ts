import type { Evidence, HazardEvent, HazardState } from '../reports/hazards/hazard.ts'
import type { HazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Db, Tx } from './database.ts'
import { type InboxRow, type StoredFile, storedFile } from './inbox.ts'

/** Where and when messages were said, by id. */
export async function messagesSaid(
  db: Db,
  ids: number[],
): Promise<Map<number, Pick<InboxRow, 'room' | 'at'>>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('inbox').select(['id', 'room', 'at']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, ...said }) => [id, said]))
}

/** Files that somebody sent in a room (or directly, where it is null) between two moments, oldest first. */
export async function filesSent(
  db: Db,
  { sender, room, from, to }: { sender: string; room: string | null; from: Date; to: Date },
): Promise<{ id: number; file: StoredFile }[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'file'])
    .where('at', '>=', from.toISOString())
    .where('at', '<=', to.toISOString())
    .where('sender', '=', sender)
    .where('room', 'is', room)
    .where('file', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(row => ({ id: row.id, file: storedFile(row)! }))
}

/** Numbers and states of hazards by their ids. */
export const statesOf = (
  db: Db,
  ids: number[],
): Promise<(HazardNumber & { id: number; state: HazardState })[]> =>
  db
    .selectFrom('trackedHazards')
    .select(['id', 'report', 'position', 'state'])
    .where('id', 'in', ids)
    .orderBy('report')
    .orderBy('position')
    .execute()

/**
 * What a person's message in a room did about hazards: which it reported rectified, and the steps for which it stands as a
 * picture.
 */
export async function stepsSaidBy(
  db: Db,
  { messageId, sender, room }: { messageId: string; sender: string; room: string | null },
): Promise<{
  said: HazardNumber[]
  shown: { number: HazardNumber; event: number; picture: number }[]
}> {
  const message = await db
    .selectFrom('inbox')
    .select(['id', 'at'])
    .where('messageId', '=', messageId)
    .where('origin', '=', 'chat')
    .where('sender', '=', sender)
    .where('room', 'is', room)
    .executeTakeFirst()
  if (message === undefined) return { said: [], shown: [] }
  const { id } = message
  // A picture may be older than the step for which it stands.
  const rows = await db
    .selectFrom('hazardEvents')
    .innerJoin('trackedHazards', 'trackedHazards.id', 'hazardEvents.hazardId')
    .select(['hazardEvents.id', 'step', 'evidence', 'report', 'position'])
    .where('by', '=', sender)
    .where('at', '>=', message.at)
    .orderBy('hazardEvents.id')
    .execute()
  const steps = rows.map(row => ({ ...row, evidence: JSON.parse(row.evidence) as Evidence[] }))
  const holds = (evidence: Evidence[], kind: 'message' | 'picture') =>
    evidence.some(each => kind in each && Object.values(each)[0] === id)
  return {
    said: steps
      .filter(({ step, evidence }) => step === 'rectify' && holds(evidence, 'message'))
      .map(({ report, position }) => ({ report, position })),
    shown: steps
      .filter(({ evidence }) => holds(evidence, 'picture'))
      .map(({ id: event, report, position }) => ({ number: { report, position }, event, picture: id })),
  }
}

/** Adds evidence to a step, such as pictures that follow it. */
export async function addEvidence(
  tx: Tx,
  event: HazardEvent & { id: number },
  added: Evidence[],
): Promise<void> {
  await tx
    .updateTable('hazardEvents')
    .set({ evidence: JSON.stringify([...event.evidence, ...added]) })
    .where('id', '=', event.id)
    .execute()
}

/** Takes evidence from a step, such as a picture that was recalled. */
export async function removeEvidence(tx: Tx, event: number, removed: Evidence): Promise<void> {
  const row = await tx
    .selectFrom('hazardEvents')
    .select('evidence')
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  const left = (JSON.parse(row.evidence) as Evidence[]).filter(
    each => JSON.stringify(each) !== JSON.stringify(removed),
  )
  await tx
    .updateTable('hazardEvents')
    .set({ evidence: JSON.stringify(left) })
    .where('id', '=', event)
    .execute()
}
