/**
 * The server of web WeChat, for tests: rooms, people and faults are arranged here, and the real puppet
 * (wechaty-puppet-wechat4u) logs in to it, hears and sends. Nothing of the client is replaced: node's requests for
 * WeChat's hosts are led to a server on 127.0.0.1, and nothing leaves the machine.
 *
 *     const wechat = await openFakeWechat()
 *     const 李四 = wechat.addFriend('李四', { remark: '铁东区报送员' })
 *     const 王五 = wechat.addStranger('王五')
 *     const room = wechat.addRoom('四平市日报报送群', [李四, { person: 王五, card: '铁西区报送员' }])
 *     await channel.start(receive)                  // the code is scanned at once
 *     await wechat.idle()                           // logged in, and waiting for news
 *     const id = wechat.say(王五, room, '检查单位：\n四平市')
 *     await wechat.until(() => wechat.sent.length === 1, 'a receipt')
 *     expect(wechat.sent[0]).toMatchObject({ to: room, text: '已收到' })
 *     wechat.recall(王五, room, id)
 *     wechat.failSyncs(3)                           // the client loses touch
 *     wechat.forceLogout()                          // and is logged out; all ids are new after that
 *
 * It closes by itself when the test ends; outside of tests, call close().
 */
import { Activity } from './activity.ts'
import { Contacts } from './contacts.ts'
import { openDetour } from './detour.ts'
import { answerRequest } from './endpoints.ts'
import { Login } from './login.ts'
import { Media } from './media.ts'
import { Messages } from './messages.ts'
import { type SendHang, Sending } from './sending.ts'
import { Server } from './server.ts'
import { Speech } from './speech.ts'
import { Sync, type SyncFailure } from './sync.ts'
import { World } from './world.ts'

export type { Refused, Sent } from './sending.ts'
export type { SayOptions } from './speech.ts'
export type { FakeMember, FakePerson, FakeRoom } from './world.ts'

interface Options {
  /** The account that the bot uses; 安委日报机器人 by default. */
  account?: { name: string }
  /** Whether codes are scanned and confirmed as soon as they are shown; so by default. */
  autoScan?: boolean
}

/** Opens a fake server; within a test it closes when the test ends. */
export async function openFakeWechat(options: Options = {}): Promise<FakeWechat> {
  const wechat = await FakeWechat.open(options)
  if (process.env.VITEST) {
    const { onTestFinished } = await import('vitest')
    try {
      onTestFinished(() => wechat.close())
    } catch {
      // Opened outside of a test, such as in beforeAll: whoever opened it closes it.
    }
  }
  return wechat
}

/** The fake server, and the world that it shows. People and rooms are in {@link Population}, what is said in {@link Speech}. */
export class FakeWechat extends Speech {
  readonly #activity: Activity
  readonly #contacts: Contacts
  readonly #sending: Sending
  readonly #media: Media
  #login!: Login
  #server!: Server
  #detour!: Awaited<ReturnType<typeof openDetour>>
  #closed = false

  private constructor(name: string) {
    const world = new World(name)
    const activity = new Activity()
    const sync = new Sync(activity)
    const messages = new Messages()
    super(world, sync, messages)
    this.#activity = activity
    this.#contacts = new Contacts(world, sync)
    this.#media = new Media(messages)
    this.#sending = new Sending(world, this.#media, messages)
  }

  /** See {@link openFakeWechat}. */
  static async open({ account, autoScan = true }: Options): Promise<FakeWechat> {
    const wechat = new FakeWechat(account?.name ?? '安委日报机器人')
    await wechat.#open(autoScan)
    return wechat
  }

  async #open(autoScan: boolean): Promise<void> {
    this.#server = new Server(request => answerRequest(this.#parts, request), this.#activity)
    this.#detour = await openDetour(await this.#server.listen())
    this.#login = new Login(this.#detour.number, autoScan, () => {
      this.world.renewIds()
      this.sync.begin()
    })
  }

  get #parts() {
    return {
      login: this.#login,
      sync: this.sync,
      contacts: this.#contacts,
      sending: this.#sending,
      media: this.#media,
    }
  }

  /** Closes the server. Its clients get no answer any more, and never reach another. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#detour.close()
    await this.#server.close()
  }

  // What the client did.

  /** What was taken, in order. */
  get sent() {
    return this.#sending.sent
  }

  /** What was refused, because it was asked for or because it was not well-formed. */
  get refused() {
    return this.#sending.refused
  }

  /** Files that were uploaded, whole. */
  get uploads() {
    return this.#media.uploads
  }

  /** Remarks 备注 that the client set. */
  get remarks() {
    return this.#contacts.remarks
  }

  /** How often the client itself ended a session that held. */
  get logouts() {
    return this.#login.logouts
  }

  /** How many requests there were of each endpoint, such as `webwxsync`. */
  get requests(): ReadonlyMap<string, number> {
    return this.#server.counts
  }

  /** All requests in order. */
  get requestLog() {
    return this.#server.log
  }

  /** Resolves as soon as the condition holds; rejects after 10 s, saying what was awaited. */
  until(condition: () => boolean, what?: string): Promise<void> {
    return this.#activity.until(condition, what)
  }

  /** Resolves when all news was handed out and the client, logged in, waits for more. */
  idle(): Promise<void> {
    return this.until(() => this.sync.idle, 'the client to have fetched everything and to wait for more')
  }

  // Login.

  /** The code that is shown to be scanned; null when there is none. */
  get code(): string | null {
    return this.#login.code?.uuid ?? null
  }

  /** Whether codes are scanned as soon as they are shown. */
  set autoScan(autoScan: boolean) {
    this.#login.autoScan = autoScan
  }

  /** Scans the code that is shown and confirms the login. Throws where none is shown: wait for `code`. */
  scan(): void {
    this.#login.scan()
  }

  /** The code that is shown is not valid any longer. */
  expireCode(): void {
    this.#login.expire()
  }

  /**
   * Ends the session, as when the account logs in elsewhere. The client hears of it from synccheck, where wechat4u
   * takes three tries and some 11 s to believe it, or from webwxsync, at once.
   */
  forceLogout({ noticedBy = 'synccheck' }: { noticedBy?: 'synccheck' | 'webwxsync' } = {}): void {
    this.#login.end(noticedBy === 'webwxsync')
    this.sync.release()
  }

  // Faults.

  /** The next requests of synccheck fail, the one that is held first. */
  failSyncs(count: number, how: SyncFailure = 'retcode'): void {
    this.sync.fail(count, how)
  }

  /** No request of synccheck is answered until {@link resumeSyncs}, whatever happens. */
  hangSyncs(): void {
    this.sync.hanging = true
  }

  /** Answers synccheck again, also what hung. */
  resumeSyncs(): void {
    this.sync.hanging = false
    this.sync.release()
  }

  /** Destroys all connections, and each new one. */
  cutNetwork(): void {
    this.#server.cut = true
    this.#server.disconnect()
  }

  /** Lets connections be made again. */
  restoreNetwork(): void {
    this.#server.cut = false
  }

  /** The next messages of the client are refused with this code. */
  refuseSends(count: number, ret = 1205): void {
    this.#sending.refuse(count, ret)
  }

  /** The next messages of the client are taken, and it does not learn of it: no answer comes. */
  hangSends(count: number, how: SendHang = 'cut'): void {
    this.#sending.hang(count, how)
  }
}
