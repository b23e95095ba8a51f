import type { Generated } from 'kysely'
import type { ChatSchema } from './chat-schema.ts'
import type { CommentarySchema } from './commentary-schema.ts'
import type { SupervisionSchema } from './supervision-schema.ts'

/*
 * The tables. Times are UTC ISO 8601 text, business dates YYYY-MM-DD, flags 0 or 1, lists and objects JSON text.
 * Units, divisions, rooms and people are known by their names, which are unique in the roster.
 */

export interface Schema extends ChatSchema, CommentarySchema, SupervisionSchema {
  units: {
    name: string
    shortName: string
    level: 'province' | 'city' | 'county'
    parent: string | null
    reports: number
    headTitle: string | null
    governmentName: string | null
    position: number
  }
  divisions: { name: string; industries: string; position: number }
  rooms: { name: string; roles: string; jurisdiction: string | null; position: number }
  people: { name: string; role: string; unit: string | null; division: string | null; position: number }

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

  /** Days that a duty officer has declared working or free. */
  calendarOverrides: { date: string; working: number; note: string }
  settings: { key: string; value: string }
}
