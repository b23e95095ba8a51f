import type { Wechat4u } from './client.ts'
import type { Wechat4uPuppet } from './puppet.ts'

/** Under this name the puppet looks for a session when it starts. */
const slot = 'PUPPET-WECHAT4U'

/** Stores and deletes the session, one after the other: two that write the file at once would leave it unreadable. */
export function createSessionStore({ memory }: Pick<Wechat4uPuppet, 'memory'>, client: () => Wechat4u) {
  let writing: Promise<unknown> = Promise.resolve()
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const written = writing.then(write)
    writing = written.catch(() => {})
    return written
  }
  return {
    saveSession: () =>
      inTurn(async () => {
        if (!client().PROP.sid || !client().user.UserName) return
        await memory.set(slot, client().botData)
        await memory.save()
      }),
    deleteSession: () =>
      inTurn(async () => {
        await memory.delete(slot)
        await memory.save()
      }),
  }
}
