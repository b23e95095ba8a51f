import type { Insertable } from 'kysely'
import { cleanName, saysBinding, unboundName } from '../commands/channel/identity.ts'
import type { IncomingMessage } from '../commands/message.ts'
import { type Db, isStorageBusy, transact } from '../storage/database.ts'
import { keepMessage, wasKept } from '../storage/inbox.ts'
import type { Schema } from '../storage/schema.ts'
import type { FileStore } from './file-store.ts'

/** So much is kept of the words that a message quotes, in characters: enough to know the message by. */
const quotedLimit = 200

/** How often keeping a message is tried while another process holds the database. */
const mostTries = 12

type Row = Insertable<Schema['inbox']>

/**
 * Keeps raw messages: what it has resolved is committed. Messages that come together are committed together, as the
 * disk is waited for once a transaction. Rejects where nothing can be stored.
 */
export function createInbox(db: Db, files: FileStore, now: () => Date) {
  let gathered: {
    row: Row
    replayed: boolean
    resolve: (fresh: boolean) => void
    reject: (error: unknown) => void
  }[] = []
  let committing = false

  async function commit(): Promise<void> {
    committing = true
    // Let everything that has arrived in this turn come along.
    await new Promise(resolve => setImmediate(resolve))
    while (gathered.length > 0) {
      const batch = gathered
      gathered = []
      try {
        const fresh = await patiently(() =>
          transact(db, async tx => {
            const results: boolean[] = []
            for (const { row, replayed } of batch)
              results.push(!(replayed && (await wasKept(tx, row))) && (await keepMessage(tx, row)))
            return results
          }),
        )
        for (const [i, { resolve }] of batch.entries()) resolve(fresh[i]!)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    committing = false
  }

  /** False for a message that was here before. */
  return async (message: IncomingMessage): Promise<boolean> => {
    const row: Row = {
      messageId: message.id,
      at: new Date(message.at).toISOString(),
      receivedAt: now().toISOString(),
      room: message.room !== null && message.unbound ? unboundName(message.room) : message.room,
      sender: cleanName(message.from),
      origin: 'chat',
      text: message.text,
      mention: message.mention ? 1 : 0,
      quote: message.quote ?? null,
      quotedText: message.quotedText?.slice(0, quotedLimit) ?? null,
      recall: message.recall ?? null,
      file: message.file === undefined ? null : JSON.stringify(await files.keep(message.file)),
      claimed: message.claimed ? 1 : 0,
      place: message.place ?? null,
      state: message.unbound && !saysBinding(message.text) ? 'held' : 'new',
    }
    return new Promise((resolve, reject) => {
      gathered.push({ row, replayed: message.replayed ?? false, resolve, reject })
      if (!committing) void commit()
    })
  }
}

/** Does work again while another process holds the database: each try waits for it some seconds. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work()
    } catch (error) {
      if (!isStorageBusy(error) || tries === mostTries) throw error
    }
}
