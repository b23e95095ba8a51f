import type { Kysely } from 'kysely'

/** The hazard ledger 台账 with its events, takeovers 提级, escalation 督办, letters 提示函, interviews and listings. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the schema's types
export async function up(db: Kysely<any>): Promise<void> {
  const table = (name: string, columns: Record<string, 'text' | 'integer' | 'text?' | 'integer?'>) => {
    let builder = db.schema.createTable(name).addColumn('id', 'integer', c => c.primaryKey().autoIncrement())
    for (const [column, type] of Object.entries(columns))
      builder = builder.addColumn(column, type.replace('?', '') as 'text' | 'integer', c =>
        type.endsWith('?') ? c : c.notNull(),
      )
    return builder.execute()
  }
  const index = (name: string, of: string, columns: string[], unique = false) => {
    const builder = db.schema.createIndex(name).on(of).columns(columns)
    return (unique ? builder.unique() : builder).execute()
  }

  await table('trackedHazards', {
    report: 'integer',
    position: 'integer',
    unit: 'text',
    enterprise: 'text?',
    place: 'text?',
    industry: 'text?',
    text: 'text',
    major: 'integer',
    foundOn: 'text',
    deadline: 'text?',
    state: 'text',
    rectifiedBy: 'text?',
    reinspectedBy: 'text?',
    onTheSpot: 'integer',
    recurrenceOf: 'text?',
    afterClosure: 'integer',
    closedOn: 'text?',
  })
  await index('hazardsByNumber', 'trackedHazards', ['report', 'position'], true)
  await index('hazardsByState', 'trackedHazards', ['state', 'deadline'])
  await index('hazardsOfEnterprise', 'trackedHazards', ['enterprise', 'unit'])
  await table('hazardEvents', {
    hazardId: 'integer',
    step: 'text',
    at: 'text',
    by: 'text',
    note: 'text?',
    evidence: 'text',
  })
  await index('eventsOfHazard', 'hazardEvents', ['hazardId', 'id'])
  await index('hazardEventsBy', 'hazardEvents', ['by', 'at'])

  await table('takeovers', {
    kind: 'text',
    unit: 'text',
    enterprise: 'text?',
    hazard: 'text?',
    reason: 'text',
    by: 'text',
    at: 'text',
    handedBackBy: 'text?',
    handedBackAt: 'text?',
  })

  await table('policies', { setAt: 'text', setBy: 'text', policy: 'text' })
  await table('chains', {
    unit: 'text',
    enterprise: 'text?',
    grounds: 'text',
    divisions: 'text',
    policy: 'text',
    state: 'text',
    openedBy: 'text',
    openedAt: 'text',
    endedBy: 'text?',
    endedAt: 'text?',
    outcome: 'text?',
    nextWake: 'text?',
    nextAt: 'text?',
  })
  await index('chainsByState', 'chains', ['state'])
  await table('chainHazards', { chainId: 'integer', hazard: 'text', position: 'integer' })
  await index('hazardOfChain', 'chainHazards', ['chainId', 'hazard'], true)
  await index('chainsOfHazard', 'chainHazards', ['hazard'])
  await table('chainSteps', {
    chainId: 'integer',
    position: 'integer',
    rung: 'text',
    state: 'text',
    by: 'text',
    note: 'text?',
    decidedAt: 'text',
    releaseAt: 'text?',
    issuedAt: 'text?',
    chaseAt: 'text?',
    dueAt: 'text?',
    answers: 'text',
  })
  await index('stepOfChain', 'chainSteps', ['chainId', 'position'], true)

  await table('letters', {
    unit: 'text',
    hazards: 'text',
    content: 'text',
    version: 'integer',
    state: 'text',
    year: 'integer?',
    number: 'integer?',
    drafter: 'text',
    draftedAt: 'text',
    signer: 'text?',
    releaseAt: 'text?',
    sentAt: 'text?',
    date: 'text?',
    dueOn: 'text?',
    chain: 'integer?',
    acknowledgedBy: 'text?',
    acknowledgedAt: 'text?',
    answeredBy: 'text?',
    answeredAt: 'text?',
    answer: 'text?',
    answerInbox: 'integer?',
  })
  // No number is given twice, whatever happens.
  await index('lettersByNumber', 'letters', ['year', 'number'], true)
  await index('lettersOfChain', 'letters', ['chain'])

  await table('interviews', {
    chain: 'integer?',
    unit: 'text',
    enterprise: 'text?',
    date: 'text',
    place: 'text',
    attendees: 'text',
    result: 'text',
    recordedBy: 'text',
    recordedAt: 'text',
  })
  await table('listings', {
    chain: 'integer',
    unit: 'text',
    enterprise: 'text?',
    hazards: 'text',
    listedOn: 'text',
    listedBy: 'text',
    delistedOn: 'text?',
    delistedBy: 'text?',
    delistedFor: 'text?',
  })
}
