import { workingDaysAfter } from '../../reports/calendar.ts'
import type { Chain, ChainStep } from '../../reports/escalation/chain.ts'
import { holdUntil } from '../../reports/escalation/chain-steps.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import { morning } from '../../reports/escalation/chain-wake.ts'
import { businessDate, moment } from '../../reports/time.ts'
import { saveChain } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { takeBackChoices } from './chain-choices.ts'
import { tellDeciders } from './tell-deciders.ts'

/** It is told again after so many working days. */
const restDays = 5

/** Nobody of the unit can be reached: who decided and the duty group hear it, now and then, and nobody's time runs. */
export async function holdUndelivered(
  chain: Chain,
  { rung, undeliveredAt }: ChainStep,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, now, calendar, directory } = context
  const today = businessDate(now)
  const again = moment(calendar.nextWorkingDay(today), morning)
  const isTold =
    undeliveredAt !== null &&
    today < workingDaysAfter(businessDate(new Date(undeliveredAt)), restDays, calendar)
  const held = holdUntil(chain, again, isTold ? {} : { undeliveredAt: now.toISOString() })
  await saveChain(db, held)
  if (isTold) return []
  const text = `【督办未送达】${namedChain(held)}“${rung}”未能发出：${chain.unit}没有登记报送群。`
  const retry = `登记后自动发出，每个工作日${morning}试发，下次${momentText(again)}。`
  return [
    ...tellDeciders(
      held,
      {
        text: `${text}已请值班员登记，${retry}如不再需要，可撤销。`,
        of: role => takeBackChoices(held, role, directory),
      },
      context,
    ),
    ...directory.roomsFor('duty').map(
      (room): OutgoingMessage => ({
        to: { room },
        text: `${text}请将报送群登记入名册，${retry}`,
        priority: 'letter',
      }),
    ),
  ]
}
