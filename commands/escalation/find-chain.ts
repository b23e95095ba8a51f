import type { Chain } from '../../reports/escalation/chain.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { isOpen, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { chainById } from '../../storage/chains.ts'
import type { Db } from '../../storage/database.ts'
import { listingOf } from '../../storage/listings.ts'
import { trackedHazard } from '../../storage/tracked-hazards.ts'
import { type Context, refuse, type Sender } from '../command.ts'

/** The number of a chain as people write it: 督办3, 3, 督办3号; null where it is none. */
export function readChainNumber(written: string): number | null {
  const id = /^(?:督办)?第?(\d{1,9})号?[：:，,。]?$/u.exec(written.normalize('NFKC'))?.[1]
  return id === undefined ? null : Number(id)
}

/** The chain that is meant by a number; refuses with what to write. */
export async function findChain(written: string | undefined, { db }: Pick<Context, 'db'>): Promise<Chain> {
  const id = written === undefined ? null : readChainNumber(written)
  if (id === null) return refuse('请写明督办编号，例如“督办3”；发送“/督办”可查看在办的督办。')
  return (
    (await chainById(db, id)) ??
    refuse(`没有督办${id}。请核对编号，或发送“/督办”查看；隐患请写全编号，例如“${id}-1”。`)
  )
}

/** Whether somebody decides on a chain: leaders, and the heads of the divisions in charge. */
export const mayDecide = (
  { divisions }: Pick<Chain, 'divisions'>,
  { role, division }: Pick<Sender, 'role' | 'division'>,
): boolean =>
  role === 'leader' ||
  (role === 'divisionHead' && (divisions.length === 0 || divisions.includes(division ?? '')))

/** The chain that is meant, if the sender decides on it. */
export async function ownChain(written: string | undefined, context: Context): Promise<Chain> {
  const chain = await findChain(written, context)
  return mayDecide(chain, context.sender)
    ? chain
    : refuse(`${chainName(chain)}由${chain.divisions.join('、')}分管，请由其处长或厅领导处理。`)
}

/** The hazards of a chain as they stand now, in its order. */
export async function hazardsOf({ hazards }: Pick<Chain, 'hazards'>, db: Db): Promise<TrackedHazard[]> {
  const found: TrackedHazard[] = []
  for (const number of hazards) {
    const hazard = await trackedHazard(db, number)
    if (hazard !== null) found.push(hazard)
  }
  return found
}

/** Those about which there is still something to be done. */
export const openHazardsOf = async (chain: Pick<Chain, 'hazards'>, db: Db): Promise<TrackedHazard[]> =>
  (await hazardsOf(chain, db)).filter(isOpen)

/** Whether it stands on the public list 挂牌督办 now. */
export const isListed = async ({ id }: Chain, db: Db): Promise<boolean> =>
  (await listingOf(db, id))?.delistedOn === null
