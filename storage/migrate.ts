import type { Kysely } from 'kysely'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'

interface Applied {
  migrations: { name: string; appliedAt: string }
}

/**
 * Applies what is not applied yet, each migration in a transaction of its own: kysely's own migrator leaves half a
 * migration behind when one fails on SQLite.
 */
export async function migrate(db: Kysely<Schema>, now: Date): Promise<void> {
  const own = db as unknown as Kysely<Applied>
  await own.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', c => c.primaryKey())
    .addColumn('appliedAt', 'text', c => c.notNull())
    .execute()
  const applied = new Set((await own.selectFrom('migrations').select('name').execute()).map(row => row.name))
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue
    await own.transaction().execute(async trx => {
      await migration.up(trx)
      await trx
        .insertInto('migrations')
        .values({ name: migration.name, appliedAt: now.toISOString() })
        .execute()
    })
  }
}
