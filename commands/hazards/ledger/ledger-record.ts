import type { Chain } from '../../../reports/escalation/chain.ts'
import { isOpen, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { type HazardRecord, renderHazardRecord } from '../../../reports/hazards/hazard-record.ts'
import { isTold, takeoverOf } from '../../../reports/hazards/takeover.ts'
import { businessDate } from '../../../reports/time.ts'
import { openChainOf } from '../../../storage/chains.ts'
import type { Db } from '../../../storage/database.ts'
import { hazardHistory } from '../../../storage/hazard-events.ts'
import { supervisionOf } from '../../../storage/supervision-of.ts'
import { openTakeovers } from '../../../storage/takeovers.ts'
import { trackedHazard } from '../../../storage/tracked-hazards.ts'
import { type Context, refuse } from '../../command.ts'
import type { Choice, OutgoingMessage } from '../../message.ts'
import { findHazard } from '../find-hazard.ts'
import { hazardChoices } from '../hazard-choices.ts'
import { standingTo } from '../standing-to.ts'
import { type OpenAsk, openAsk } from '../steps/open-ask.ts'
import { ownUnit } from './ledger-scope.ts'

/** Shows all that is on record about a hazard, with what the sender may do about it; refuses another jurisdiction's. */
export async function showHazard(written: string, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, sender, reply } = context
  const own = ownUnit(context)
  const hazard = await findHazard(written, context)
  const number = hazardNumber(hazard)
  const standing = await standingTo(hazard, context)
  if (own !== null && standing === null) refuse(`${number}属${hazard.unit}，只能查看${own}及所属单位的隐患。`)
  const takeover = takeoverOf(hazard, await openTakeovers(db))
  const chain = await openChainOf(db, hazard)
  const record: HazardRecord = {
    hazard,
    steps: await hazardHistory(db, hazard.id),
    earlier: await casesWithHistory(db, hazard),
    // What can still be taken back nobody reads in a group.
    takeover: takeover !== null && isTold(takeover) ? takeover : null,
    chain: sender.role === 'reporter' && chain !== null ? asTold(chain) : chain,
    supervision: await supervisionOf(db, hazard),
  }
  const text = renderHazardRecord(record, businessDate(now))
  if (standing === null || !isOpen(hazard)) return [reply(text)]
  const takenOver = takeover !== null
  const decides = standing === 'province' && hazard.state === 'rectifying'
  const asked = decides ? openAsk(record.steps) : null
  const choices = hazardChoices(hazard, sender.role, false, {
    takenOver,
    escalated: record.chain !== null,
    name: sender.name,
  })
  const how =
    sender.role === 'reporter' && hazard.state === 'rectifying'
      ? `\n报整改：/整改 ${number} 整改情况；申请延期：/延期 ${number} 日期 理由`
      : ''
  return [reply(text + how, { choices: [...askChoices(number, asked, businessDate(now)), ...choices] })]
}

/** A chain as its unit knows it: by the rungs that have gone out; null before the first. */
function asTold(chain: Chain): Chain | null {
  const steps = chain.steps.filter(({ state }) => state === 'issued' || state === 'answered')
  return steps.length === 0 ? null : { ...chain, steps }
}

/** The answers to a unit's request for more time that waits for one; none to a date that has passed. */
const askChoices = (number: string, asked: OpenAsk | null, today: string): Choice[] =>
  asked === null
    ? []
    : [
        ...(asked.deadline >= today
          ? [{ label: '同意延期', command: `/延期 ${number} ${asked.deadline} 同意` }]
          : []),
        { label: '不同意延期', command: `/延期 ${number} 不同意` },
      ]

/** The cases of which a hazard is another one, latest first. */
async function casesWithHistory(db: Db, { recurrenceOf }: TrackedHazard): Promise<HazardRecord['earlier']> {
  const cases: HazardRecord['earlier'] = []
  for (let number = recurrenceOf; number !== null; ) {
    const hazard = await trackedHazard(db, number)
    // Whatever stands in the rows, it comes to an end.
    if (hazard === null || cases.some(each => each.hazard.id === hazard.id)) break
    cases.push({ hazard, steps: await hazardHistory(db, hazard.id) })
    number = hazard.recurrenceOf
  }
  return cases
}
