import { saysBinding, unverifiedName } from '../../../commands/channel/identity.ts'
import type { ChatListener } from '../../../commands/message.ts'
import { forgetPlaces } from '../../../storage/bindings.ts'
import { type Db, transact } from '../../../storage/database.ts'
import { forgetHeld, giveUpHeld } from '../../../storage/inbox.ts'
import { giveUpNamed } from '../../../storage/outbox.ts'
import { readSetting, writeSetting } from '../../../storage/settings.ts'
import type { Log } from '../../log.ts'
import { createBoundReader } from './bound.ts'
import { createDoubts } from './doubts.ts'
import { createReader, type WechatyTypes } from './incoming.ts'
import { createSender } from './outgoing.ts'
import { createPeople } from './people.ts'
import { createPresence } from './presence.ts'
import type { Puppet } from './puppet.ts'
import { createRooms } from './rooms.ts'
import { createSequence } from './sequence.ts'
import type { Wechat4uLink } from './wechat4u/repair.ts'

interface Options {
  db: Db
  log: Log
  now: () => Date
  puppet: Puppet
  types: WechatyTypes
  /** Null for a puppet that is taken as it is. */
  link: Wechat4uLink | null
  listener: ChatListener
}

/** The account's own id at the last login: while it stays, so do all others. */
const selfKey = 'wechat.self'

/** So long the address book is waited for, in milliseconds. */
const settlingTime = 60_000

/** So long messages of groups that are not bound are kept, in milliseconds. */
const heldTime = 72 * 3_600_000

/** So far the clock of this machine may be ahead of the platform's, in milliseconds. */
const skew = 2 * 60_000

/** The account is there: what follows from it is to be done, and is done again where it failed. */
interface Login {
  /** The account's own id. */
  self: string
  /** Whether it was there before since the bot has started. */
  again: boolean
  failed: boolean
  /** Resolves when the account has logged out again. */
  over: PromiseWithResolvers<void>
}

export type Connection = ReturnType<typeof createConnection>

