import type { History } from '../reports/commentary/look-back.ts'
import type { Db } from '../storage/database.ts'
import type { Snapshot } from '../storage/editions.ts'
import { figuresOfRound } from '../storage/figures.ts'
import { ledgerAsOf, roundsBefore } from '../storage/look-back.ts'

/** With how many rounds figures are compared. */
const comparedRounds = 5

/**
 * What a daily report is looked back from 回头看: the rounds before it, and the ledger 台账 as it stood when this edition
 * and the round before were compiled. What has been done since is not known yet, whenever it is shown.
 */
export async function readHistory(db: Db, roundId: number, report: Snapshot): Promise<History> {
  const rounds = await roundsBefore(db, roundId, comparedRounds)
  const figures = []
  for (const { id } of rounds) figures.push(await figuresOfRound(db, id))
  const previous = rounds[0] ?? null
  const since = previous?.compiledAt ?? null
  const now = await ledgerAsOf(db, report.compiledAt, since)
  const then = since === null ? [] : await ledgerAsOf(db, since, since)
  return {
    previous,
    figures,
    hazards: now.filter(({ state }) => state !== 'void'),
    openBefore: new Set(then.filter(({ state }) => state === 'rectifying').map(({ id }) => id)),
  }
}
