import type { Generated } from 'kysely'

/** The tables of commentaries 日点评, their answers and rounds, and of verifications 核实. */
export interface CommentarySchema {
  /** Plans of commentary rounds 点评频次: the newest is in force; `times` is JSON of HH:MM. */
  commentaryPlans: { id: Generated<number>; setAt: string; setBy: string; times: string }
  /** Commentary rounds 点评轮次: in each every division owes a commentary. */
  commentaryRounds: {
    id: Generated<number>
    date: string
    number: number
    ofDay: number
    endsAt: string
    state: 'open' | 'closed'
  }
  /** Commentaries 日点评 from the draft on; the id is the number by which commands name it. */
  commentaries: {
    id: Generated<number>
    division: string
    number: number | null
    date: string
    /** The round in which it was published. */
    commentaryRoundId: number | null
    author: string
    text: string
    /** JSON: kinds, references, industries of other divisions, units that are asked for an answer. */
    kinds: string
    references: string
    joint: string
    asked: string
    version: number
    /** `held`: to be sent out when its time has come. */
    state: 'draft' | 'held' | 'issued' | 'withdrawn'
    draftedAt: string
    releaseAt: string | null
    /** When units that have not answered are chased. */
    chaseAt: string | null
    issuedAt: string | null
    /** JSON: IssuedCommentary as it was sent out last. */
    issued: string | null
  }
  /** Messages whose recall takes a commentary back while it has not been sent out. */
  commentaryMessages: { messageId: string; commentaryId: number }
  commentaryHistory: {
    id: Generated<number>
    commentaryId: number
    version: number
    at: string
    issued: string
  }
  /** Answers 回应 of units. */
  commentaryAnswers: {
    id: Generated<number>
    commentaryId: number
    unit: string
    person: string
    inboxId: number
    text: string
    at: string
  }
  /** Verifications 核实: a unit's list sent back to be checked by a time. */
  verifications: {
    id: Generated<number>
    roundId: number
    unit: string
    room: string
    askedBy: string
    /** Room in which it was ordered; null for a direct message. */
    askedIn: string | null
    division: string | null
    question: string
    /** JSON: numbers of the reports in question. */
    reports: string
    askedAt: string
    dueAt: string
    state: 'open' | 'confirmed' | 'corrected' | 'explained' | 'expired' | 'cancelled'
    answer: string | null
    answeredBy: string | null
    answeredAt: string | null
    /** JSON: how it was answered before the unit corrected its reports; null where it was not. */
    former: string | null
    /** Message by which it was ordered. */
    messageId: string
  }
}
