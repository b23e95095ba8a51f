import { type HazardNumber, hazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Supervision } from '../reports/hazards/supervision-moments.ts'
import { chainById } from './chains.ts'
import type { Db } from './database.ts'
import { interviewsOf } from './interviews.ts'
import { lettersIn } from './letters.ts'

/** Escalation 督办 of a hazard, also what has ended, with letters 提示函 that were sent about it and interviews 约谈 held. */
export async function supervisionOf(db: Db, hazard: HazardNumber): Promise<Supervision> {
  const number = hazardNumber(hazard)
  const rows = await db.selectFrom('chainHazards').select('chainId').where('hazard', '=', number).execute()
  const ids = rows.map(({ chainId }) => chainId)
  const chains = await Promise.all(ids.map(id => chainById(db, id)))
  const sent = await lettersIn(db, ['sent'])
  return {
    chains: chains.filter(chain => chain !== null),
    letters: sent.filter(({ hazards }) => hazards.some(each => hazardNumber(each) === number)),
    interviews: await interviewsOf(db, ...ids),
  }
}
