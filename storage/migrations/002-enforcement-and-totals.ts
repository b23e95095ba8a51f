import { type Kysely, sql } from 'kysely'

/** What an authority did and ordered, reports that state totals, and when a person was last shown how to report. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the schema's types
export async function up(db: Kysely<any>): Promise<void> {
  const add = (name: string, type: 'text' | 'integer', fallback?: string | number) =>
    db.schema
      .alterTable('reports')
      .addColumn(name, type, c => (fallback === undefined ? c : c.notNull().defaultTo(fallback)))
      .execute()
  await add('level', 'text')
  await add('manners', 'text', '[]')
  await add('basis', 'text')
  await add('documents', 'text', '[]')
  await add('cases', 'integer')
  await add('fine', 'integer')
  await add('production', 'text')
  await add('enterprises', 'integer')
  await add('wholeJurisdiction', 'integer', 0)
  // Looked up with every inspection that comes in, and mostly empty: only the totals stand in it.
  await db.schema
    .createIndex('reportsOfTotals')
    .on('reports')
    .columns(['roundId', 'status', 'id'])
    .where(sql.ref('kind'), '=', sql.lit('totals'))
    .execute()

  await db.schema
    .createTable('reportingHints')
    .addColumn('person', 'text', c => c.primaryKey())
    .addColumn('shownAt', 'text', c => c.notNull())
    .execute()
}
