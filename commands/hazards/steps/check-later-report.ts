import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { isSameHazard } from '../../../reports/hazards/same-hazard.ts'
import { shortDate } from '../../../reports/time.ts'
import { readHazards } from '../../../storage/hazards.ts'
import { reportById } from '../../../storage/reports.ts'
import { type Context, refuse } from '../../command.ts'
import { formerCity } from '../standing-to.ts'

/**
 * Refuses a report on which a hazard cannot be closed 销号, or reported rectified 报整改: it must count, be of the same enterprise, later, and not find the
 * hazard again.
 */
export async function checkLaterReport(
  hazard: TrackedHazard,
  number: number,
  { db, directory }: Pick<Context, 'db' | 'directory'>,
  what: '销号' | '报整改' = '销号',
): Promise<void> {
  const named = `${hazardNumber(hazard)}不能据第${number}号报告${what}`
  const report = (await reportById(db, number)) ?? refuse(`${named}：没有这份报告，请核对编号。`)
  if (report.status === 'withdrawn') refuse(`${named}：该报告已撤销。`)
  if (report.status === 'pending') refuse(`${named}：该报告尚待值班员采信。`)
  if (hazard.enterprise === null || report.enterprise?.trim() !== hazard.enterprise.trim())
    refuse(
      `${named}：两者不是同一企业（${report.enterprise ?? '未写明'}、${hazard.enterprise ?? '未写明'}）。`,
    )
  // Enterprises of other cities may have the same name; the province inspects everywhere.
  const [own, other] = [hazard.unit, report.unit].map(
    unit => directory.cityOf(unit) ?? formerCity(unit, directory),
  )
  if (own && other && own !== other) refuse(`${named}：该报告是${report.unit}的，不是同一企业。`)
  const isLater = report.date === hazard.foundOn ? number > hazard.report : report.date > hazard.foundOn
  if (number === hazard.report || !isLater)
    refuse(`${named}：须为${shortDate(hazard.foundOn)}发现该隐患之后的报告。`)
  const found = (await readHazards(db, [number])).get(number) ?? []
  if (found.some(({ text, rectified }) => rectified !== true && isSameHazard(text, hazard.text)))
    refuse(`${named}：该报告中此隐患仍未整改。`)
}
