import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import type { Context } from '../../command.ts'
import { unitRoom } from '../tell-about.ts'

/**
 * The group in which a hazard's unit is reminded of it; null where it has none: those of the province's own
 * inspections 省本级 are reported among the heads, who hear of them as the divisions in charge.
 */
export async function remindedRoom(
  hazard: Pick<TrackedHazard, 'unit' | 'report'>,
  context: Pick<Context, 'db' | 'directory'>,
): Promise<string | null> {
  const room = await unitRoom(hazard, context)
  return room === null || context.directory.room(room)?.roles.includes('heads') ? null : room
}
