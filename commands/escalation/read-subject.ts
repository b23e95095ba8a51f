import { type Rung, rungs } from '../../reports/escalation/ladder.ts'
import { isOpen, stateNames, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber, readHazardNumber } from '../../reports/hazards/hazard-number.ts'
import { type Context, refuse } from '../command.ts'
import { findHazard } from '../hazards/find-hazard.ts'
import { divisionsText, standingTo } from '../hazards/standing-to.ts'
import { firstWord } from '../text-after.ts'

/** The hazards whose numbers stand in front of a text, each once, and what stands behind them. */
export async function readHazards(
  said: string,
  context: Context,
): Promise<{ hazards: TrackedHazard[]; behind: string }> {
  const hazards: TrackedHazard[] = []
  let behind = said
  for (;;) {
    const [all, written] = /^(?:隐患)?([^\s、，,；;：:]+)[\s、，,；;：:]*/u.exec(behind) ?? []
    if (all === undefined || readHazardNumber(written!) === null) return { hazards, behind }
    const hazard = await findHazard(written, context)
    if (!hazards.some(({ id }) => id === hazard.id)) hazards.push(hazard)
    behind = behind.slice(all.length)
  }
}

/** The rung that stands in front of a text, null where none does, and what stands behind it. */
export function readRung(said: string): { rung: Rung | null; behind: string } {
  const { word, rest } = firstWord(said)
  const name = word.replace(/[，,：:；;。]+$/u, '')
  const rung = rungs.find(each => each === name) ?? null
  return { rung, behind: rung === null ? said.trim() : rest }
}

/** Refuses hazards that cannot be escalated together, are done with, or are none of the sender's business. */
export async function mustBeEscalable(hazards: TrackedHazard[], context: Context): Promise<void> {
  const [first] = hazards as [TrackedHazard, ...TrackedHazard[]]
  for (const hazard of hazards) {
    const number = hazardNumber(hazard)
    if ((await standingTo(hazard, context)) !== 'province')
      refuse(`${number}（${hazard.industry}）由${divisionsText(hazard, context.directory)}分管，请由其处理。`)
    if (!isOpen(hazard)) refuse(`${number}${stateNames[hazard.state]}，无需督办。`)
    if (hazard.unit !== first.unit || hazard.enterprise !== first.enterprise)
      refuse(`${hazardNumber(first)}与${number}不属同一企业，请分别督办。`)
    // Who knows whether two reports that name no enterprise speak of the same one.
    if (hazard.enterprise === null && hazard.report !== first.report)
      refuse(`${hazardNumber(first)}与${number}未写明企业，且不属同一份报告，请分别督办。`)
  }
}
