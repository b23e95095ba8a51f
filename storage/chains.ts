import type { Selectable } from 'kysely'
import type { Chain, ChainAnswer, ChainStep } from '../reports/escalation/chain.ts'
import type { Ground, Rung } from '../reports/escalation/ladder.ts'
import type { Policy } from '../reports/escalation/policy.ts'
import { type HazardNumber, hazardNumber, readHazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Db, Tx } from './database.ts'
import type { Schema } from './schema.ts'
import { cancelWakeup, moveWakeup } from './wakeups.ts'

/** The command with which a chain wakes up; there is one such row for each open chain. */
export const chainWakeup = (id: number): string => `/督办到点 ${id}`

export async function chainById(db: Db, id: number): Promise<Chain | null> {
  const row = await db.selectFrom('chains').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : ((await withParts(db, [row]))[0] ?? null)
}

/** All open chains, by number. */
export async function openChains(db: Db): Promise<Chain[]> {
  const rows = await db.selectFrom('chains').selectAll().where('state', '=', 'open').orderBy('id').execute()
  return withParts(db, rows)
}

/** The open chain that is about a hazard; null where there is none. */
export async function openChainOf(db: Db, hazard: HazardNumber): Promise<Chain | null> {
  const row = await db
    .selectFrom('chains')
    .innerJoin('chainHazards', 'chainHazards.chainId', 'chains.id')
    .selectAll('chains')
    .where('hazard', '=', hazardNumber(hazard))
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row === undefined ? null : ((await withParts(db, [row]))[0] ?? null)
}

/** Chains on which a message decided, by its id in the channel. */
export async function chainsOfMessage(db: Db, messageId: string): Promise<Chain[]> {
  const rows = await db
    .selectFrom('chains')
    .selectAll()
    .where('id', 'in', e => e.selectFrom('chainSteps').select('chainId').where('messageId', '=', messageId))
    .execute()
  return withParts(db, rows)
}

/** Whether a hazard was in a chain that was open at a moment, UTC ISO 8601, or was ended by what happened then. */
export async function wasInChain(db: Db, hazard: HazardNumber, at: string): Promise<boolean> {
  const row = await db
    .selectFrom('chains')
    .innerJoin('chainHazards', 'chainHazards.chainId', 'chains.id')
    .select('chains.id')
    .where('hazard', '=', hazardNumber(hazard))
    .where('openedAt', '<=', at)
    .where(e => e.or([e('endedAt', 'is', null), e('endedAt', '>=', at)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Stores a new chain with its wake-up, and returns it with its number. */
export async function addChain(tx: Tx, chain: Chain): Promise<Chain> {
  const { id } = await tx
    .insertInto('chains')
    .values(columnsOf(chain))
    .returning('id')
    .executeTakeFirstOrThrow()
  const stored = { ...chain, id }
  await saveParts(tx, stored)
  return stored
}

/** Stores what has become of a chain. Its wake-up moves with it: an open chain has exactly one, an ended one none. */
export async function saveChain(tx: Tx, chain: Chain): Promise<void> {
  await tx.updateTable('chains').set(columnsOf(chain)).where('id', '=', chain.id).execute()
  await tx.deleteFrom('chainHazards').where('chainId', '=', chain.id).execute()
  await tx.deleteFrom('chainSteps').where('chainId', '=', chain.id).execute()
  await saveParts(tx, chain)
}

async function saveParts(tx: Tx, { id, hazards, steps, next }: Chain): Promise<void> {
  for (const [position, hazard] of hazards.entries())
    await tx
      .insertInto('chainHazards')
      .values({ chainId: id, hazard: hazardNumber(hazard), position })
      .execute()
  for (const [position, { answers, ...step }] of steps.entries())
    await tx
      .insertInto('chainSteps')
      .values({ ...step, chainId: id, position, answers: JSON.stringify(answers) })
      .execute()
  if (next === null) await cancelWakeup(tx, chainWakeup(id))
  else await moveWakeup(tx, new Date(next.at), chainWakeup(id))
}

async function withParts(db: Db, rows: Selectable<Schema['chains']>[]): Promise<Chain[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const hazards = await db
    .selectFrom('chainHazards')
    .selectAll()
    .where('chainId', 'in', ids)
    .orderBy('position')
    .execute()
  const steps = await db
    .selectFrom('chainSteps')
    .selectAll()
    .where('chainId', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map(({ grounds, divisions, policy, nextWake, nextAt, ...row }) => ({
    ...row,
    grounds: JSON.parse(grounds) as Ground[],
    divisions: JSON.parse(divisions) as string[],
    policy: JSON.parse(policy) as Policy,
    hazards: hazards
      .filter(({ chainId }) => chainId === row.id)
      .map(({ hazard }) => readHazardNumber(hazard)!),
    steps: steps.filter(({ chainId }) => chainId === row.id).map(toStep),
    next: nextWake === null ? null : ({ wake: nextWake, at: nextAt! } as Chain['next']),
  }))
}

const toStep = ({
  id: _id,
  chainId: _chainId,
  position: _position,
  answers,
  rung,
  ...step
}: Selectable<Schema['chainSteps']>): ChainStep => ({
  ...step,
  rung: rung as Rung,
  answers: JSON.parse(answers) as ChainAnswer[],
})

const columnsOf = ({
  id: _id,
  hazards: _hazards,
  steps: _steps,
  grounds,
  divisions,
  policy,
  next,
  ...chain
}: Chain) => ({
  ...chain,
  grounds: JSON.stringify(grounds),
  divisions: JSON.stringify(divisions),
  policy: JSON.stringify(policy),
  nextWake: next?.wake ?? null,
  nextAt: next?.at ?? null,
})
