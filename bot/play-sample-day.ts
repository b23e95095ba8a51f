import type { Calendar } from '../reports/calendar.ts'
import { businessDate, businessTime } from '../reports/time.ts'
import type { SandboxPort } from './adapters/sandbox/server.ts'
import { sampleDay } from './sample/day.ts'

/** Before this time of day the sample day can still be today's. */
const latestStart = '08:30'

/** Plays the sample day in the sandbox, on the next working day that has not begun. */
export async function playSampleDay(
  port: SandboxPort,
  clock: { now(): Date; advanceTo(target: Date): Promise<void> },
  calendar: Calendar,
): Promise<void> {
  const today = businessDate(clock.now())
  const day =
    calendar.isWorkingDay(today) && businessTime(clock.now()) < latestStart
      ? today
      : calendar.nextWorkingDay(today)
  // The page numbers messages itself: what the sample day calls m1 has another id there.
  const ids = new Map<string, { id: string; from: string }>()
  for (const line of sampleDay(day, calendar.nextWorkingDay(day))) {
    await clock.advanceTo(new Date(line.at))
    if (line.recall !== undefined) {
      const recalled = ids.get(line.recall)
      if (recalled !== undefined) await port.recall(recalled.id, recalled.from)
    } else if (line.from !== undefined && line.text !== undefined) {
      const quote = line.quote === undefined ? undefined : ids.get(line.quote)?.id
      // Nor does it tell which id the bot's message has that is quoted: the words must do.
      const text = line.quotedText === undefined ? line.text : `回应：${line.text}`
      const id = await port.post({ room: line.room ?? null, from: line.from, text, quote })
      if (line.id !== undefined) ids.set(line.id, { id, from: line.from })
    }
  }
}
