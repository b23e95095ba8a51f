import type { Activity } from './activity.ts'
import { hold } from './hold.ts'
import type { RawMessage } from './messages.ts'
import type { Answer, FakeRequest } from './server.ts'

/** A piece of news for the client: a message, or somebody or a room that changed, described when it is handed out. */
type News = { message: RawMessage } | { changed: string; describe: () => string } | { left: string }

/** How a failed synccheck looks to the client. */
export type SyncFailure = 'retcode' | 'http'

/** What happened in the client's absence waits here; the client is told by synccheck, and fetches it by webwxsync. */
export class Sync {
  /** Whether all requests of synccheck are left without an answer. */
  hanging = false
  readonly #activity: Activity
  /** Kept until the client asks for what comes after. */
  #news: { key: number; news: News }[] = []
  #lastKey = 700_000_000
  #handedOut = this.#lastKey
  #staged: News[] | null = null
  #failures: SyncFailure[] = []
  readonly #held = new Set<{ key: number; release: AbortController }>()

  constructor(activity: Activity) {
    this.#activity = activity
  }

  push(...news: News[]): void {
    if (this.#staged) this.#staged.push(...news)
    else {
      for (const one of news) this.#news.push({ key: ++this.#lastKey, news: one })
      this.release()
    }
  }

  /** Keeps back what is pushed meanwhile, and gives it to `take` at the end: at once, unless `act` takes its time. */
  async stage(act: () => unknown, take: (staged: News[]) => void): Promise<void> {
    const outer = this.#staged
    const staged: News[] = []
    this.#staged = staged
    try {
      const acting = act()
      if (acting instanceof Promise) await acting
    } finally {
      this.#staged = outer
      take(staged)
    }
  }

  /** Forgets all that was not fetched: a new login begins with what comes after it. */
  begin(): void {
    this.#news = []
    this.#handedOut = this.#lastKey
  }

  /** Answers those who are held. */
  release(): void {
    for (const { release } of this.#held) release.abort()
  }

  fail(count: number, how: SyncFailure): void {
    for (let i = 0; i < count; i++) this.#failures.push(how)
    this.release()
  }

  /** Whether everything was handed out, and the client waits for more. */
  get idle(): boolean {
    const upToDate = [...this.#held].some(
      ({ key, release }) => key >= this.#lastKey && !release.signal.aborted,
    )
    return upToDate && this.#news.every(({ key }) => key <= this.#handedOut)
  }

  /** Where a client continues that starts again with its session. */
  get key() {
    return { Count: 1, List: [{ Key: 1, Val: this.#handedOut }] }
  }

  /** Answers synccheck, held as long as there is no news; `known` says whether the session still holds. */
  async check({ query, gone }: FakeRequest, known: () => boolean): Promise<Answer> {
    const key = Number(/1_(\d+)/.exec(query.get('synckey') ?? '')?.[1] ?? 0)
    if (this.hanging || (known() && this.#failures.length === 0 && key >= this.#lastKey)) {
      const held = { key, release: new AbortController() }
      this.#held.add(held)
      this.#activity.note()
      await hold(held.release.signal, gone)
      while (this.hanging && !gone.aborted) {
        held.release = new AbortController()
        await hold(held.release.signal, gone)
      }
      this.#held.delete(held)
    }
    if (gone.aborted) return null
    if (!known()) return checked('1101', '0')
    const failure = this.#failures.shift()
    if (failure === 'http') return { status: 500, body: '' }
    if (failure) return checked('-1', '0')
    return checked('0', key < this.#lastKey ? '2' : '0')
  }

  /** Answers webwxsync: all that came after the key that the client has. */
  fetch(request: FakeRequest): Answer {
    const key = Number(request.json.SyncKey?.List?.[0]?.Val ?? 0)
    this.#news = this.#news.filter(one => one.key > key)
    const news = this.#news.map(one => one.news)
    this.#handedOut = this.#lastKey
    const messages = news.flatMap(one => ('message' in one ? [JSON.stringify(one.message)] : []))
    const changed = new Map(news.flatMap(one => ('changed' in one ? [[one.changed, one.describe]] : [])))
    const left = news.flatMap(one => ('left' in one ? [JSON.stringify({ UserName: one.left })] : []))
    const next = JSON.stringify(this.key)
    return `{"BaseResponse":{"Ret":0,"ErrMsg":""},${[
      `"AddMsgCount":${messages.length},"AddMsgList":[${messages}]`,
      `"ModContactCount":${changed.size},"ModContactList":[${[...changed.values()].map(describe => describe())}]`,
      `"DelContactCount":${left.length},"DelContactList":[${left}]`,
      `"ModChatRoomMemberCount":0,"ModChatRoomMemberList":[],"ContinueFlag":0`,
      `"SyncKey":${next},"SyncCheckKey":${next}`,
    ]}}`
  }
}

const checked = (retcode: string, selector: string) =>
  `window.synccheck={retcode:"${retcode}",selector:"${selector}"}`
