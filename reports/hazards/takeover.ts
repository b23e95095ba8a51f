import type { HazardNumber } from './hazard-number.ts'

/** What the province has taken over 提级管理: one hazard, all of an enterprise, or all of a unit and those below it. */
export interface Takeover {
  id: number
  kind: 'hazard' | 'enterprise' | 'unit'
  unit: string
  /** Of a whole unit: it and all below it, as the roster has them now. Empty otherwise. */
  units: string[]
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
export function takeoverOf(
  hazard: HazardNumber & { unit: string; enterprise: string | null },
  takeovers: Takeover[],
): Takeover | null {
  return (
    takeovers.find(({ kind, unit, units, enterprise, hazard: single }) => {
      if (kind === 'hazard') return single?.report === hazard.report && single.position === hazard.position
      if (kind === 'unit') return units.includes(hazard.unit)
      return unit === hazard.unit && enterprise === hazard.enterprise
    }) ?? null
  )
}

/** Whether local supervision knows of it: before that it may be taken back, and nobody else hears of it. */
export const isTold = ({ noticeAt }: Pick<Takeover, 'noticeAt'>): boolean => noticeAt === null

/** 目前无未销号隐患, 未销号隐患3条: what is open of a takeover. */
export const openText = (open: number): string => (open === 0 ? '目前无未销号隐患' : `未销号隐患${open}条`)
