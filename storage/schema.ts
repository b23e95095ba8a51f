import type { Generated } from 'kysely'

/*
 * The tables. Times are UTC ISO 8601 text, business dates YYYY-MM-DD, flags 0 or 1, lists and objects JSON text.
 * Units, divisions, rooms and people are known by their names, which are unique in the roster.
 */

export interface Schema {
  units: {
    name: string
    shortName: string
    level: 'province' | 'city' | 'county'
    parent: string | null
    reports: number
    position: number
  }
  divisions: { name: string; industries: string; position: number }
  rooms: { name: string; roles: string; jurisdiction: string | null; position: number }
  people: { name: string; role: string; unit: string | null; division: string | null; position: number }

  /** Raw messages, committed before anything looks at them. */
  inbox: {
    id: Generated<number>
    messageId: string
    at: string
    receivedAt: string
    room: string | null
    sender: string
    /** The clock's own messages carry `system`. */
    origin: 'chat' | 'system'
    text: string
    mention: number
    quote: string | null
    recall: string | null
    /** JSON: StoredFile, or null. */
    file: string | null
    /** The sender's name is only what the sender calls himself. */
    claimed: Generated<number>
    /** The group by the platform's id; null for direct messages and where rooms are known by name. */
    place: string | null
    /** `held`: said in a group that no room is bound to; handled when one is. */
    state: 'new' | 'held' | 'handled' | 'failed'
    handledAt: string | null
    error: string | null
  }

  /** Messages on their way out. */
  outbox: {
    id: Generated<number>
    createdAt: string
    /** `room:<name>` or `person:<name>`: order is kept within one. */
    conversation: string
    text: string | null
    file: string | null
    mentions: string
    choices: string
    bundle: number
    /** Index in `priorities`: the lowest goes first. */
    priority: Generated<number>
    remark: string | null
    /** Not before this time: a bundle that fills, or a retry. */
    notBefore: string
    state: 'waiting' | 'sending' | 'sent' | 'failed' | 'unconfirmed' | 'merged'
    attempts: number
    error: string | null
    sentAt: string | null
  }

  /** What is due and when: rows, so that a restart misses nothing and fires nothing twice. */
  wakeups: { id: Generated<number>; dueAt: string; command: string; attempts: number }

  /** Open and taken one-tap choices. Rows of one `offer` close together. */
  offers: {
    id: Generated<number>
    offer: number
    conversation: string
    number: number
    label: string
    command: string
    /** JSON: names of those whom the offer is for. */
    people: string
    expiresAt: string
    closedAt: string | null
  }

  /** Inspection reports 检查报告 and zero reports 零报告; the id is the report's number. */
  reports: {
    id: Generated<number>
    roundId: number
    unit: string
    /** One inspection, a zero report, or totals 合计 of many inspections. */
    kind: 'inspection' | 'zero' | 'totals'
    status: 'counted' | 'pending' | 'withdrawn'
    /** Inbox row that it came with. */
    inboxId: number
    messageId: string
    room: string | null
    sender: string
    inspectingUnit: string | null
    enterprise: string | null
    place: string | null
    industry: string | null
    date: string
    inspectors: string
    /** Teams as stated; null counts each distinct list of inspectors of a unit as one. */
    teams: number | null
    personTimes: number
    hazardCount: number
    rectifiedCount: number
    rectification: string | null
    receivedAt: string
    late: number
    /** Fields that it still lacks, JSON. */
    missing: string
    version: number
    /** What stands beside the six columns, where stated; `manners` and `documents` JSON, `fine` in yuan. */
    level: Generated<string | null>
    manners: Generated<string>
    basis: Generated<string | null>
    documents: Generated<string>
    cases: Generated<number | null>
    fine: Generated<number | null>
    production: Generated<'stopped' | 'resumed' | null>
    /** Enterprises inspected, of a report that states totals; null elsewhere. */
    enterprises: Generated<number | null>
    /** Its totals speak for all units of its jurisdiction. */
    wholeJurisdiction: Generated<number>
  }
  hazards: {
    id: Generated<number>
    reportId: number
    position: number
    text: string
    major: number
    rectified: number | null
    deadline: string | null
    basis: string | null
  }
  /** What a report said before it was replaced or taken back, by whom and why. */
  reportHistory: {
    id: Generated<number>
    reportId: number
    version: number
    at: string
    by: string
    reason: string
    snapshot: string
  }

  /** When a person was last shown how to report. */
  reportingHints: { person: string; shownAt: string }

  /** Plans of rounds 频次: the newest is in force. */
  roundPlans: { id: Generated<number>; setAt: string; setBy: string; slots: string }
  /** Reporting rounds 报送批次. */
  rounds: {
    id: Generated<number>
    date: string
    number: number
    ofDay: number
    opensAt: string
    dueAt: string
    compileAt: string
    periodFrom: string
    periodTo: string
    state: 'open' | 'compiled' | 'skipped'
    remindedAt: string | null
  }
  /** Editions of the daily report 日报表: the snapshot of each. */
  editions: {
    id: Generated<number>
    roundId: number
    number: number
    compiledAt: string
    issuedBy: string
    snapshot: string
  }

  /** One-time codes 绑定码, as SHA-256: who holds one is bound as the person. */
  bindingCodes: {
    id: Generated<number>
    person: string
    hash: string
    issuedBy: string
    issuedAt: string
    expiresAt: string
    usedAt: string | null
  }
  /** Remark 备注 by which the bot's own account knows a person of the roster: nobody else can set or see it. */
  personBindings: { person: string; remark: string; boundAt: string; issuedBy: string }
  /** Group to which a room of the roster is bound. */
  roomBindings: {
    room: string
    topic: string
    /** JSON: bound people who were seen in it. */
    members: string
    /** The group's id in the present login; null while it has not been found again. */
    place: string | null
    boundAt: string
    boundBy: string
  }
  /** Times in which nothing could be received. */
  outages: { id: Generated<number>; fromAt: string; toAt: string; announcedAt: string | null }

  /** Days that a duty officer has declared working or free. */
  calendarOverrides: { date: string; working: number; note: string }
  settings: { key: string; value: string }
}
