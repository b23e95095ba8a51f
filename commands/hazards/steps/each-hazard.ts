import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { type Context, refuse, UserError } from '../../command.ts'
import { findHazard } from '../find-hazard.ts'

/**
 * Does something about each of several hazards. Those for which it cannot be done stay as they are, and `failed` tells
 * why; refuses where it can be done for none. `step` must refuse before it changes anything.
 */
export async function eachHazard<T>(
  numbers: string[],
  context: Context,
  step: (hazard: TrackedHazard) => Promise<T>,
): Promise<{ done: T[]; failed: string[] }> {
  const done: T[] = []
  const failed: string[] = []
  for (const number of numbers)
    try {
      done.push(await step(await findHazard(number, context)))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      failed.push(error.message)
    }
  return done.length === 0 ? refuse([...new Set(failed)].join('\n')) : { done, failed }
}
