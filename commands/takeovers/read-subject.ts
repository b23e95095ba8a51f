import type { Takeover } from '../../reports/hazards/takeover.ts'
import { province } from '../../reports/terms.ts'
import { trackedHazards } from '../../storage/tracked-hazards.ts'
import { type Context, refuse } from '../command.ts'
import { findHazard } from '../hazards/find-hazard.ts'
import { unitOrEnterprise } from '../hazards/ledger/ledger-scope.ts'

/** What is to be taken over 提级, and the words behind it. */
export interface Subject extends Pick<Takeover, 'kind' | 'unit' | 'enterprise' | 'hazard'> {
  rest: string[]
}

/** 1-2，1-3; what follows may as well be a reason. */
const severalHazards = /^第?\d+[-–—]\d+号?[\s,、;和及]+第?\d+[-–—]\d+/

const hint = '例如：/提级 12-1 理由，或 /提级 企业或单位名称 理由'

/**
 * Reads a hazard's number, an enterprise with hazards in the ledger (after its unit or city where several have it), or
 * a unit. Of an enterprise a part of the name is enough, as long as just one has it.
 */
export async function readSubject(args: string[], context: Context): Promise<Subject> {
  const [first = '', second, ...rest] = args
  if (/^第?\d/.test(first.normalize('NFKC'))) {
    if (severalHazards.test(args.join(' ').normalize('NFKC'))) refuse('提级请逐条办理，例如：/提级 12-1 理由')
    const { unit, enterprise, report, position } = await findHazard(first, context)
    refuseProvince(unit)
    return { kind: 'hazard', unit, enterprise, hazard: { report, position }, rest: args.slice(1) }
  }
  const found = await unitOrEnterprise(first, null, context, hint)
  if ('enterprise' in found) return ofEnterprise(found.enterprise, null, args.slice(1), context)
  refuseProvince(found.unit)
  const enterprise = second === undefined ? null : await enterpriseWithin(found.unit, second, context)
  if (enterprise !== null) return ofEnterprise(enterprise, found.unit, rest, context)
  return { kind: 'unit', unit: found.unit, enterprise: null, hazard: null, rest: args.slice(1) }
}

/** What is found by the province's own inspections has no local supervision above it. */
function refuseProvince(unit: string): void {
  if (unit === province)
    refuse('省本级检查的隐患本由分管处室管理，无需提级；请写明市（州）、县（市、区）或企业。')
}

/** An enterprise of the ledger, in the unit that alone has it, or alone within the one that is named. */
async function ofEnterprise(
  enterprise: string,
  within: string | null,
  rest: string[],
  context: Context,
): Promise<Subject> {
  const { db, directory } = context
  const hazards = await trackedHazards(db, { enterprise })
  const all = [...new Set(hazards.map(({ unit }) => unit))]
  const units = all.filter(
    unit => unit !== province && (within === null || directory.gazetteer.isWithin(unit, within)),
  )
  if (units.length > 1)
    return refuse(
      `多个单位有“${enterprise}”，请写明单位，例如：/提级 ${units[0]} ${enterprise} 理由。可选：${units.join('、')}。`,
    )
  refuseProvince(units[0] ?? province)
  return { kind: 'enterprise', unit: units[0]!, enterprise, hazard: null, rest }
}

/** The enterprise within a unit that is meant by its name or a part of it; null where the word is no name: a reason. */
async function enterpriseWithin(
  unit: string,
  written: string,
  { db, directory }: Context,
): Promise<string | null> {
  const hazards = await trackedHazards(db)
  const within = hazards.filter(hazard => directory.gazetteer.isWithin(hazard.unit, unit))
  const names = [...new Set(within.flatMap(({ enterprise }) => enterprise ?? []))]
  if (names.includes(written)) return written
  const like = [...written].length < 2 ? [] : names.filter(name => name.includes(written))
  if (like.length > 1)
    return refuse(`“${written}”有${like.length}家，请写全称：${like.slice(0, 5).join('、')}。`)
  return like[0] ?? null
}
