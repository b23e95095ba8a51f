import type { HazardNumber } from './hazard-number.ts'

/** What the province has taken over 提级管理: one hazard, all of an enterprise, or all of a unit. */
export interface Takeover {
  id: number
  kind: 'hazard' | 'enterprise' | 'unit'
  unit: string
  /** Null for a whole unit, and for a hazard of no known enterprise. */
  enterprise: string | null
  /** Of a single hazard. */
  hazard: HazardNumber | null
  reason: string
  by: string
  /** UTC ISO 8601. */
  at: string
  /** When the unit is told, UTC ISO 8601: until then it can be taken back 撤销. Null once it has been. */
  noticeAt: string | null
}

/** The takeover under which a hazard is; null where it is under local supervision. */
export function takeoverOf<T extends Takeover>(
  hazard: HazardNumber & { unit: string; enterprise: string | null },
  takeovers: T[],
): T | null {
  return (
    takeovers.find(({ kind, unit, enterprise, hazard: single }) => {
      if (kind === 'hazard') return single?.report === hazard.report && single.position === hazard.position
      return unit === hazard.unit && (kind === 'unit' || enterprise === hazard.enterprise)
    }) ?? null
  )
}
