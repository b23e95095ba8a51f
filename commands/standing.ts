import type { Reporting } from '../reports/daily/daily-report.ts'
import type { Db } from '../storage/database.ts'
import { standingsOfRound } from '../storage/figures.ts'
import type { Directory } from './directory.ts'

/**
 * Who has reported in a round, who late, who not. Only units of which a report is expected count, each once, so that
 * no rate exceeds 100 %.
 */
export async function readStanding(db: Db, directory: Directory, roundId: number): Promise<Reporting> {
  const standings = new Map((await standingsOfRound(db, roundId)).map(standing => [standing.unit, standing]))
  const names = directory.expected.map(unit => unit.name)
  const reported = names.filter(name => standings.has(name))
  return {
    expected: names.length,
    actual: reported.length,
    onTime: reported.filter(name => standings.get(name)!.onTime).length,
    missing: names.filter(name => !standings.has(name)),
    late: reported.filter(name => !standings.get(name)!.onTime),
    zero: reported.filter(name => standings.get(name)!.zero),
  }
}

/** Full names, a line for each city: 四平市铁东区、四平市梨树县. */
export function listByCity(units: string[], directory: Directory): string {
  const byCity = new Map<string, string[]>()
  for (const unit of units) {
    const city = directory.cityOf(unit) ?? unit
    byCity.set(city, [...(byCity.get(city) ?? []), unit])
  }
  return [...byCity.values()].map(names => names.join('、')).join('\n')
}
