import { defaultPolicy, type Policy } from '../reports/escalation/policy.ts'
import type { Db, Tx } from './database.ts'
import { readSetting, writeSetting } from './settings.ts'

/** The policy 督办规则 in force. */
export const currentPolicy = async (db: Db): Promise<Policy> =>
  (await policyNumbered(db, await policyNumber(db))).policy

/** The number of the policy in force; 0 until the department has decided on one. */
export async function policyNumber(db: Db): Promise<number> {
  const row = await db.selectFrom('policies').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? 0
}

/** A policy by its number, and since when it has been in force. */
export async function policyNumbered(db: Db, number: number): Promise<{ policy: Policy; setAt: Date }> {
  const row = await db.selectFrom('policies').selectAll().where('id', '=', number).executeTakeFirst()
  return row === undefined
    ? { policy: defaultPolicy, setAt: new Date(0) }
    : { policy: JSON.parse(row.policy) as Policy, setAt: new Date(row.setAt) }
}

export async function savePolicy(tx: Tx, policy: Policy, by: string, now: Date): Promise<void> {
  await tx
    .insertInto('policies')
    .values({ setAt: now.toISOString(), setBy: by, policy: JSON.stringify(policy) })
    .execute()
}

/** A change of the policy that has been shown and not been decided on. */
interface PolicyDraft {
  number: number
  policy: Policy
}

const draftKey = 'policyDraft'
const countKey = 'policyDrafts'

export async function draftedPolicy(db: Db): Promise<PolicyDraft | null> {
  const kept = await readSetting(db, draftKey)
  return kept === null ? null : (JSON.parse(kept) as PolicyDraft | null)
}

/** Keeps a change until it is decided on, in place of the former one; returns its number. */
export async function keepPolicyDraft(tx: Tx, policy: Policy | null): Promise<number> {
  const number = Number((await readSetting(tx, countKey)) ?? 0) + (policy === null ? 0 : 1)
  await writeSetting(tx, countKey, String(number))
  await writeSetting(tx, draftKey, JSON.stringify(policy === null ? null : { number, policy }))
  return number
}
