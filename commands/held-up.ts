import { readChannelState } from './channel/channel-state.ts'
import type { Context } from './command.ts'
import { inDaytime } from './daytime.ts'

/** What wakes up later than this was held up by a stop, in milliseconds. */
export const punctuality = 60_000

/**
 * Until when what is held should be held anew in place of going out now, with `hold` in milliseconds: after a stop, and
 * while the channel is away, what takes it back may still be on its way; and at night it disturbs nobody. Null where it
 * goes out.
 */
export async function heldUpUntil(
  releaseAt: Date,
  hold: number,
  { db, calendar, now }: Pick<Context, 'db' | 'calendar' | 'now'>,
): Promise<Date | null> {
  const isAway = (await readChannelState(db))?.online === false
  if (!isAway && now.getTime() - releaseAt.getTime() <= punctuality) return null
  return inDaytime(new Date(now.getTime() + hold), calendar)
}
