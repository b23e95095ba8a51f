import type { History } from '../reports/commentary/look-back.ts'
import { addDays } from '../reports/time.ts'
import type { Db } from '../storage/database.ts'
import { latestEdition, type Snapshot } from '../storage/editions.ts'
import { figuresOfRound } from '../storage/figures.ts'
import { asBefore, hazardsPastDeadline, hazardsSince, roundsBefore } from '../storage/look-back.ts'

/** How far back hazards are looked for, in days. */
const memory = 60
/** With how many rounds figures are compared. */
const comparedRounds = 5

/** What a daily report is looked back from 回头看: the rounds before it, and the hazards of the last sixty days. */
export async function readHistory(db: Db, roundId: number, report: Snapshot): Promise<History> {
  const before = await roundsBefore(db, roundId, comparedRounds)
  const previous = before[0] === undefined ? null : ((await latestEdition(db, before[0]))?.report ?? null)
  const figures = []
  for (const id of before) figures.push(await figuresOfRound(db, id))
  const since = addDays(report.date, -memory)
  const overdue = await hazardsPastDeadline(db, { date: report.date, since, roundId })
  const known = await hazardsSince(db, { since, roundId })
  const then = before[0] === undefined ? [] : await asBefore(db, known, { roundId, previous: before[0] })
  return { previous, figures, overdue, known, before: then }
}
