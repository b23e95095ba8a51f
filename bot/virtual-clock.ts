import type { Bot } from './bot.ts'

/** A clock that is moved by hand: for rehearsing a recorded day, and in the sandbox. */
export interface VirtualClock {
  now(): Date
  set(at: Date): void
}

/** Moves a clock on to a time, stopping at everything that is due on the way. */
export async function advance(bot: Bot, clock: VirtualClock, target: Date): Promise<void> {
  await bot.pump()
  for (;;) {
    const next = await bot.nextDue()
    if (next === null || next > target) break
    // What could not be done at its time is not waited for without end.
    clock.set(next > clock.now() ? next : new Date(clock.now().getTime() + 1000))
    if (clock.now() > target) break
    await bot.pump()
  }
  if (target > clock.now()) clock.set(target)
  await bot.pump()
}