/** The account while the bot runs: it comes, goes and comes again, and messages are taken in between. */
export function createConnection({ db, log, now, puppet, types, link, listener }: Options) {
  const readBound = createBoundReader(db)
  const people = createPeople({ puppet, readBound, ...(link && { membersOf: link.membersOf }) })
  const rooms = createRooms({ db, puppet, people, readBound, now })
  const presence = createPresence(db, now, log)
  const read = createReader({ db, puppet, types, people, rooms, ...(link && { quotedOf: link.quotedOf }) })
  const sequence = createSequence()
  const closing = Promise.withResolvers<void>()
  /** Messages that came in and are not kept yet, by id, with the time of their coming. */
  const pending = new Map<string, Date>()
  const doubts = createDoubts(rooms, listener, now)
  /** Null while nobody is logged in. */
  let login: Login | null = null
  let online = false
  let loggedInAt = now()
  /** Whether the account was ever there before: what is older than its first login is history. */
  let returning = false
  /** What comes in waits until it is clear who is who; null before the first login. */
  let entering: Promise<void> | null = null

  /** The account is there: finds people and rooms again, then takes what came in and lets out what waits. */
  async function enter(latest: Login): Promise<void> {
    const { self, again } = latest
    returning = (await presence.load()) !== null
    const renewed = (await readSetting(db, selfKey)) !== self
    // Whoever is not bound is known by id alone: with another under the same name, an answer would go astray.
    if (renewed || !again) await transact(db, tx => giveUpNamed(tx, unverifiedName(''), 'address lost'))
    if (renewed) {
      // Every id is another one now: what was kept in a group that was not bound can be nobody's any more.
      const lost = await transact(db, async tx => {
        await forgetPlaces(tx)
        return giveUpHeld(tx)
      })
      for (const { room, messages } of lost) await listener.tell(`/留存作废 ${messages} ${room}`)
      await writeSetting(db, selfKey, self)
      people.forget()
      doubts.forget()
    }
    // An address book that does not come must not keep messages out: who cannot be told is unknown meanwhile.
    await Promise.race([link?.settled(), after(settlingTime), closing.promise, latest.over.promise])
    if (login === latest) await findRooms()
    const { name } = await puppet.contactPayload(self)
    // It is gone already; until when it was away is for the next login to tell.
    if (login !== latest) return
    await listener.tell(`/登录 ${name}`)
    await presence.returned(listener)
    // Not before: what is written down from now on would hide how long it was away.
    online = login === latest
    void listener.pump()
  }

  /** A full disk, and what else may pass, must not keep the account from ever being there. */
  async function complete(latest: Login): Promise<void> {
    latest.failed = false
    try {
      if (login === latest) await enter(latest)
    } catch (error) {
      log.error({ err: error }, 'login not completed, will try again')
      latest.failed = true
    }
  }

  /** Resolves when it is clear who is who, or cannot be made so now. */
  async function entered(): Promise<void> {
    if (login?.failed) entering = complete(login)
    await entering
  }

  /** It has received all that came before the oldest message that is not kept yet. */
  function notePresence(): void {
    const received = link === null ? now() : link.syncedAt()
    const [oldest] = [...pending.values()].sort((a, b) => a.getTime() - b.getTime())
    presence.note(oldest !== undefined && received !== null && oldest < received ? oldest : received)
  }

  async function writeDown(): Promise<void> {
    if (!online) return
    notePresence()
    await presence.save()
    await transact(db, tx => forgetHeld(tx, new Date(now().getTime() - heldTime)))
    await findRooms()
    await link?.saveSession()
  }

  const findRooms = (): Promise<void> => doubts.look(loggedInAt)

  async function take(id: string): Promise<void> {
    await entered()
    const { roomId: place } = await puppet.messagePayload(id)
    if (place && (await rooms.mayBeLost(place))) await findRooms()
    const message = await read(id)
    if (message === null) return
    // The platform tells whole seconds.
    const before = Math.floor(loggedInAt.getTime() / 1000) * 1000 - new Date(message.at).getTime()
    const earlier = before > 0
    if (before > skew && !returning) return
    await listener.receive(earlier ? { ...message, replayed: true } : message)
    if (message.unbound && place) await rooms.handleHeldOf(place)
    if (!message.unbound || !saysBinding(message.text)) return
    // It may have bound the group: by whom it is known must be noted before anything happens to the login.
    await listener.pump()
    await findRooms()
  }

  /** Nothing that arrived is lost in silence. */
  const giveUp = (messageId: string) => async (error: unknown) => {
    log.error({ err: error, messageId }, 'message could not be read')
    await listener
      .tell(`/未读 ${messageId}`)
      .catch(cause => log.error({ err: cause }, 'nobody could be told'))
  }

  puppet.on('login', ({ contactId }) => {
    log.info('logged in to WeChat')
    loggedInAt = now()
    const latest = {
      self: contactId,
      again: entering !== null,
      failed: false,
      over: Promise.withResolvers<void>(),
    }
    login?.over.resolve()
    login = latest
    online = false
    // One after the other: where an earlier one ended last, the account would seem to be away for ever.
    entering = (entering ?? Promise.resolve()).then(() => complete(latest))
  })

  puppet.on('logout', () => {
    log.warn('logged out of WeChat')
    // Else it has not been told yet how long it was away before.
    if (online) notePresence()
    login?.over.resolve()
    login = null
    online = false
    presence
      .save()
      .then(() => listener.tell('/掉线'))
      .catch(error => log.error({ err: error }, 'log-out not noted'))
  })

  puppet.on('message', ({ messageId }) => {
    pending.set(messageId, now())
    const done = () => void pending.delete(messageId)
    sequence
      .run('arrival', async () => {
        const { roomId, talkerId } = await puppet.messagePayload(messageId)
        void sequence
          .run(roomId || talkerId || '', () => take(messageId))
          .catch(giveUp(messageId))
          .finally(done)
      })
      .catch(error => giveUp(messageId)(error).finally(done))
  })

  return {
    sender: createSender({ puppet, people, rooms }),
    isOnline: (): boolean => online && puppet.isLoggedIn,

    /** The account was logged in, and yet nothing could be received. */
    missed: (from: Date, to: Date): Promise<void> => presence.missed(listener, from, to),

    /** Looks through what has changed, and writes it down. */
    async look(): Promise<void> {
      if (login?.failed) await entered()
      await writeDown()
    },

    /** Takes what has come in, and nothing more. */
    async close(): Promise<void> {
      // First of all: what comes in behind the last look would count as received.
      link?.halt()
      closing.resolve()
      for (const event of ['message', 'login', 'logout'] as const) puppet.removeAllListeners(event)
      await sequence.drained()
      await writeDown()
    },
  }
}

const after = (time: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, time).unref()
  })
