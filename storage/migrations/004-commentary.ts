import type { Kysely } from 'kysely'

/** Commentaries 日点评 with their rounds, answers and verifications 核实. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the schema's types
export async function up(db: Kysely<any>): Promise<void> {
  const numbered = (name: string) =>
    db.schema.createTable(name).addColumn('id', 'integer', c => c.primaryKey().autoIncrement())

  await numbered('commentaryPlans')
    .addColumn('setAt', 'text', c => c.notNull())
    .addColumn('setBy', 'text', c => c.notNull())
    .addColumn('times', 'text', c => c.notNull())
    .execute()
  await numbered('commentaryRounds')
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('ofDay', 'integer', c => c.notNull())
    .addColumn('endsAt', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .execute()

  await numbered('commentaries')
    .addColumn('division', 'text', c => c.notNull())
    .addColumn('number', 'integer')
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('commentaryRoundId', 'integer')
    .addColumn('author', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('kinds', 'text', c => c.notNull())
    .addColumn('references', 'text', c => c.notNull())
    .addColumn('joint', 'text', c => c.notNull())
    .addColumn('asked', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('draftedAt', 'text', c => c.notNull())
    .addColumn('releaseAt', 'text')
    .addColumn('chaseAt', 'text')
    .addColumn('issuedAt', 'text')
    .addColumn('issued', 'text')
    .execute()

  // What a commentary said before it was corrected.
  await numbered('commentaryHistory')
    .addColumn('commentaryId', 'integer', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('issued', 'text', c => c.notNull())
    .execute()

  await numbered('commentaryAnswers')
    .addColumn('commentaryId', 'integer', c => c.notNull())
    .addColumn('unit', 'text', c => c.notNull())
    .addColumn('person', 'text', c => c.notNull())
    .addColumn('inboxId', 'integer', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .execute()
  await db.schema
    .createIndex('answersOfCommentary')
    .on('commentaryAnswers')
    .columns(['commentaryId', 'id'])
    .execute()

  await numbered('verifications')
    .addColumn('roundId', 'integer', c => c.notNull())
    .addColumn('unit', 'text', c => c.notNull())
    .addColumn('room', 'text', c => c.notNull())
    .addColumn('askedBy', 'text', c => c.notNull())
    .addColumn('askedIn', 'text')
    .addColumn('division', 'text')
    .addColumn('question', 'text', c => c.notNull())
    .addColumn('reports', 'text', c => c.notNull())
    .addColumn('askedAt', 'text', c => c.notNull())
    .addColumn('dueAt', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('answeredBy', 'text')
    .addColumn('answeredAt', 'text')
    .addColumn('former', 'text')
    .addColumn('messageId', 'text', c => c.notNull())
    .execute()

  await db.schema
    .createTable('commentaryMessages')
    .addColumn('messageId', 'text', c => c.notNull())
    .addColumn('commentaryId', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('messageOfCommentary', ['messageId', 'commentaryId'])
    .execute()

  const index = (name: string, table: string, columns: string[]) =>
    db.schema.createIndex(name).on(table).columns(columns).execute()
  await index('commentariesByNumber', 'commentaries', ['division', 'number'])
  await index('commentariesByIssue', 'commentaries', ['state', 'issuedAt'])
  await index('commentariesOfRound', 'commentaries', ['commentaryRoundId'])
  await index('historyOfCommentary', 'commentaryHistory', ['commentaryId', 'version'])
  // Looked up with every report that is accepted.
  await index('verificationsOfUnit', 'verifications', ['unit', 'askedAt'])
  await index('verificationsOfRound', 'verifications', ['roundId'])
  await index('verificationsByMessage', 'verifications', ['messageId'])
  // How hazards stood at an earlier compilation.
  await index('historyOfReport', 'reportHistory', ['reportId', 'id'])
}
