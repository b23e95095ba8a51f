import type { Generated } from 'kysely'

/** The tables of the hazard ledger 台账, and of escalation 督办, letters 提示函, interviews 约谈 and listings 挂牌督办. */
export interface SupervisionSchema {
  /** Hazards under track; a row for each hazard that a counted report has ever named. */
  trackedHazards: {
    id: Generated<number>
    report: number
    position: number
    unit: string
    enterprise: string | null
    place: string | null
    industry: string | null
    text: string
    major: number
    foundOn: string
    deadline: string | null
    state: 'rectifying' | 'reported' | 'reinspected' | 'closed' | 'void'
    rectifiedBy: string | null
    reinspectedBy: string | null
    onTheSpot: number
    /** Number 12-1 of the earlier case; null for a first one. */
    recurrenceOf: string | null
    afterClosure: number
    /** Business date of its closure 销号; null while it is open. */
    closedOn: string | null
  }
  /** What was done about hazards, never changed; `evidence` JSON, `hazard` the hazard as the step left it, JSON. */
  hazardEvents: {
    id: Generated<number>
    hazardId: number
    step: string
    at: string
    by: string
    note: string | null
    evidence: string
    hazard: string
  }
  takeovers: {
    id: Generated<number>
    kind: 'hazard' | 'enterprise' | 'unit'
    unit: string
    enterprise: string | null
    /** Number 12-1 of a single hazard. */
    hazard: string | null
    reason: string
    by: string
    at: string
    /** When the notice of it goes out; null once it has. */
    noticeAt: string | null
    handedBackBy: string | null
    handedBackAt: string | null
  }
  /** Policies 督办规则: the newest is in force; `policy` JSON. */
  policies: { id: Generated<number>; setAt: string; setBy: string; policy: string }
  /** Units whose escalation was proposed, on a business date; `grounds` JSON. */
  proposals: { id: Generated<number>; unit: string; grounds: string; date: string }
  /** Chains of escalation; lists and the policy JSON. */
  chains: {
    id: Generated<number>
    unit: string
    enterprise: string | null
    grounds: string
    divisions: string
    policy: string
    state: 'open' | 'settled' | 'withdrawn'
    openedBy: string
    openedAt: string
    endedBy: string | null
    endedAt: string | null
    outcome: string | null
    nextWake: string | null
    nextAt: string | null
  }
  /** Hazards that a chain is about, by number 12-1. */
  chainHazards: { id: Generated<number>; chainId: number; hazard: string; position: number }
  chainSteps: {
    id: Generated<number>
    chainId: number
    position: number
    rung: string
    state: 'held' | 'drafting' | 'issued' | 'answered' | 'withdrawn'
    by: string
    note: string | null
    messageId: string | null
    decidedAt: string
    releaseAt: string | null
    undeliveredAt: string | null
    issuedAt: string | null
    chaseAt: string | null
    dueAt: string | null
    answers: string
  }
  /** Letters 提示函; `content`, `basis` and `hazards` JSON. */
  letters: {
    id: Generated<number>
    unit: string
    hazards: string
    content: string
    basis: string
    version: number
    state: 'draft' | 'submitted' | 'held' | 'sent' | 'cancelled'
    year: number | null
    number: number | null
    drafter: string
    draftedAt: string
    signer: string | null
    signedAt: string | null
    releaseAt: string | null
    sentAt: string | null
    date: string | null
    dueOn: string | null
    chain: number | null
    acknowledgedBy: string | null
    acknowledgedAt: string | null
    answeredBy: string | null
    answeredAt: string | null
    answer: string | null
    answerInbox: number | null
  }
  /** Interviews 约谈 held. */
  interviews: {
    id: Generated<number>
    /** Chain of escalation 督办 of which it is a rung; null for one outside any. */
    chain: number | null
    unit: string
    enterprise: string | null
    date: string
    place: string
    /** Who was interviewed and by whom, as written. */
    attendees: string
    result: string
    recordedBy: string
    recordedAt: string
  }
  /** Public listings 挂牌督办; `hazards` JSON of numbers. */
  listings: {
    id: Generated<number>
    chain: number
    unit: string
    enterprise: string | null
    hazards: string
    listedOn: string
    listedBy: string
    delistedOn: string | null
    delistedBy: string | null
    /** On what the listing was ended 摘牌. */
    delistedFor: string | null
  }
}
