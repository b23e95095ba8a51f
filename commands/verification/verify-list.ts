import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { PlacedHazard } from '../../reports/hazards/place-hazards.ts'
import { shortDate } from '../../reports/time.ts'
import type { Db } from '../../storage/database.ts'
import { readHazards } from '../../storage/hazards.ts'
import { totalsOf } from '../../storage/report-columns.ts'
import { countedReportsOf, type ReportRow, type TotalsContent } from '../../storage/reports.ts'
import { numbersOf } from '../summed-up.ts'
import { brief, understood } from '../understood.ts'

/** Reports shown one by one, and hazards of each; of more the numbers are given. */
const shownReports = 20
const shownHazards = 10

/** What a unit has reported in a round and what counts of it, by number: inspections, totals 合计, zero reports. */
export async function listOf(db: Db, roundId: number, unit: string): Promise<ReportRow[]> {
  const kinds = ['inspection', 'totals', 'zero'] as const
  const reports: ReportRow[] = []
  for (const kind of kinds) reports.push(...(await countedReportsOf(db, roundId, unit, kind)))
  return reports.sort((a, b) => a.id - b.id)
}

/** Reports as lines, in short: what was inspected, and each hazard by its number with what became of it. */
export async function renderList(db: Db, reports: ReportRow[]): Promise<string[]> {
  const shown = reports.slice(0, shownReports)
  const rest = reports.slice(shownReports).map(({ id }) => id)
  const hazards = await readHazards(
    db,
    shown.map(({ id }) => id),
  )
  return [
    ...shown.flatMap(report => renderReport(report, hazards.get(report.id) ?? [])),
    ...(rest.length === 0 ? [] : [`另有${numbersOf(rest)}，请一并核对。`]),
  ]
}

function renderReport(report: ReportRow, hazards: PlacedHazard[]): string[] {
  if (report.kind === 'zero') return [`第${report.id}号：零报告`]
  if (report.kind === 'totals')
    return [`第${report.id}号合计：${understood(report.unit, statedTotals(report))}`]
  return [
    `第${report.id}号：${understood(report.unit, { enterprise: report.enterprise, hazards })}`,
    ...hazards
      .slice(0, shownHazards)
      .map(
        hazard => `${hazardNumber({ report: report.id, position: hazard.position })} ${renderHazard(hazard)}`,
      ),
    ...(hazards.length > shownHazards ? [`等隐患${hazards.length}条`] : []),
  ]
}

/** The columns hold 0 where nothing was stated. */
function statedTotals(report: ReportRow): TotalsContent {
  const content = totalsOf(report)
  const { personTimes, hazards, rectified } = content.totals
  const stated = {
    personTimes: personTimes || null,
    hazards: hazards || null,
    rectified: rectified || null,
  }
  return { ...content, totals: { ...content.totals, ...stated } }
}

const renderHazard = ({ text, major, rectified, deadline }: PlacedHazard): string =>
  `${major ? '【重大】' : ''}${brief(text)}（${standing(rectified, deadline)}）`

function standing(rectified: boolean | null, deadline: string | null): string {
  if (rectified === true) return '已整改'
  if (deadline !== null) return `限${shortDate(deadline)}前整改`
  return rectified === null ? '整改情况未写明' : '未整改'
}
