import { unverifiedName } from '../../../commands/identity.ts'
import type { ChatListener } from '../../../commands/message.ts'
import { isCommand } from '../../../commands/route.ts'
import { forgetPlaces } from '../../../storage/bindings.ts'
import { type Db, transact } from '../../../storage/database.ts'
import { giveUpNamed } from '../../../storage/outbox.ts'
import { readSetting, writeSetting } from '../../../storage/settings.ts'
import type { Log } from '../../log.ts'
import { createBoundReader } from './bound.ts'
import { createReader, type MessageTypes } from './incoming.ts'
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
  types: MessageTypes
  /** Null for a puppet that is taken as it is. */
  link: Wechat4uLink | null
  listener: ChatListener
}

/** The account's own id at the last login: while it stays, so do all others. */
const selfKey = 'wechat.self'

/** Groups that are not in the address book show up with their first message; so long they are waited for, in milliseconds. */
const patience = 10 * 60_000

export type Connection = ReturnType<typeof createConnection>

/** The account while the bot runs: it comes, goes and comes again, and messages are taken in between. */
export function createConnection({ db, log, now, puppet, types, link, listener }: Options) {
  const readBound = createBoundReader(db)
  const people = createPeople(puppet, readBound)
  const rooms = createRooms(db, puppet, people, readBound)
  const presence = createPresence(db, now)
  const read = createReader({ db, puppet, types, people, rooms, ...(link && { quotedOf: link.quotedOf }) })
  const sequence = createSequence()
  /** Rooms of which the administrators have been asked in this login. */
  const asked = new Set<string>()
  let online = false
  let loggedInAt = now()
  /** Whether the account was ever there before: what is older than its first login is history. */
  let returning = false
  /** What comes in waits until it is clear who is who; null before the first login. */
  let entering: Promise<void> | null = null

  /** The account is there: finds people and rooms again, then takes what came in and lets out what waits. */
  async function enter(self: string, again: boolean): Promise<void> {
    loggedInAt = now()
    returning = (await presence.load()) !== null
    const renewed = (await readSetting(db, selfKey)) !== self
    // Whoever is not bound is known by id alone: with another under the same name, an answer would go astray.
    if (renewed || !again) await transact(db, tx => giveUpNamed(tx, unverifiedName(''), 'address lost'))
    if (renewed) {
      // Every id is another one now.
      await transact(db, forgetPlaces)
      await writeSetting(db, selfKey, self)
      people.forget()
      asked.clear()
    }
    await link?.settled()
    await findRooms()
    online = true
    const { name } = await puppet.contactPayload(self)
    await listener.tell(`/登录 ${name}`)
    await presence.returned(listener)
    void listener.pump()
  }

  async function findRooms(): Promise<void> {
    const late = now().getTime() - loggedInAt.getTime() >= patience
    for (const [room, doubt] of await rooms.reconcile()) {
      if (asked.has(room) || (doubt === 'missing' && !late)) continue
      asked.add(room)
      await listener.tell(`/待认群 ${doubt} ${room}`)
    }
  }

  async function take(id: string): Promise<void> {
    await entering
    const { roomId: place } = await puppet.messagePayload(id)
    if (place && (await rooms.mayBeLost(place))) await findRooms()
    const message = await read(id)
    if (message === null) return
    // The platform tells whole seconds.
    const earlier = new Date(message.at).getTime() < Math.floor(loggedInAt.getTime() / 1000) * 1000
    if (earlier && !returning) return
    await listener.receive(earlier ? { ...message, replayed: true } : message)
    if (!message.unbound || !isCommand(message.text)) return
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
    entering = enter(contactId, entering !== null).catch(error =>
      log.error({ err: error }, 'login not completed'),
    )
  })

  puppet.on('logout', () => {
    log.warn('logged out of WeChat')
    online = false
    presence.note(link?.syncedAt() ?? null)
    presence
      .save()
      .then(() => listener.tell('/掉线'))
      .catch(error => log.error({ err: error }, 'log-out not noted'))
  })

  puppet.on('message', ({ messageId }) => {
    sequence
      .run('arrival', async () => {
        const { roomId, talkerId } = await puppet.messagePayload(messageId)
        void sequence.run(roomId || talkerId || '', () => take(messageId)).catch(giveUp(messageId))
      })
      .catch(giveUp(messageId))
  })

  return {
    sender: createSender({ puppet, people, rooms }),
    isOnline: (): boolean => online && puppet.isLoggedIn,

    /** The account was logged in, and yet nothing could be received. */
    missed: (from: Date, to: Date): Promise<void> => presence.missed(listener, from, to),

    /** Looks through what has changed, and writes it down. */
    async look(): Promise<void> {
      if (!online) return
      presence.note(link === null ? now() : link.syncedAt())
      await presence.save()
      await findRooms()
      await link?.saveSession()
    },

    /** Takes what has come in, and nothing more. */
    async close(): Promise<void> {
      // First of all: what comes in behind the last look would count as received.
      link?.halt()
      for (const event of ['message', 'login', 'logout'] as const) puppet.removeAllListeners(event)
      await sequence.drained()
      await this.look()
    },
  }
}
