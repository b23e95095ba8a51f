import type { Visit } from '../../../bot/sample/facts.ts'
import type { Happening, Truth } from '../../../bot/sample/happening.ts'
import { cityOf } from '../../../bot/sample/offices.ts'
import type { Roster } from '../../../reports/roster/roster.ts'

/** What a daily report must say, summed from what the sample day truly was, past intake, storage and compilation. */
export interface ExpectedFigures {
  personTimes: number
  enterprises: number
  hazards: number
  rectified: number
}

export const sum = (visits: Visit[]): ExpectedFigures => ({
  personTimes: visits.reduce((count, visit) => count + visit.inspectors.length, 0),
  enterprises: new Set(visits.map(visit => `${visit.unit}|${visit.enterprise}`)).size,
  hazards: visits.flatMap(visit => visit.findings).length,
  rectified: visits.flatMap(visit => visit.findings).filter(finding => finding.rectified).length,
})

/** The facts of an edition: the first one, or the corrected one that holds what came `afterwards` as well. */
export function factsOf(happenings: Happening[], corrected: boolean, roster: Roster) {
  const fates = ['counted', corrected ? 'afterwards' : 'superseded']
  const told = happenings.flatMap(({ line, truth }) =>
    truth.kind === 'report' && fates.includes(truth.fate) ? [{ ...truth, time: line.at.slice(11, 19) }] : [],
  )
  const expected = roster.units.filter(unit => unit.reports).map(unit => unit.name)
  const of = (unit: string) => told.filter(report => report.unit === unit)
  // Who corrects later what was reported on time is not late.
  const onTime = happenings.flatMap(({ line, truth }) =>
    truth.kind === 'report' && truth.fate !== 'uncounted' && line.at.slice(11, 19) <= '15:00:00'
      ? truth.unit
      : [],
  )
  const isOnTime = (unit: string) => onTime.includes(unit)
  const reported = expected.filter(unit => of(unit).length > 0)
  const local = told.filter(({ unit }) => unit !== '吉林省').flatMap(({ visits }) => visits)
  const provincial = told.filter(({ unit }) => unit === '吉林省').flatMap(({ visits }) => visits)
  return {
    provincial,
    local,
    all: [...provincial, ...local],
    cities: Map.groupBy(local, ({ unit }) => cityOf(unit)),
    expected: expected.length,
    reported,
    onTime: reported.filter(isOnTime),
    late: reported.filter(unit => !isOnTime(unit)),
    zero: reported.filter(unit => of(unit).every(isZero)),
    missing: expected.filter(unit => of(unit).length === 0),
  }
}

const isZero = ({ visits }: Truth & { kind: 'report' }) => visits.length === 0

export type Facts = ReturnType<typeof factsOf>
