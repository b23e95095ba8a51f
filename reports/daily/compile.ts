import type { Unit } from '../roster/roster.ts'
import { type Industry, industries, provincialLevel } from '../terms.ts'
import {
  type AnnexRow,
  type DailyReport,
  numbered,
  type OpenHazard,
  type Reporting,
  type SummaryCell,
  type Totals,
} from './daily-report.ts'
import { sumTotals } from './totals.ts'

/** What a daily report is compiled from. Figures and rows come from one transaction. */
export interface Ingredients {
  /** The province's units in roster order. */
  units: Unit[]
  figures: { unit: string; industry: Industry | null; totals: Totals }[]
  /** Teams 检查组 of each unit, counted across industries. */
  teams: { unit: string; teams: number }[]
  rows: AnnexRow[]
  reporting: Reporting
  pending: { number: number; unit: string }[]
  /** Totals 合计 that do not count. */
  setAside?: NonNullable<DailyReport['setAside']>
}

type Header = Pick<
  DailyReport,
  | 'date'
  | 'round'
  | 'rounds'
  | 'periodFrom'
  | 'periodTo'
  | 'edition'
  | 'compileAt'
  | 'compiledAt'
  | 'compiledLate'
  | 'corrections'
>

/** Puts a daily report 日报表 together: pure, so that the same ingredients always give the same figures. */
export function compileDailyReport(header: Header, ingredients: Ingredients) {
  const { units, figures, teams, rows, reporting, pending, setAside = [] } = ingredients
  const position = new Map(units.map((unit, i) => [unit.name, i]))
  const place = placesOf(units)
  const cityNames = units.filter(unit => unit.level === 'city').map(unit => unit.name)

  const cells = new Map<string, SummaryCell>()
  for (const { unit, industry, totals } of figures) {
    // A unit that has left the roster since it reported stands by itself rather than with another.
    const city = place.get(unit) ?? unit
    const key = `${city}|${industry}`
    const cell = cells.get(key)
    cells.set(key, { city, industry, totals: cell === undefined ? totals : sumTotals([cell.totals, totals]) })
  }
  const cityOrder = [provincialLevel, ...cityNames]
  const summary = [...cells.values()].sort(
    (a, b) => cityOrder.indexOf(a.city) - cityOrder.indexOf(b.city) || rank(a.industry) - rank(b.industry),
  )
  // A team that inspects in two industries stands in two cells and is one team all the same.
  const sum = (take: (city: string) => boolean): Totals => ({
    ...sumTotals(summary.filter(({ city }) => take(city)).map(cell => cell.totals)),
    teams: teams
      .filter(({ unit }) => take(place.get(unit) ?? unit))
      .reduce((total, own) => total + own.teams, 0),
  })

  const ordered = [...rows].sort(
    (a, b) => (position.get(a.unit) ?? -1) - (position.get(b.unit) ?? -1) || a.number - b.number,
  )
  return {
    ...header,
    provincial: sum(city => city === provincialLevel),
    local: sum(city => city !== provincialLevel),
    cities: cityNames.map(city => ({
      city,
      totals: sum(name => name === city),
      missing: reporting.missing.filter(unit => place.get(unit) === city),
    })),
    summary,
    reporting,
    majorHazards: rows.flatMap(row => row.hazards).filter(hazard => hazard.major).length,
    openHazards: ordered.flatMap(openHazardsOf),
    provincialRows: ordered.filter(row => place.get(row.unit) === provincialLevel),
    localRows: ordered.filter(row => place.get(row.unit) !== provincialLevel),
    pending,
    stated: ordered.flatMap(({ number, unit, industry, totals }) =>
      totals === undefined ? [] : [{ number, unit, industry, totals }],
    ),
    setAside,
  } satisfies DailyReport
}

/** Industries in their order, those not told last. */
const rank = (industry: Industry | null): number =>
  industry === null ? industries.length : industries.indexOf(industry)

/** The row of the summary in which a unit is counted: its city, or 省本级. */
function placesOf(units: Unit[]): Map<string, string> {
  const byName = new Map(units.map(unit => [unit.name, unit]))
  const placeOf = (unit: Unit): string => {
    if (unit.level === 'province') return provincialLevel
    const parent = unit.level === 'city' ? undefined : byName.get(unit.parent ?? '')
    return parent === undefined ? unit.name : placeOf(parent)
  }
  return new Map(units.map(unit => [unit.name, placeOf(unit)]))
}

/** What is not reported as rectified stays open, also where nothing was said of it. */
const openHazardsOf = (row: AnnexRow): OpenHazard[] =>
  numbered(row.hazards)
    .filter(({ rectified }) => rectified !== true)
    .map(({ position, ...hazard }) => ({
      number: row.number,
      position,
      unit: row.unit,
      enterprise: row.enterprise,
      industry: row.industry,
      hazard,
    }))
