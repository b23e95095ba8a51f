import { hazardNumber, readHazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { trackedHazard } from '../../../storage/tracked-hazards.ts'
import { type Context, refuse } from '../../command.ts'
import { numbersBegun } from './read-numbers.ts'

/**
 * Refuses words in which a clause begins with the number of another hazard: “已加装；1-2 已上锁” says two things, of which
 * one would be lost. A number that is none of the ledger's may be a day, or a valve.
 */
export async function refuseOthers(
  said: string,
  addressed: string[],
  example: string,
  { db }: Pick<Context, 'db'>,
): Promise<void> {
  const own = addressed.map(digits)
  for (const written of numbersBegun(said)) {
    const number = readHazardNumber(written)
    if (number === null || own.includes(hazardNumber(number))) continue
    if ((await trackedHazard(db, number)) !== null)
      refuse(`各条情况不同的，请分条报送，每条一个命令，例如：${example}`)
  }
}

function digits(written: string): string {
  const number = readHazardNumber(written)
  return number === null ? written : hazardNumber(number)
}
