import type { Letter } from '../../reports/letter/letter.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Context } from '../command.ts'
import { conversationOf, sentAtOf } from '../conversation.ts'

/** A file sent so long after it was announced answers the letter, in milliseconds. */
const announcedTime = 10 * 60_000

const nothing = ''

/** Where it is kept for which letter somebody is about to send a file in a room. */
const keyOf = ({ message, sender }: Pick<Context, 'message' | 'sender'>): string =>
  `letterAnswer:${conversationOf(message)}:${sender.name}`

/** The next file of the sender in this room answers the letter. */
export async function awaitFile({ id }: Letter, context: Context): Promise<void> {
  const until = new Date(sentAtOf(context).getTime() + announcedTime)
  await writeSetting(context.db, keyOf(context), JSON.stringify({ letter: id, until: until.toISOString() }))
}

/** The letter that the sender's file answers, and no further file does; null where none was announced in time. */
export async function awaitedBy(context: Context): Promise<number | null> {
  const kept = (await readSetting(context.db, keyOf(context))) ?? nothing
  if (kept === nothing) return null
  await writeSetting(context.db, keyOf(context), nothing)
  const { letter, until } = JSON.parse(kept) as { letter: number; until: string }
  return sentAtOf(context) <= new Date(until) ? letter : null
}
