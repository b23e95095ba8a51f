import { isRoom, type Wechat4u } from './client.ts'

const patience = 3000
const rest = 30_000
const remembered = 1000

interface Options {
  client(): Wechat4u
  now(): Date
  report(error: unknown): void
}

/** See `lookUp` of the workplace: look-ups that nobody can make many of, however much is said by strangers. */
export function createLookUp({ client, now, report }: Options) {
  const latest = new Map<string, { at: number; done: Promise<void> }>()

  return (id: string): Promise<void> => {
    const before = latest.get(id)
    if (before && now().getTime() - before.at < rest) return before.done
    if (latest.size >= remembered) latest.clear()
    const done = withPatience(ask(id).catch(report))
    latest.set(id, { at: now().getTime(), done })
    return done
  }

  async function ask(id: string): Promise<void> {
    const asked = client()
    const found = await asked.batchGetContact([{ UserName: id, ...(isRoom(id) && { EncryChatRoomId: '' }) }])
    asked.updateContacts(found)
  }
}

async function withPatience(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise<void>(resolve => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([work, enough])
  clearTimeout(timer)
}
