import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber, readHazardNumber } from '../../reports/hazards/hazard-number.ts'
import { trackedHazard, trackedHazardsOf } from '../../storage/tracked-hazards.ts'
import { numberOf } from '../arguments.ts'
import { type Context, refuse } from '../command.ts'

/** The hazard that is meant by a number 12-1, or by 12 where the report has just one; refuses with what to write. */
export async function findHazard(
  written: string | undefined,
  { db }: Pick<Context, 'db'>,
): Promise<TrackedHazard> {
  if (written === undefined) return refuse('请写明隐患编号，例如“12-1”。')
  const number = readHazardNumber(written)
  if (number !== null)
    return (
      (await trackedHazard(db, number)) ??
      refuse(`没有编号为${hazardNumber(number)}的隐患，请核对编号，或发送“/台账”查看。`)
    )
  const report = numberOf(written)
  const hazards = await trackedHazardsOf(db, report)
  if (hazards.length === 1) return hazards[0]!
  return refuse(
    hazards.length === 0
      ? `第${report}号没有登记隐患，请核对编号，或发送“/台账”查看。`
      : `第${report}号有${hazards.length}条隐患，请写明是哪一条：${hazards.map(hazardNumber).join('、')}。`,
  )
}
