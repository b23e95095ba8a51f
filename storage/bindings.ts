import type { Selectable } from 'kysely'
import type { Db, Tx } from './database.ts'
import { noteRosterChange } from './roster.ts'
import type { Schema } from './schema.ts'

export type PersonBinding = Selectable<Schema['personBindings']>

/** A group to which a room of the roster is bound. */
export interface RoomBinding {
  /** Name in the roster. */
  room: string
  /** The group's topic when it was last seen. */
  topic: string
  /** Bound people who were seen in it. */
  members: string[]
  /** The group's id in the present login; null while it has not been found again. */
  place: string | null
  boundBy: string
}

/** Keeps the hash of a one-time code 绑定码 for a person; an earlier one of the person counts no more. */
export async function keepCode(
  tx: Tx,
  code: { person: string; hash: string; issuedBy: string; issuedAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.deleteFrom('bindingCodes').where('person', '=', code.person).where('usedAt', 'is', null).execute()
  await tx
    .insertInto('bindingCodes')
    .values({ ...code, issuedAt: code.issuedAt.toISOString(), expiresAt: code.expiresAt.toISOString() })
    .execute()
}

/** Uses a code up, whatever it is used for; null where there is none, or it is used or expired. */
export async function takeCode(
  tx: Tx,
  hash: string,
  now: Date,
): Promise<{ id: number; person: string; issuedBy: string } | null> {
  const row = await tx
    .updateTable('bindingCodes')
    .set({ usedAt: now.toISOString() })
    .where('hash', '=', hash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .returning(['id', 'person', 'issuedBy'])
    .executeTakeFirst()
  return row ?? null
}

/** All people who are bound. */
export const personBindings = (db: Db): Promise<PersonBinding[]> =>
  db.selectFrom('personBindings').selectAll().orderBy('person').execute()

/** Binds a person by a remark; one by which the person was bound before means nothing from now on. */
export async function bindPerson(tx: Tx, binding: PersonBinding): Promise<void> {
  await tx.deleteFrom('personBindings').where('person', '=', binding.person).execute()
  await tx.insertInto('personBindings').values(binding).execute()
  await noteRosterChange(tx)
}

/** False where the person was not bound. */
export async function unbindPerson(tx: Tx, person: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('personBindings')
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  await noteRosterChange(tx)
  return numDeletedRows > 0n
}

/** All rooms that are bound. */
export const roomBindings = async (db: Db): Promise<RoomBinding[]> =>
  (await db.selectFrom('roomBindings').selectAll().orderBy('room').execute()).map(
    ({ room, topic, members, place, boundBy }) => ({
      room,
      topic,
      members: JSON.parse(members) as string[],
      place,
      boundBy,
    }),
  )

/** Binds a room to a group; what either was bound to before is unbound. */
export async function bindRoom(
  tx: Tx,
  binding: { room: string; topic: string; place: string; boundAt: Date; boundBy: string },
): Promise<void> {
  await tx
    .deleteFrom('roomBindings')
    .where(e => e.or([e('room', '=', binding.room), e('place', '=', binding.place)]))
    .execute()
  await tx
    .insertInto('roomBindings')
    .values({ ...binding, members: '[]', boundAt: binding.boundAt.toISOString() })
    .execute()
  await noteRosterChange(tx)
}

/** Notes what was seen of the group of a room: topic, people, id in the present login. */
export async function noteRoom(
  tx: Tx,
  room: string,
  seen: Partial<Pick<RoomBinding, 'topic' | 'members' | 'place'>>,
): Promise<void> {
  const { members, ...rest } = seen
  await tx
    .updateTable('roomBindings')
    .set({ ...rest, ...(members && { members: JSON.stringify(members) }) })
    .where('room', '=', room)
    .execute()
  await noteRosterChange(tx)
}

/** The platform has given all groups new ids: none has been found again yet. */
export async function forgetPlaces(tx: Tx): Promise<void> {
  await tx.updateTable('roomBindings').set({ place: null }).execute()
  await noteRosterChange(tx)
}
