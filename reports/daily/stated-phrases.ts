import type { DailyReport, RowTotals, StatedReport, Totals } from './daily-report.ts'
import { crewPhrase, noHazards, placeName } from './phrases.ts'

/*
 * How reports of totals 合计 appear in the daily report: their figures count, and it is said that the enterprises and
 * hazards behind them are not listed.
 */

/** Units named in one line; more are counted. */
const namedUnits = 20

/** Hazards of totals that are not rectified. */
const openOf = ({ totals }: StatedReport): number => totals.hazards - totals.rectified

const list = (phrases: string[]): string =>
  `${phrases.slice(0, namedUnits).join('、')}${phrases.length > namedUnits ? `等${phrases.length}份` : ''}`

/** Who stated totals, and whose totals do not count, and why. */
export function statedLines({ stated = [], setAside = [] }: DailyReport): string[] {
  const counted = stated.map(({ unit, number }) => `${placeName(unit)}（编号${number}）`)
  const others = setAside.map(
    ({ unit, number, instead }) =>
      `${placeName(unit)}（编号${number}，${instead === null ? '已逐家报送' : `以编号${instead}为准`}）`,
  )
  return [
    ...(counted.length > 0 ? [`合计报送（${counted.length}份，未逐家列明）：${list(counted)}`] : []),
    ...(others.length > 0 ? [`合计未计入（${others.length}份）：${list(others)}`] : []),
  ]
}

/** 另有5条未列明细（合计报送）：四平市铁东区5条（编号12）。 Nothing where all open hazards are listed. */
export function unlistedLine(count: number, stated: readonly StatedReport[]): string[] {
  if (count <= 0) return []
  const open = stated.filter(report => openOf(report) > 0)
  if (open.length === 0) return [`另有${count}条未列明细。`]
  const named = open.map(report => `${placeName(report.unit)}${openOf(report)}条（编号${report.number}）`)
  return [`另有${count}条未列明细（合计报送）：${list(named)}。`]
}

/** What stands for the enterprise: 共21家（合计报送，未逐家列明）. */
export const statedEnterprises = ({ enterprises }: Totals): string =>
  enterprises > 0 ? `共${enterprises}家（合计报送，未逐家列明）` : '企业数未注明（合计报送）'

/** The six columns of an annex row of totals. */
export const statedColumns = (inspectingUnit: string, totals: RowTotals): string[] => {
  const { hazards, rectified, wholeJurisdiction } = totals
  return [
    `${inspectingUnit}${wholeJurisdiction ? '（含所辖各单位）' : ''}`,
    statedEnterprises(totals),
    '',
    hazards === 0 ? noHazards : `共${hazards}条，已整改${rectified}条（未列明细）`,
    crewPhrase(totals),
    hazards === 0 ? '' : `已整改${rectified}条，未整改${hazards - rectified}条`,
  ]
}
