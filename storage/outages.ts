import type { Db, Tx } from './database.ts'

/** A time in which nothing could be received 离线时段. */
export interface Outage {
  from: Date
  to: Date
}

export async function keepOutage(tx: Tx, { from, to }: Outage): Promise<void> {
  await tx.insertInto('outages').values({ fromAt: from.toISOString(), toAt: to.toISOString() }).execute()
}

/** Those that the groups have not been told of, in order of time. */
export async function untoldOutages(db: Db): Promise<Outage[]> {
  const rows = await db
    .selectFrom('outages')
    .select(['fromAt', 'toAt'])
    .where('announcedAt', 'is', null)
    .orderBy('fromAt')
    .execute()
  return rows.map(({ fromAt, toAt }) => ({ from: new Date(fromAt), to: new Date(toAt) }))
}

export async function markOutagesTold(tx: Tx, now: Date): Promise<void> {
  await tx
    .updateTable('outages')
    .set({ announcedAt: now.toISOString() })
    .where('announcedAt', 'is', null)
    .execute()
}
