import fc from 'fast-check'
import { chainById } from '../../../storage/chains.ts'
import type { Db } from '../../../storage/database.ts'
import { lettersIn } from '../../../storage/letters.ts'
import { openTakeovers } from '../../../storage/takeovers.ts'
import { trackedHazards } from '../../../storage/tracked-hazards.ts'
import type { Said } from './first-reports.ts'
import { likely, type Move, pick, type Seen, wild } from './random-sayings.ts'

/** Who takes part, each with the room where that person belongs. */
const people: Record<string, string | null> = {
  厅领导: '厅领导群',
  值班员: '值班群',
  管理员: null,
  危化一处处长: '处长工作群',
  危化二处处长: '处长工作群',
  工贸处处长: '处长工作群',
  煤矿一处处长: '处长工作群',
  四平市铁东区报送员: '四平市日报报送群',
  四平市铁西区报送员: '四平市日报报送群',
  四平市报送员: '四平市日报报送群',
  辽源市龙山区报送员: '辽源市日报报送群',
  辽源市报送员: '辽源市日报报送群',
  四平市分管领导: '省安委办工作群',
  过路人: '四平市日报报送群',
}
const rooms = [...new Set(Object.values(people))]

const chance = (...weighted: [number, number, number][]) =>
  fc.oneof(...weighted.map(([weight, min, max]) => ({ weight, arbitrary: fc.integer({ min, max }) })))

/** What is done one after the other, in whatever order. */
export const moves = (length: { minLength: number; maxLength: number }): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      kind: fc.nat(999),
      place: fc.nat(999),
      which: fc.nat(999),
      words: fc.nat(999),
      // Mostly less than a hold, or a little more; seldom over a night, or over the weekend.
      minutes: chance([60, 0, 1], [60, 3, 12], [8, 30, 200], [3, 600, 1000], [1, 2500, 4320]),
      // Every fifth time somebody else, somewhere else.
      wrong: fc.nat(14),
    }),
    length,
  )

/** What is said in this move. */
export async function sayingOf(move: Move, db: Db, now: Date): Promise<Said> {
  const numbers = await db.selectFrom('chains').select('id').orderBy('id').execute()
  const seen: Seen = {
    hazards: await trackedHazards(db),
    chains: await Promise.all(numbers.map(async ({ id }) => (await chainById(db, id))!)),
    letters: await lettersIn(db, ['draft', 'submitted', 'held', 'sent', 'cancelled']),
    takeovers: await openTakeovers(db),
    move,
    now,
  }
  const tapped = move.kind % 9 === 1 ? await tap(move, db, now) : null
  if (tapped !== null) return tapped
  const [who, text] = move.kind % 2 === 0 ? likely(seen) : wild(seen)
  const names = Object.keys(people)
  const from = move.wrong === 0 || move.wrong === 1 ? pick(names, move.place)! : who
  const room = move.wrong === 1 || move.wrong === 2 ? pick(rooms, move.words)! : (people[from] ?? null)
  return { from, room, text }
}

/** Somebody takes what was offered to him. */
async function tap(move: Move, db: Db, now: Date): Promise<Said | null> {
  const offers = await db
    .selectFrom('offers')
    .selectAll()
    .where('closedAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .orderBy('id', 'desc')
    .execute()
  const offer = pick(offers, move.which)
  const from = pick(JSON.parse(offer?.people ?? '[]') as string[], move.place)
  if (offer === undefined || from === undefined) return null
  const room = offer.conversation.startsWith('room:') ? offer.conversation.slice('room:'.length) : null
  return { from, room, text: String(offer.number) }
}
