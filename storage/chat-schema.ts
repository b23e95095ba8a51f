import type { Generated } from 'kysely'

/** The tables of what comes in and goes out, and of who and what is bound on the chat platform. */
export interface ChatSchema {
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
    quotedText: string | null
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
    /** What it is about, such as `commentary:12:1`; null where nobody follows it. */
    subject: string | null
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
    /** Who answered it; null while it is open. */
    closedBy: string | null
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
  /** Who has used a code and is bound when the remark is set. */
  pendingBindings: { remark: string; person: string; issuedBy: string }
  /** Group to which a room of the roster is bound. */
  roomBindings: {
    room: string
    topic: string
    /** JSON: bound people who were seen in it, and the names that all its members show. */
    members: string
    crowd: string
    /** The group's id in the present login; null while it has not been found again. */
    place: string | null
    /** It was found again by what was seen, not bound by a person in this login. */
    inferred: Generated<number>
    boundAt: string
    boundBy: string
  }
  /** Times in which nothing could be received. */
  outages: { id: Generated<number>; fromAt: string; toAt: string; announcedAt: string | null }
}
