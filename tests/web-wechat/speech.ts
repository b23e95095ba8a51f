import { fileXml, imageXml, type Quoted, quoteXml, recallXml, videoXml } from './content.ts'
import {
  encodeMessage,
  type FakeMessage,
  type Messages,
  messageTypes,
  quoteOf,
  type RawMessage,
} from './messages.ts'
import { Population } from './population.ts'
import type { Sync } from './sync.ts'
import type { FakePerson, FakeRoom, World } from './world.ts'

/** The id of the message where it is not to be a new one, and when it was said where that is not now. */
export interface SayOptions {
  id?: string
  at?: Date
}

/** A file as somebody sends it. */
interface SentFile {
  name?: string
  bytes: Uint8Array
}

/** What people say. Each call returns the id of the message; a room of null is a private conversation with the bot. */
export abstract class Speech extends Population {
  readonly #messages: Messages
  #twice = false

  constructor(world: World, sync: Sync, messages: Messages) {
    super(world, sync)
    this.#messages = messages
  }

  /** A text. What the account itself says comes as from its phone. */
  say(person: FakePerson, room: FakeRoom | null, text: string, options?: SayOptions): string {
    return this.#utter({ type: messageTypes.text, from: person, room, content: text }, options)
  }

  /** A text by a new member of whom the client knows nothing until it asks for the room or the person. */
  sayFromUnknown(name: string, room: FakeRoom, text: string, options?: SayOptions): string {
    const person = this.addStranger(name)
    this.join(room, person, { silent: true })
    return this.say(person, room, text, options)
  }

  sendFile(
    person: FakePerson,
    room: FakeRoom | null,
    file: Required<SentFile>,
    options?: SayOptions,
  ): string {
    const media = this.#media(file.bytes, file.name)
    const content = fileXml(file.name, file.bytes.length, media.id)
    return this.#utter({ type: messageTypes.app, appType: 6, from: person, room, content, media }, options)
  }

  sendImage(person: FakePerson, room: FakeRoom | null, file: SentFile, options?: SayOptions): string {
    const media = this.#media(file.bytes)
    const content = imageXml(file.bytes.length)
    return this.#utter({ type: messageTypes.image, from: person, room, content, media }, options)
  }

  sendVideo(person: FakePerson, room: FakeRoom | null, file: SentFile, options?: SayOptions): string {
    const media = this.#media(file.bytes)
    const content = videoXml(file.bytes.length)
    return this.#utter({ type: messageTypes.video, from: person, room, content, media }, options)
  }

  /**
   * A text that quotes 引用 another message: one that was said here, by its id, or a text of which nothing else is
   * known, as said by somebody.
   */
  quote(
    person: FakePerson,
    room: FakeRoom | null,
    { quoted, by = person, id = this.#messages.nextId() }: { quoted: string; by?: FakePerson; id?: string },
    text: string,
    options?: SayOptions,
  ): string {
    const known = this.#messages.find(quoted)
    const what: Quoted = known
      ? quoteOf(known, known.from ? this.#shownAs(known.from, known.room) : '')
      : {
          id,
          type: messageTypes.text,
          from: { id: by.id, shownAs: this.#shownAs(by, room) },
          roomId: room?.id ?? '',
          content: quoted,
        }
    const content = quoteXml(text, what)
    return this.#utter({ type: messageTypes.app, appType: 57, from: person, room, content }, options)
  }

  /** Somebody recalls 撤回 a message. */
  recall(person: FakePerson, room: FakeRoom | null, id: string, options?: SayOptions): string {
    const who = person === this.self ? '你' : `"${this.#shownAs(person, room)}" `
    const content = recallXml((room ?? person).id, id, `${who}撤回了一条消息`)
    return this.#utter({ type: messageTypes.recall, from: person, room, content }, options)
  }

  /** What the platform itself says in a room, such as who joined. */
  systemNote(room: FakeRoom, text: string, options?: SayOptions): string {
    return this.#utter({ type: messageTypes.system, from: null, room, content: text }, options)
  }

  /** Any message as webwxsync hands it out; what is not given is that of a text by nobody, said now. */
  deliver(raw: Partial<RawMessage>): string {
    const id = raw.MsgId ?? this.#messages.nextId()
    const blank = { id, type: messageTypes.text, from: null, room: null, content: '', at: new Date() }
    this.#push({ ...encodeMessage(blank, this.self), ...raw, MsgId: id })
    return id
  }

  /** The next message comes twice, with the same id. */
  duplicateNext(): void {
    this.#twice = true
  }

  /** What is said within comes with one answer of webwxsync. */
  batch(act: () => unknown): Promise<void> {
    return this.sync.stage(act, staged => this.sync.push(...staged))
  }

  /** What is said within never reaches the client. */
  loseMessages(act: () => unknown): Promise<void> {
    return this.sync.stage(act, () => {})
  }

  #utter(said: Omit<FakeMessage, 'id' | 'at'>, options: SayOptions = {}): string {
    const { id = this.#messages.nextId(), at = new Date() } = options
    const message = { ...said, id, at }
    this.#messages.add(message)
    this.#push(encodeMessage(message, this.self))
    return id
  }

  #push(message: RawMessage): void {
    this.sync.push({ message })
    if (this.#twice) this.sync.push({ message: { ...message } })
    this.#twice = false
  }

  #media(bytes: Uint8Array, name = '') {
    return { name, bytes: Buffer.from(bytes), id: `@crypt_${this.#messages.nextId()}` }
  }

  /** As others in the room see somebody. */
  #shownAs = (person: FakePerson, room: FakeRoom | null): string =>
    (room && this.world.cardOf(room, person)) || person.name
}
