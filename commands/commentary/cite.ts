import { citeFigures } from '../../reports/commentary/cite-figures.ts'
import type { CitedFigures, CitedHazard } from '../../reports/commentary/commentary.ts'
import type { HazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Industry } from '../../reports/terms.ts'
import type { Db } from '../../storage/database.ts'
import { latestEdition } from '../../storage/editions.ts'
import { readHazards } from '../../storage/hazards.ts'
import { reportById } from '../../storage/reports.ts'
import { compiledRoundOn, lastCompiledRound } from '../../storage/rounds.ts'

/** The hazards named, as they stand now; those that are gone are left out. */
export async function citedHazards(db: Db, numbers: HazardNumber[]): Promise<CitedHazard[]> {
  const listed = await readHazards(db, [...new Set(numbers.map(({ report }) => report))])
  const cited: CitedHazard[] = []
  for (const { report, position } of numbers) {
    const row = await reportById(db, report)
    const hazard = listed.get(report)?.find(each => each.position === position)
    if (row === null || row.status === 'withdrawn' || hazard === undefined) continue
    const { text, major, rectified, deadline } = hazard
    cited.push({
      report,
      position,
      unit: row.unit,
      enterprise: row.enterprise,
      text,
      major,
      rectified,
      deadline,
    })
  }
  return cited
}

/**
 * The figures of some industries in the latest daily report of a date, or in the last one before where that date has
 * none yet; null where there never was one.
 */
export async function citedFigures(
  db: Db,
  industries: Industry[],
  date: string,
): Promise<CitedFigures | null> {
  const round = (await compiledRoundOn(db, date, null)) ?? (await lastCompiledRound(db))
  const edition = round === null || round.date > date ? null : await latestEdition(db, round.id)
  return edition === null ? null : citeFigures(edition.report, industries)
}
