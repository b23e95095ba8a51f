import type { BoardQuestion } from '../reports/hazards/board.ts'

/** A file as it arrives; `read` is called once, before any handler sees the message. */
export interface IncomingFile {
  name: string
  /** Bytes, where the platform tells it beforehand. */
  size: number | null
  read(): Promise<Uint8Array>
}

/** What came in from a chat, in the words of no platform. */
export interface IncomingMessage {
  /** Unique within the channel; the same id twice is the same message. */
  id: string
  /** When it was sent, ISO 8601. */
  at: string
  /** The room's name; null for a direct message. */
  room: string | null
  /** The sender's name. */
  from: string
  /**
   * The name is only what the sender calls himself 自称, a nickname or a group card, which anyone can take. Absent where
   * the platform vouches for it.
   */
  claimed?: boolean
  /** The group by the platform's own id, which holds until the next login; absent where rooms are known by name. */
  place?: string
  /** None of the roster's rooms is bound 绑定 to the group: `room` is its topic, and the message is kept until one is. */
  unbound?: boolean
  /** It was sent before the present login, and may have been received in an earlier one under another id. */
  replayed?: boolean
  text: string
  /** Whether the bot is mentioned. */
  mention?: boolean
  /** Id of the message that this one quotes. */
  quote?: string
  /** Its words, perhaps cut, where the platform tells them: the bot's own messages have no ids. */
  quotedText?: string
  /** Id of the message that the sender withdraws 撤回; such a message carries nothing else. */
  recall?: string
  file?: IncomingFile
}

/** One-tap choice: a label, and the text that a tap sends in the name of the person who taps. */
export interface Choice {
  label: string
  command: string
}

/** A file to send: one that is stored, by content hash, or a document rendered when it is sent. */
export type OutgoingFile =
  | { name: string; sha256: string }
  | { name: string; document: 'workbook' | 'picture'; edition: number }
  | { name: string; document: 'card'; commentary: number; version: number; page: number }
  | { name: string; document: 'commentaryWorkbook'; commentaryRound: number }
  | { name: string; document: 'letter'; letter: number; version: number }
  | { name: string; document: 'letterPicture'; letter: number; version: number; page: number }
  | { name: string; document: 'policy'; policy: number }
  | { name: string; document: 'boardWorkbook' | 'boardPicture'; question: BoardQuestion }

/**
 * What is sent first where not everything can go at once: orders 指令 and reminders before letters 函件 before reports
 * 日报 before acknowledgements 回执.
 */
export const priorities = ['order', 'letter', 'report', 'acknowledgement'] as const
export type Priority = (typeof priorities)[number]

/** What a command answers: a value, sent by delivery after the transaction. */
export interface OutgoingMessage {
  to: { room: string } | { person: string }
  text?: string
  file?: OutgoingFile
  /** Names of people to mention. */
  mentions?: string[]
  /** What may be tapped; see `choicesFor`. */
  choices?: Choice[]
  /** Names of those whom the choices are for; by default the sender of the message that this one answers. */
  choicesFor?: string[]
  /** Until when they may be tapped; by default half an hour from when they are shown. */
  choicesUntil?: Date
  /** Each choice is a matter of its own: taking one leaves the others open. By default it closes them all. */
  choicesApart?: boolean
  /** May wait a little and be sent together with others of its kind to the same room. */
  bundle?: boolean
  /** By default that of an acknowledgement where it may be bundled, else that of a report. */
  priority?: Priority
  /** The remark 备注 under which the bot's account keeps the addressee from now on; set before the text goes out. */
  remark?: string
  /** What it is about, such as `commentary:12:1`, so that it can be followed. */
  subject?: string
}

/** A message on its way out, as the channel gets it: one text or one file. */
export interface Delivery {
  to: { room: string } | { person: string }
  text?: string
  file?: { name: string; bytes: Uint8Array }
  mentions: string[]
  choices: (Choice & { number: number })[]
  remark?: string
}

/** How fast a platform may be written to without harm to the account. Times in milliseconds. */
export interface Pace {
  /** Between any two messages. */
  overall: number
  /** Between two messages to the same room or person. */
  room: number
  /** Each pause is longer by a chance part of so much, as people are. */
  jitter: number
  /** Messages a business day. */
  daily: number
}

/** The platform could not be reached: nothing was sent, and nothing else could be either. */
export class Unreachable extends Error {}

/** The connection broke after the message had been handed over: it may have been sent or not. */
export class OutcomeUnknown extends Error {}

/** What a channel tells the bot. */
export interface ChatListener {
  /** A message came in; resolves once it is kept. */
  receive(message: IncomingMessage): Promise<void>
  /** The channel has something to say itself: a command in the name of the system; resolves once it is kept. */
  tell(command: string): Promise<void>
  /** What could not be sent may be possible now. */
  pump(): Promise<void>
}

/** What a chat platform offers to the bot; each adapter implements it. */
export interface ChatPort {
  /** Whether choices show as buttons; otherwise they are printed as numbers. */
  readonly buttons: boolean
  /** Without it messages go out as fast as they are taken. */
  readonly pace?: Pace
  /** Begins to receive; resolves when the channel is ready to be used. */
  start(listener: ChatListener): Promise<void>
  /** Whether a room or person can be written to now; what is for others waits. Without it all can. */
  reaches?(to: OutgoingMessage['to']): Promise<boolean>
  /** Resolves once the platform has taken it; throws when it has not: see `Unreachable` and `OutcomeUnknown`. */
  send(delivery: Delivery): Promise<void>
  stop(): Promise<void>
}
