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
  text: string
  /** Whether the bot is mentioned. */
  mention?: boolean
  /** Id of the message that this one quotes. */
  quote?: string
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
  /** May wait a little and be sent together with others of its kind to the same room. */
  bundle?: boolean
}

/** A message on its way out, as the channel gets it: one text or one file. */
export interface Delivery {
  to: { room: string } | { person: string }
  text?: string
  file?: { name: string; bytes: Uint8Array }
  mentions: string[]
  choices: (Choice & { number: number })[]
}

/** What a chat platform offers to the bot; each adapter implements it. */
export interface ChatPort {
  /** Whether choices show as buttons; otherwise they are printed as numbers. */
  readonly buttons: boolean
  /** Begins to receive; resolves when the channel is ready to be used. */
  start(receive: (message: IncomingMessage) => Promise<void>): Promise<void>
  /** Resolves once the platform has taken it; throws when it has not. */
  send(delivery: Delivery): Promise<void>
  stop(): Promise<void>
}
