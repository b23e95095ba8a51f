import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { type FakePerson, type FakeRoom, type FakeWechat, openFakeWechat } from '../web-wechat/fake-wechat.ts'
import { median } from './measure.ts'

/** As many groups, and members in each, as a province has at most. */
const groupCount = 200
const memberCount = 450

/** A group, and the reporting officer in it: known by the group card. */
interface Crowded {
  group: FakeRoom
  speaker: FakePerson
}

/** What a process reports. */
export interface WechatEffort {
  /** Milliseconds from webwxsync's answer until the first message of a group is there, the median of some groups. */
  first: number
  /** Megabytes beyond those of the fake server: resident, and of these heap. */
  memory: number
  heap: number
}

/** The fake server with all groups; `topic` and `card` name them by number, `friend` is in each. */
export async function openCrowd(
  topic: (index: number) => string,
  card: (index: number) => string,
  friend: string,
): Promise<{ wechat: FakeWechat; crowd: Crowded[]; spent: () => Pick<WechatEffort, 'memory' | 'heap'> }> {
  const wechat = await openFakeWechat()
  const bound = wechat.addFriend('小王', { remark: friend })
  const crowd = Array.from({ length: groupCount }, (_, index) => {
    const speaker = wechat.addStranger(`群友${index}`)
    const group = wechat.addRoom(topic(index), [bound, { person: speaker, card: card(index) }], {
      listed: 'init',
    })
    wechat.fill(group, memberCount - group.members.length)
    // The fake server's own memory is not what is measured.
    world(wechat).describe(group)
    return { group, speaker }
  })
  const before = measureMemory()
  return {
    wechat,
    crowd,
    spent: () => {
      wechat.requestLog.length = 0
      const after = measureMemory()
      return { memory: after.memory - before.memory, heap: after.heap - before.heap }
    },
  }
}

/** What the server keeps to itself. */
// biome-ignore lint/complexity/useLiteralKeys: it is protected
const world = (wechat: FakeWechat) => wechat['world']

function measureMemory(): Pick<WechatEffort, 'memory' | 'heap'> {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return { memory: rss / 2 ** 20, heap: heapUsed / 2 ** 20 }
}

/** Waits for messages by their texts. */
export class Ear {
  readonly #waiting = new Map<string, () => void>()

  hear(text: string): void {
    this.#waiting.get(text)?.()
  }

  listen(text: string): Promise<void> {
    return new Promise(resolve => this.#waiting.set(text, resolve))
  }
}

/** Median of the milliseconds from webwxsync's answer until the first message of a group was heard. */
export async function timeFirsts(wechat: FakeWechat, crowd: Crowded[], ear: Ear): Promise<number> {
  let answeredAt = 0
  subscribe('http.client.response.finish', event => {
    if ((event as { request: ClientRequest }).request.path.includes('/webwxsync?'))
      answeredAt = performance.now()
  })
  const taken: number[] = []
  for (const [index, { group, speaker }] of crowd.entries()) {
    await wechat.idle()
    const text = `各位好，这是第${index}个群`
    const heard = ear.listen(text)
    wechat.say(speaker, group, text)
    await heard
    taken.push(performance.now() - answeredAt)
  }
  return median(taken)
}
