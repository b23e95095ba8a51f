import type { AnnexRow, Totals } from '../daily/daily-report.ts'
import { province } from '../terms.ts'
import type { StrangeFigure, UnitReports } from './look-back.ts'

/** So many enterprises without one hazard deserve a word 检查多家、零隐患. */
const manyEnterprises = 5
/** A figure moved strangely at so many times its mean, or at so small a part of it. */
const factor = 3
/** … but only where it moved by so much: 1 and then 3 is chance. */
const leastMove = 5
/** A mean needs so many rounds. */
const leastRounds = 3

type Figures = { unit: string; totals: Pick<Totals, 'enterprises' | 'hazards'> }[]
type UnitTotals = UnitReports & Pick<Totals, 'enterprises' | 'hazards'>

/** Figures of each unit in a list of inspections, enterprises counted by name. */
function unitsIn(rows: AnnexRow[]): UnitTotals[] {
  return [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => {
    const named = new Set(own.flatMap(({ enterprise }) => enterprise ?? []))
    const unnamed = own.filter(({ enterprise, totals }) => enterprise === null && totals === undefined)
    const stated = own.flatMap(({ totals }) => totals ?? [])
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
    return {
      unit,
      reports: own.map(({ number }) => number).sort((a, b) => a - b),
      enterprises: named.size + unnamed.length + sum(stated.map(({ enterprises }) => enterprises)),
      hazards: sum(own.map(({ hazards }) => hazards.length)) + sum(stated.map(({ hazards }) => hazards)),
    }
  })
}

/** Units that found nothing at many enterprises. */
export const cleanUnits = (rows: AnnexRow[]): UnitTotals[] =>
  unitsIn(rows).filter(({ enterprises, hazards }) => enterprises >= manyEnterprises && hazards === 0)

/** Units whose reports came late 迟报. */
export const lateUnits = (rows: AnnexRow[]): UnitReports[] => unitsIn(rows.filter(({ late }) => late))

/**
 * Units that went silent 未报: they inspected in at least half of the rounds before, and not in this one. The province
 * itself does not count: it inspects when it sees cause.
 */
export function silentUnits(rows: AnnexRow[], before: Figures[]): string[] {
  const active = new Set(rows.map(({ unit }) => unit))
  const times = new Map<string, number>()
  for (const round of before)
    for (const unit of new Set(round.map(each => each.unit))) times.set(unit, (times.get(unit) ?? 0) + 1)
  return [...times]
    .filter(([unit, count]) => count * 2 >= before.length && !active.has(unit) && unit !== province)
    .map(([unit]) => unit)
    .sort()
}

/**
 * Figures that moved strangely 数据异常: enterprises or hazards at least three times the unit's mean, or at most a third
 * of it, and by at least five. The mean is that of the rounds before in which the unit inspected, three at the least.
 */
export function strangeUnits(rows: AnnexRow[], before: Figures[]): StrangeFigure[] {
  return unitsIn(rows).flatMap(({ unit, reports, ...now }) => {
    const own = before
      .map(round => round.filter(each => each.unit === unit))
      .filter(round => round.length > 0)
    if (own.length < leastRounds || unit === province) return []
    return (['enterprises', 'hazards'] as const).flatMap(figure => {
      const usual = own.flat().reduce((sum, { totals }) => sum + totals[figure], 0) / own.length
      const moved = Math.abs(now[figure] - usual) >= leastMove
      const strange = now[figure] >= usual * factor || now[figure] * factor <= usual
      return moved && strange ? [{ unit, reports, figure, now: now[figure], usual }] : []
    })
  })
}
