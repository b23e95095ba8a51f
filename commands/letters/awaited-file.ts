import type { Letter } from '../../reports/letter/letter.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Context } from '../command.ts'
import { conversationOf, sentAtOf } from '../conversation.ts'

/** Files sent so long after they were announced answer the letter, in milliseconds. */
const announcedTime = 10 * 60_000
/** So many of them. */
const mostFiles = 9

interface Awaited {
  letter: number
  until: string
  /** Files that have come. */
  came: number
}

/** Where it is kept for which letter somebody is about to send files in a room. */
const keyOf = ({ message, sender }: Pick<Context, 'message' | 'sender'>): string =>
  `letterAnswer:${conversationOf(message)}:${sender.name}`

/** The next files of the sender in this room answer the letter. */
export async function awaitFile({ id }: Letter, context: Context): Promise<void> {
  const until = new Date(sentAtOf(context).getTime() + announcedTime).toISOString()
  const awaited: Awaited = { letter: id, until, came: 0 }
  await writeSetting(context.db, keyOf(context), JSON.stringify(awaited))
}

/**
 * The letter that a file of the sender answers; null where none was announced in time. A second table may be the day's
 * report: it is left to whoever reads reports.
 */
export async function awaitedBy(name: string, context: Context): Promise<number | null> {
  const kept = await readSetting(context.db, keyOf(context))
  if (kept === null) return null
  const awaited = JSON.parse(kept) as Awaited
  const { letter, until, came } = awaited
  if (sentAtOf(context) > new Date(until) || came >= mostFiles) return null
  if (came > 0 && /\.(?:xlsx|xls|csv)$/iu.test(name)) return null
  await writeSetting(context.db, keyOf(context), JSON.stringify({ ...awaited, came: came + 1 }))
  return letter
}
