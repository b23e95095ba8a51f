import type { Chain } from '../../reports/escalation/chain.ts'
import { planOn } from '../../reports/escalation/chain-wake.ts'
import { chainWakeup, openChains, saveChain } from '../../storage/chains.ts'
import type { Tx } from '../../storage/database.ts'
import { moveWakeup, plannedTimes } from '../../storage/wakeups.ts'
import { type Context, defineCommand } from '../command.ts'
import { planMorningDigest } from '../hazards/digest/morning-digest.ts'
import { handlingTime, mendLetters } from '../letters/audit-letters.ts'
import { momentText } from '../moment-text.ts'

const command = '/督办巡检'
/** Between two audits, in milliseconds. */
const interval = 3_600_000

/** Plans the next audit at the full hour; once, however often it is called. */
export const planAudit = (tx: Tx, now: Date): Promise<void> =>
  moveWakeup(tx, new Date((Math.floor(now.getTime() / interval) + 1) * interval), command)

/**
 * 督办巡检: once an hour sees that every open chain 督办 has its one wake-up, mends what has not, and tells the duty group.
 */
export const auditChains = defineCommand({
  name: '督办巡检',
  aliases: [],
  usage: '/督办巡检',
  summary: '每小时核对各项督办的到点提醒',
  roles: ['system'],
  async run(_args, context) {
    const { db, now, directory, calendar } = context
    await planAudit(db, now)
    // The digest plans itself anew each morning: one that failed for good must not be the last.
    await planMorningDigest(db, calendar, now)
    const mended: string[] = []
    for (const chain of await openChains(db)) {
      const planned = await plannedTimes(db, chainWakeup(chain.id))
      if (isInOrder(chain, planned, now)) continue
      mended.push(`督办${chain.id}${await mend(chain, planned, context)}`)
    }
    mended.push(...(await mendLetters(context)))
    if (mended.length === 0) return []
    return directory.roomsFor('duty').map(room => ({
      to: { room },
      text: `【督办巡检】以下督办的到点提醒有误，已修复：\n${mended.join('\n')}`,
    }))
  },
})

/** The one wake-up stands where the chain says. */
function isInOrder({ next }: Chain, planned: Date[], now: Date): boolean {
  if (next === null) return false
  const overdue = now.getTime() - Date.parse(next.at)
  if (overdue >= 0 && overdue < handlingTime) return planned.length <= 1
  return planned.length === 1 && planned[0]!.toISOString() === next.at
}

/** Gives a chain the wake-up that it should have; what is past due is made up for at once. */
async function mend(chain: Chain, planned: Date[], { db, now, calendar }: Context): Promise<string> {
  const whole = chain.next === null ? planOn(chain, now, calendar) : chain
  await saveChain(db, whole)
  const fault = planned.length === 0 ? '缺少提醒' : planned.length === 1 ? '提醒时间不符' : '提醒重复'
  return `：${fault}，下次提醒${momentText(new Date(whole.next!.at))}`
}
