import { currentRung, pendingStep } from '../../reports/escalation/chain.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { type HazardNumber, hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { lettersOfChain } from '../../storage/letters.ts'
import type { Context } from '../command.ts'
import { type ChainPart, chainsAbout, hasLetter } from './letter-chain.ts'

/** Hazards about which another letter has gone out, or is being drafted as a rung: why, in words; null where there is none. */
export async function lettersBefore(
  { chain, hazards }: ChainPart,
  { db }: Pick<Context, 'db'>,
): Promise<string | null> {
  const isDrafting = pendingStep(chain)?.rung === '提示函'
  if (!isDrafting && !hasLetter(chain)) return null
  const last = (await lettersOfChain(db, chain.id)).findLast(({ state }) => state !== 'cancelled')
  const named = numbersText(hazards)
  if (isDrafting) return `${named}已在${last === undefined ? '起草中的函' : letterName(last)}内`
  return last === undefined ? `${named}已${currentRung(chain)}` : `${named}已发函（${letterName(last)}）`
}

/** The hazards about which a letter can be written, and why which others are left out: 2-1…2-5已发函（…）. */
export async function leaveOut(
  unit: string,
  hazards: TrackedHazard[],
  context: Context,
  own: Letter['chain'] = null,
): Promise<{ kept: TrackedHazard[]; left: string[] }> {
  const left: string[] = []
  const gone = new Set<string>()
  for (const part of hazards.length === 0 ? [] : await chainsAbout({ unit, hazards }, context.db)) {
    const because = part.chain.id === own ? null : await lettersBefore(part, context)
    if (because === null) continue
    left.push(because)
    for (const number of part.hazards) gone.add(hazardNumber(number))
  }
  return { kept: hazards.filter(hazard => !gone.has(hazardNumber(hazard))), left }
}

/** 2-1…2-5、3-2: three and more in a row are not all named. */
export function numbersText(numbers: HazardNumber[]): string {
  const runs: HazardNumber[][] = []
  for (const number of numbers.toSorted((a, b) => a.report - b.report || a.position - b.position)) {
    const last = runs.at(-1)?.at(-1)
    if (last?.report === number.report && last.position + 1 === number.position) runs.at(-1)!.push(number)
    else runs.push([number])
  }
  return runs
    .map(run =>
      run.length < 3
        ? run.map(hazardNumber).join('、')
        : `${hazardNumber(run[0]!)}…${hazardNumber(run.at(-1)!)}`,
    )
    .join('、')
}
