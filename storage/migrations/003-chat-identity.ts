import type { Kysely } from 'kysely'

/** Who and what is bound to the roster on a chat platform, when the bot was away, and what is sent first. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the schema's types
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable('inbox')
    .addColumn('claimed', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('inbox').addColumn('place', 'text').execute()
  await db.schema.createIndex('inboxByPlace').on('inbox').columns(['state', 'place']).execute()
  // The bot's own messages have no ids: what is quoted of them is known by its words.
  await db.schema.alterTable('inbox').addColumn('quotedText', 'text').execute()
  // Files and texts are told apart by their time and sender when the platform has given them new ids.
  await db.schema.createIndex('inboxByTime').on('inbox').columns(['at']).execute()

  await db.schema
    .alterTable('outbox')
    .addColumn('priority', 'integer', c => c.notNull().defaultTo(2))
    .execute()
  await db.schema.alterTable('outbox').addColumn('remark', 'text').execute()
  // What a message is about, such as `commentary:12:1`, so that it can be followed.
  await db.schema.alterTable('outbox').addColumn('subject', 'text').execute()
  await db.schema.createIndex('outboxBySubject').on('outbox').columns(['subject', 'id']).execute()
  await db.schema
    .createIndex('outboxByRemark')
    .on('outbox')
    .columns(['remark'])
    .where('remark', 'is not', null)
    .execute()
  // How many went out today, for the daily ceiling.
  await db.schema.createIndex('outboxBySending').on('outbox').columns(['sentAt']).execute()

  await db.schema
    .createTable('bindingCodes')
    .addColumn('id', 'integer', c => c.primaryKey().autoIncrement())
    .addColumn('person', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull().unique())
    .addColumn('issuedBy', 'text', c => c.notNull())
    .addColumn('issuedAt', 'text', c => c.notNull())
    .addColumn('expiresAt', 'text', c => c.notNull())
    .addColumn('usedAt', 'text')
    .execute()

  await db.schema
    .createTable('personBindings')
    .addColumn('person', 'text', c => c.primaryKey())
    .addColumn('remark', 'text', c => c.notNull().unique())
    .addColumn('boundAt', 'text', c => c.notNull())
    .addColumn('issuedBy', 'text', c => c.notNull())
    .execute()

  await db.schema
    .createTable('pendingBindings')
    .addColumn('remark', 'text', c => c.primaryKey())
    .addColumn('person', 'text', c => c.notNull())
    .addColumn('issuedBy', 'text', c => c.notNull())
    .execute()

  await db.schema
    .createTable('roomBindings')
    .addColumn('room', 'text', c => c.primaryKey())
    .addColumn('topic', 'text', c => c.notNull())
    .addColumn('members', 'text', c => c.notNull())
    .addColumn('crowd', 'text', c => c.notNull())
    .addColumn('place', 'text')
    .addColumn('inferred', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('boundAt', 'text', c => c.notNull())
    .addColumn('boundBy', 'text', c => c.notNull())
    .execute()

  await db.schema
    .createTable('outages')
    .addColumn('id', 'integer', c => c.primaryKey().autoIncrement())
    .addColumn('fromAt', 'text', c => c.notNull())
    .addColumn('toAt', 'text', c => c.notNull())
    .addColumn('announcedAt', 'text')
    .execute()
}
