import { type Kysely, sql } from 'kysely'

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
    hazard: 'text',
  })
  await index('eventsOfHazard', 'hazardEvents', ['hazardId', 'id'])
  await index('hazardEventsBy', 'hazardEvents', ['by', 'at'])
  await index('hazardEventsByStep', 'hazardEvents', ['step', 'at'])

  await table('takeovers', {
    kind: 'text',
    unit: 'text',
    enterprise: 'text?',
    hazard: 'text?',
    reason: 'text',
    by: 'text',
    at: 'text',
    noticeAt: 'text?',
    handedBackBy: 'text?',
    handedBackAt: 'text?',
  })

  await table('policies', { setAt: 'text', setBy: 'text', policy: 'text' })
  await table('proposals', { unit: 'text', grounds: 'text', date: 'text' })
  await index('proposalsOfUnit', 'proposals', ['unit', 'id'])
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
    messageId: 'text?',
    decidedAt: 'text',
    releaseAt: 'text?',
    undeliveredAt: 'text?',
    issuedAt: 'text?',
    chaseAt: 'text?',
    dueAt: 'text?',
    answers: 'text',
  })
  await index('stepOfChain', 'chainSteps', ['chainId', 'position'], true)
  await index('stepOfMessage', 'chainSteps', ['messageId'])

  await table('letters', {
    unit: 'text',
    hazards: 'text',
    content: 'text',
    basis: 'text',
    version: 'integer',
    state: 'text',
    year: 'integer?',
    number: 'integer?',
    drafter: 'text',
    draftedAt: 'text',
    signer: 'text?',
    signedAt: 'text?',
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

  // Title of the head of the local government 政府主要负责人职务, and its name 政府名称; null where they follow from the unit's name.
  await db.schema.alterTable('units').addColumn('headTitle', 'text').execute()
  await db.schema.alterTable('units').addColumn('governmentName', 'text').execute()

  // Who answered an offer.
  await db.schema.alterTable('offers').addColumn('closedBy', 'text').execute()

  await fillLedger(db)
}

/**
 * Enters what counted inspections have found until now. From now on a hazard keeps its position, 1 and up, by which it is
 * known, whatever becomes of its report.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the schema's types
async function fillLedger(db: Kysely<any>): Promise<void> {
  await sql`update "hazards" set "position" = "position" + 1`.execute(db)
  await sql`
    insert into "trackedHazards"
      ("report", "position", "unit", "enterprise", "place", "industry", "text", "major", "foundOn", "deadline", "state",
       "rectifiedBy", "reinspectedBy", "onTheSpot", "recurrenceOf", "afterClosure", "closedOn")
    select r."id", h."position", r."unit", r."enterprise", r."place", r."industry", h."text", h."major", r."date",
      h."deadline",
      case when h."rectified" = 1 and h."major" = 0 then 'closed' when h."rectified" = 1 then 'reported'
        else 'rectifying' end,
      case when h."rectified" = 1 then r."sender" end,
      case when h."rectified" = 1 and h."major" = 0 then r."sender" end,
      case when h."rectified" = 1 and h."major" = 0 then 1 else 0 end,
      null, 0,
      -- The business date.
      case when h."rectified" = 1 and h."major" = 0 then date(r."receivedAt", '+8 hours') end
    from "reports" r join "hazards" h on h."reportId" = r."id"
    where r."status" = 'counted' and r."kind" = 'inspection'
    order by r."id", h."position"`.execute(db)
  await sql`
    insert into "hazardEvents" ("hazardId", "step", "at", "by", "note", "evidence", "hazard")
    select t."id", 'find', r."receivedAt", r."sender", case when t."onTheSpot" = 1 then '现场整改' end,
      json_array(json_object('message', r."inboxId")),
      json_object('report', t."report", 'position', t."position", 'unit', t."unit", 'enterprise', t."enterprise",
        'place', t."place", 'industry', t."industry", 'text', t."text",
        'major', json(case t."major" when 1 then 'true' else 'false' end), 'foundOn', t."foundOn",
        'deadline', t."deadline", 'state', t."state", 'rectifiedBy', t."rectifiedBy",
        'reinspectedBy', t."reinspectedBy",
        'onTheSpot', json(case t."onTheSpot" when 1 then 'true' else 'false' end),
        'recurrenceOf', null, 'afterClosure', json('false'), 'id', t."id")
    from "trackedHazards" t join "reports" r on r."id" = t."report"
    order by t."id"`.execute(db)
}
