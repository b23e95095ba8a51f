import type { Rung } from '../reports/escalation/ladder.ts'
import type { MonthFigures } from '../reports/escalation/month.ts'
import { moment } from '../reports/time.ts'
import type { Db } from './database.ts'

/** What was done about hazards in the days from one date to another, both included, YYYY-MM-DD; `after`: the day behind. */
export async function monthFigures(
  db: Db,
  { from, to, after }: { from: string; to: string; after: string },
): Promise<MonthFigures> {
  const [since, until] = [moment(from, '00:00').toISOString(), moment(after, '00:00').toISOString()]
  const issued = await db
    .selectFrom('chainSteps')
    .select(['rung', e => e.fn.countAll<number>().as('steps')])
    .where('issuedAt', '>=', since)
    .where('issuedAt', '<', until)
    .groupBy('rung')
    .execute()
  const opened = await db
    .selectFrom('chains')
    .select(['state', e => e.fn.countAll<number>().as('chains')])
    .where('openedAt', '>=', since)
    .where('openedAt', '<', until)
    .where('state', '!=', 'withdrawn')
    .groupBy('state')
    .execute()
  const settled = await db
    .selectFrom('chains')
    .select(e => e.fn.countAll<number>().as('chains'))
    .where('endedAt', '>=', since)
    .where('endedAt', '<', until)
    .where('state', '=', 'settled')
    .executeTakeFirstOrThrow()
  const interviews = await db
    .selectFrom('interviews')
    .select(e => e.fn.countAll<number>().as('interviews'))
    .where('date', '>=', from)
    .where('date', '<=', to)
    .executeTakeFirstOrThrow()
  const delisted = await db
    .selectFrom('listings')
    .select(e => e.fn.countAll<number>().as('listings'))
    .where('delistedOn', '>=', from)
    .where('delistedOn', '<=', to)
    .executeTakeFirstOrThrow()
  const takeovers = await db
    .selectFrom('takeovers')
    .select(e => e.fn.countAll<number>().as('takeovers'))
    // What the unit has not been told of can still be taken back.
    .where('noticeAt', 'is', null)
    .where('at', '>=', since)
    .where('at', '<', until)
    .executeTakeFirstOrThrow()
  const enforced = await db
    .selectFrom('reports')
    .select([
      'production',
      e => e.fn.countAll<number>().as('reports'),
      e => e.fn.sum<number>('fine').as('fine'),
    ])
    .where('status', '=', 'counted')
    .where('kind', '=', 'inspection')
    .where('date', '>=', from)
    .where('date', '<=', to)
    .groupBy('production')
    .execute()
  const hazards = (column: 'foundOn' | 'closedOn') =>
    db
      .selectFrom('trackedHazards')
      .select([e => e.fn.countAll<number>().as('hazards'), e => e.fn.sum<number>('major').as('major')])
      .where('state', '!=', 'void')
      .where(column, '>=', from)
      .where(column, '<=', to)
      .executeTakeFirstOrThrow()
  const found = await hazards('foundOn')
  const closed = await hazards('closedOn')
  return {
    opened: opened.reduce((sum, { chains }) => sum + Number(chains), 0),
    settled: Number(settled.chains),
    issued: new Map(issued.map(({ rung, steps }) => [rung as Rung, Number(steps)])),
    interviews: Number(interviews.interviews),
    delisted: Number(delisted.listings),
    takeovers: Number(takeovers.takeovers),
    stopped: Number(enforced.find(({ production }) => production === 'stopped')?.reports ?? 0),
    fine: enforced.reduce((sum, { fine }) => sum + Number(fine ?? 0), 0),
    found: Number(found.hazards),
    major: Number(found.major ?? 0),
    closed: Number(closed.hazards),
  }
}
