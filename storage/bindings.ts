import type { Selectable } from 'kysely'
import type { Db, Tx } from './database.ts'
import { noteRosterChange } from './roster.ts'
import type { Schema } from './schema.ts'
import { readSetting, writeSetting } from './settings.ts'

export type PersonBinding = Selectable<Schema['personBindings']>

/** A group to which a room of the roster is bound. */
export interface RoomBinding {
  /** Name in the roster. */
  room: string
  /** The group's topic when it was last seen. */
  topic: string
  /** Bound people who were seen in it. */
  members: string[]
  /** The names that all its members show. */
  crowd: string[]
  /** The group's id in the present login; null while it has not been found again. */
  place: string | null
  /** It was found again by what was seen, not bound by a person in this login. */
  inferred: boolean
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

/** False where the person was not bound, nor about to be. */
export async function unbindPerson(tx: Tx, person: string): Promise<boolean> {
  const ended = await tx.deleteFrom('pendingBindings').where('person', '=', person).executeTakeFirstOrThrow()
  const { numDeletedRows } = await tx
    .deleteFrom('personBindings')
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  await noteRosterChange(tx)
  return numDeletedRows + ended.numDeletedRows > 0n
}

/** Keeps who is bound once a message has gone out that sets the remark. */
export async function awaitRemark(
  tx: Tx,
  pending: Pick<PersonBinding, 'person' | 'remark' | 'issuedBy'>,
): Promise<void> {
  await tx.insertInto('pendingBindings').values(pending).execute()
}

/** Bindings whose remark has been ordered, with the message that sets it. */
export const pendingBindings = (db: Db) =>
  db
    .selectFrom('pendingBindings')
    .innerJoin('outbox', 'outbox.remark', 'pendingBindings.remark')
    .select(['person', 'pendingBindings.remark', 'issuedBy', 'conversation', 'state'])
    .orderBy('outbox.id')
    .execute()

/** Whether somebody in a conversation is about to be bound. */
export const isPending = async (db: Db, conversation: string): Promise<boolean> =>
  (await pendingBindings(db)).some(pending => pending.conversation === conversation)

/** A remark is waited for no more. */
export async function endPending(tx: Tx, remark: string): Promise<void> {
  await tx.deleteFrom('pendingBindings').where('remark', '=', remark).execute()
}

/** All rooms that are bound. */
export const roomBindings = async (db: Db): Promise<RoomBinding[]> =>
  (await db.selectFrom('roomBindings').selectAll().orderBy('room').execute()).map(
    ({ room, topic, members, crowd, place, inferred, boundBy }) => ({
      room,
      topic,
      members: JSON.parse(members) as string[],
      crowd: JSON.parse(crowd) as string[],
      place,
      inferred: inferred === 1,
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
    .values({ ...binding, members: '[]', crowd: '[]', boundAt: binding.boundAt.toISOString() })
    .execute()
  await noteRoomChange(tx)
}

/** Notes what was seen of the group of a room. */
export async function noteRoom(
  tx: Tx,
  room: string,
  seen: Partial<Pick<RoomBinding, 'topic' | 'members' | 'crowd' | 'place' | 'inferred'>>,
): Promise<void> {
  const { members, crowd, inferred, ...rest } = seen
  await tx
    .updateTable('roomBindings')
    .set({
      ...rest,
      ...(members && { members: JSON.stringify(members) }),
      ...(crowd && { crowd: JSON.stringify(crowd) }),
      ...(inferred !== undefined && { inferred: inferred ? 1 : 0 }),
    })
    .where('room', '=', room)
    .execute()
  await noteRoomChange(tx)
}

/** The platform has given all groups new ids: none has been found again yet. */
export async function forgetPlaces(tx: Tx): Promise<void> {
  await tx.updateTable('roomBindings').set({ place: null, inferred: 0 }).execute()
  await noteRoomChange(tx)
}

const roomsKey = 'bindings.rooms.version'

/** Counts the changes of room bindings, for whoever keeps a copy; people and the roster have `rosterVersion`. */
export const roomBindingsVersion = async (db: Db): Promise<number> =>
  Number((await readSetting(db, roomsKey)) ?? 0)

const noteRoomChange = async (tx: Tx): Promise<void> =>
  writeSetting(tx, roomsKey, String((await roomBindingsVersion(tx)) + 1))
