import type { Clearance } from '../../../reports/daily/daily-report.ts'
import { currentStep } from '../../../reports/escalation/chain.ts'
import type { Rung } from '../../../reports/escalation/ladder.ts'
import { businessDate } from '../../../reports/time.ts'
import { openChains } from '../../../storage/chains.ts'
import type { Db } from '../../../storage/database.ts'
import { lastHazardEvent } from '../../../storage/hazard-events.ts'
import type { Directory } from '../../directory.ts'
import { boardOf } from './ledger-board.ts'

/** How far hazards are from being cleared: the figures that `/台账` shows at that moment, and open chains 督办. */
export async function readClearance(db: Db, directory: Directory, now: Date): Promise<Clearance> {
  const whole = { unit: null, units: null, industries: null, enterprise: null, overdue: false, major: false }
  const { figures } = await boardOf(db, directory, {
    scope: whole,
    date: businessDate(now),
    askedAt: now.toISOString(),
    lastEvent: await lastHazardEvent(db),
  })
  const { open, major, overdue, recurring } = figures
  // What is decided and not sent out can still be taken back.
  const rungs = (await openChains(db)).flatMap(chain => currentStep(chain)?.rung ?? [])
  const at = (rung: Rung) => rungs.filter(each => each === rung).length
  return {
    open,
    major,
    overdue,
    recurring,
    chains: rungs.length,
    letters: at('提示函'),
    interviews: at('约谈'),
    listings: at('挂牌督办'),
  }
}
