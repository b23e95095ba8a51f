import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance } from '../../../bot/virtual-clock.ts'
import { rungs } from '../../../reports/escalation/ladder.ts'
import { businessDate, businessTime } from '../../../reports/time.ts'
import type { Db } from '../../../storage/database.ts'
import { openConversation, type Sent, temporaryDirectory } from '../../conversation.ts'
import { firstReports, type Said } from './first-reports.ts'
import { checkLedger } from './ledger-invariants.ts'
import { moves, sayingOf } from './random-people.ts'
import type { Move } from './random-sayings.ts'

const committee = '省安委办工作群'

/** How often something happened over all conversations. */
type Counts = Map<string, number>

test('whatever people say, the ledger, the chains and the letters stay in order', async () => {
  const counts: Counts = new Map()
  await fc.assert(
    fc.asyncProperty(moves({ minLength: 25, maxLength: 40 }), sequence => converse(sequence, counts)),
    // What is found is told as a conversation: it is cut down by hand.
    { numRuns: 14, seed: 20220518, endOnFailure: true },
  )
  const missing = worthSeeing.filter(each => !counts.has(each))
  expect(missing, `seen: ${[...counts].map(([what, times]) => `${what} ${times}`).join(', ')}`).toEqual([])
}, 120_000)

/** What has to happen at least once, or the conversations are too tame. */
const worthSeeing = [
  ...rungs.map(rung => `issued ${rung}`),
  'withdrawn step',
  'answer',
  'chain settled',
  'chain withdrawn',
  'letter sent',
  'letter cancelled',
  'letter acknowledged',
  'letter answered',
  'listing',
  'delisting',
  'interview',
  'takeover',
  'handed back',
  'major closed',
  ...[
    'rectify',
    'ask',
    'postpone',
    'refusePostponement',
    'pass',
    'fail',
    'close',
    'reopen',
    'void',
    'revise',
    'urge',
  ].map(step => `hazard ${step}`),
]

/** Leads a conversation and looks after each sentence whether all is in order; what goes wrong is told with all that was said. */
async function converse(sequence: Move[], counts: Counts): Promise<void> {
  const directory = temporaryDirectory()
  let conversation = await openConversation({ directory, time: '09:00' })
  const told: string[] = []
  try {
    for (const said of firstReports) await speak(said)
    for (const move of sequence) {
      const before = conversation.sent.length
      const { bot, clock } = conversation
      await advance(bot, clock, new Date(clock.now().getTime() + move.minutes * 60_000))
      checkWords(conversation.sent.slice(before))
      checkCommittee(conversation.sent.slice(before))
      if (move.minutes > 1) await checkLedger(conversation.db, clock.now())
      // Now and then it is stopped and started again.
      if (move.kind % 37 === 5) await restart(move.words % 2 === 0 ? 1 : move.words)
      await speak(await sayingOf(move, conversation.db, clock.now()))
    }
    await count(conversation.db, counts)
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${told.join('\n')}`, { cause: error })
  } finally {
    await conversation.close()
  }

  async function speak({ from, room, text }: Said): Promise<void> {
    const now = conversation.clock.now()
    told.push(`${businessDate(now)} ${businessTime(now)} ${from}@${room ?? '私聊'}: ${text}`)
    const answers = await conversation.say(from, room, text)
    told.push(...answers.map(answer => `    -> ${answer.where}: ${answer.text ?? answer.file?.name}`))
    checkWords(answers)
    checkCommittee(answers.filter(({ where }) => where !== room))
    await checkLedger(conversation.db, now)
  }

  async function restart(minutes: number): Promise<void> {
    const then = new Date(Math.ceil(conversation.clock.now().getTime() / 60_000 + minutes) * 60_000)
    await conversation.close()
    told.push(`(a stop of ${minutes} minutes)`)
    conversation = await openConversation({ directory, date: businessDate(then), time: businessTime(then) })
    await conversation.bot.pump()
  }
}

/** Nobody reads what only a program would say, nor that a wake-up had to be mended. */
function checkWords(sent: Sent[]): void {
  for (const { text = '' } of sent) expect(text).not.toMatch(/undefined|null|NaN|\[object|Error|【督办巡检】/)
}

/** The committee's group hears of hazards only in what is public: that something is listed, or is no more. */
function checkCommittee(sent: Sent[]): void {
  for (const { where, text = '' } of sent)
    if (where === committee && !/^【摘牌】|^【挂牌督办】|日报表/.test(text))
      expect(text).not.toMatch(/督办\d|提级\d|稿\d|提示函〔|\d-\d+ |台账|【/)
}

async function count(db: Db, counts: Counts): Promise<void> {
  const add = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  for (const { step } of await db.selectFrom('hazardEvents').select('step').execute()) add(`hazard ${step}`)
  for (const { rung, state, issuedAt, answers } of await db.selectFrom('chainSteps').selectAll().execute()) {
    if (issuedAt !== null) add(`issued ${rung}`)
    if (state === 'withdrawn') add('withdrawn step')
    if (answers !== '[]') add('answer')
  }
  for (const { state } of await db.selectFrom('chains').select('state').execute()) add(`chain ${state}`)
  for (const { state, acknowledgedAt, answeredAt } of await db.selectFrom('letters').selectAll().execute()) {
    add(`letter ${state}`)
    if (acknowledgedAt !== null) add('letter acknowledged')
    if (answeredAt !== null) add('letter answered')
  }
  for (const { delistedOn } of await db.selectFrom('listings').selectAll().execute())
    add(delistedOn === null ? 'listing' : 'delisting')
  for (const _ of await db.selectFrom('interviews').selectAll().execute()) add('interview')
  for (const { handedBackAt } of await db.selectFrom('takeovers').selectAll().execute())
    add(handedBackAt === null ? 'takeover' : 'handed back')
  const closed = await db.selectFrom('trackedHazards').selectAll().where('state', '=', 'closed').execute()
  for (const { major } of closed) if (major === 1) add('major closed')
}
