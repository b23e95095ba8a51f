import type { Takeover } from '../../reports/hazards/takeover.ts'
import { trackedHazards } from '../../storage/tracked-hazards.ts'
import { type Context, refuse } from '../command.ts'
import { findUnit } from '../find-unit.ts'
import { findHazard } from '../hazards/find-hazard.ts'

/** What is to be taken over 提级, and the words behind it. */
export interface Subject extends Pick<Takeover, 'kind' | 'unit' | 'enterprise' | 'hazard'> {
  rest: string[]
}

/** Reads a hazard's number, an enterprise with hazards in the ledger (after its unit where several have it), or a unit. */
export async function readSubject(args: string[], context: Context): Promise<Subject> {
  const [first = '', second, ...rest] = args
  if (/^第?\d/.test(first.normalize('NFKC'))) {
    const hazard = await findHazard(first, context)
    const { unit, enterprise, report, position } = hazard
    return { kind: 'hazard', unit, enterprise, hazard: { report, position }, rest: args.slice(1) }
  }
  const units = await unitsWith(first, context)
  if (units.length === 1) return ofEnterprise(units[0]!, first, args.slice(1))
  if (units.length > 1)
    return refuse(
      `多个单位有“${first}”，请写明单位，例如：/提级 ${units[0]} ${first} 理由。可选：${units.join('、')}。`,
    )
  const unit = findUnit(first, null, context.directory)
  if (second !== undefined && (await unitsWith(second, context)).includes(unit))
    return ofEnterprise(unit, second, rest)
  return { kind: 'unit', unit, enterprise: null, hazard: null, rest: args.slice(1) }
}

const ofEnterprise = (unit: string, enterprise: string, rest: string[]): Subject => ({
  kind: 'enterprise',
  unit,
  enterprise,
  hazard: null,
  rest,
})

/** The units in whose ledger an enterprise has hazards. */
const unitsWith = async (enterprise: string, { db }: Context): Promise<string[]> => [
  ...new Set((await trackedHazards(db, { enterprise })).map(({ unit }) => unit)),
]
