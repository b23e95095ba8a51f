import type { Wechaty } from 'wechaty'
import type { Log } from '../../../log.ts'
import { addressBook } from './address-book.ts'
import type { Wechat4u } from './client.ts'
import { everyMessage } from './every-message.ts'
import { fileNames } from './file-names.ts'
import { createLookUp } from './look-up.ts'
import { readMarkup } from './markup.ts'
import { messageIds } from './message-ids.ts'
import { oneLogin } from './one-login.ts'
import { createProgress } from './progress.ts'
import type { Wechat4uPuppet } from './puppet.ts'
import { quietRooms } from './quiet-rooms.ts'
import { type Quoted, quotedOf } from './quoted.ts'
import { remarks } from './remarks.ts'
import { safeMessages } from './safe-messages.ts'
import { createSessionStore } from './session-store.ts'
import { stayingAlive } from './staying-alive.ts'
import { trueNames } from './true-names.ts'
import { unknownSpeakers } from './unknown-speakers.ts'
import { unsentFiles } from './unsent-files.ts'
import { wholeTexts } from './whole-texts.ts'
import type { Repair, Workplace } from './workplace.ts'

/** All repairs of the puppet wechaty-puppet-wechat4u and its library wechat4u; each file says what happens without it. */
export const repairs = {
  wholeTexts,
  safeMessages,
  everyMessage,
  unknownSpeakers,
  trueNames,
  quietRooms,
  addressBook,
  oneLogin,
  stayingAlive,
  unsentFiles,
  fileNames,
  messageIds,
  remarks,
} satisfies Record<string, Repair>

export interface Wechat4uOptions {
  log: Pick<Log, 'info' | 'warn'>
  now?: () => Date
  /** Called when news comes again after contact was lost: what was said in between may never arrive. */
  onGap(from: Date, to: Date): void
  /** Milliseconds to wait after so many failed attempts; by default 2 s, twice as long each time, five minutes at most. */
  delay?: (attempt: number) => number
}

/** What can be learned of a repaired puppet beyond its ordinary interface. */
export interface Wechat4uLink {
  /** When the server last answered a question for news well, in this login; null before the first time. */
  syncedAt(): Date | null
  /** Resolves when the address book 通讯录 of this login, or else of the next one, is complete; never rejects. */
  settled(): Promise<void>
  /** Stores the session as it is now; does nothing while nobody is logged in. */
  saveSession(): Promise<void>
  /** What a message quotes 引用; null where it quotes nothing. Rejects for a message that is an hour old or unknown. */
  quotedOf(messageId: string): Promise<Quoted | null>
  /** The members of a group with what they show there, at one stroke. */
  membersOf(roomId: string): Promise<{ id: string; shown: string }[]>
  /** Asks the server for nothing more, and stays logged in. */
  halt(): void
}

/** Repairs a puppet that was built and not yet started. `chosen` leaves some repairs out, for tests. */
export function repairWechat4u(
  built: Wechaty['puppet'],
  { log, now = () => new Date(), onGap, delay = backOff }: Wechat4uOptions,
  chosen: Repair[] = Object.values(repairs),
): Wechat4uLink {
  const puppet = built as unknown as Wechat4uPuppet
  let latest: Wechat4u | null = null
  const client = () => {
    if (latest === null) throw new Error('the puppet was not started')
    return latest
  }
  const report = (error: unknown) => void puppet.emit('error', error)
  const workplace: Workplace = {
    puppet,
    log,
    now,
    client,
    report,
    progress: createProgress(now, onGap),
    lookUp: createLookUp({ client, now, report }),
    pause: attempt => new Promise(resolve => setTimeout(resolve, delay(attempt))),
    ...createSessionStore(puppet, client),
  }

  for (const repair of chosen) repair.puppet?.(workplace)
  // The puppet hands each client that it makes to this method, just before it starts it.
  const { initHookEvents } = puppet
  puppet.initHookEvents = made => {
    latest = made
    initHookEvents.call(puppet, made)
    for (const repair of chosen) repair.client?.(made, workplace)
  }

  return {
    syncedAt: () => workplace.progress.syncedAt,
    settled: () => workplace.progress.settled(),
    saveSession: workplace.saveSession,
    quotedOf: async id => quotedOf(await puppet.messageRawPayload(id)),
    membersOf: async id =>
      ((await puppet.roomRawPayload(id)).MemberList ?? []).map(({ UserName, DisplayName, NickName }) => ({
        id: UserName,
        shown: readMarkup(DisplayName || NickName || ''),
      })),
    halt: () => latest?.stop(),
  }
}

/** Spread, so that many bots do not come back in the same second. */
const backOff = (attempt: number): number =>
  Math.min(2000 * 2 ** (attempt - 1), 5 * 60_000) * (0.75 + Math.random() / 2)
