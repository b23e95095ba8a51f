import { expect } from 'vitest'
import { rungSubject } from '../../../commands/subjects.ts'
import type { Rung } from '../../../reports/escalation/ladder.ts'
import { defaultPolicy } from '../../../reports/escalation/policy.ts'
import type { Evidence, HazardState, HazardStep, TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hasRectified } from '../../../reports/hazards/life.ts'
import { chainWakeup } from '../../../storage/chains.ts'
import type { Db } from '../../../storage/database.ts'

/** Where each step may lead, from each state; written from the rules. What is not stated leads nowhere. */
const everywhere: HazardState[] = ['rectifying', 'reported', 'reinspected', 'closed', 'void']
const legal: Record<HazardStep, Partial<Record<HazardState | 'none', HazardState[]>>> = {
  find: { none: ['rectifying', 'reported', 'closed'] },
  rectify: { rectifying: ['reported'], reported: ['reported'] },
  ask: { rectifying: ['rectifying'] },
  postpone: { rectifying: ['rectifying'] },
  refusePostponement: { rectifying: ['rectifying'] },
  pass: { reported: ['reinspected'], reinspected: ['reinspected'] },
  fail: { reported: ['rectifying'], reinspected: ['rectifying'], closed: ['rectifying'] },
  close: { rectifying: ['closed'], reported: ['closed'], reinspected: ['closed'] },
  reopen: { closed: ['rectifying'], reported: ['rectifying'] },
  void: { none: ['void'], rectifying: ['void'], reported: ['void'], reinspected: ['void'], closed: ['void'] },
  revive: { void: everywhere.filter(state => state !== 'void') },
  revise: Object.fromEntries(everywhere.map(state => [state, [state]])),
  urge: { rectifying: ['rectifying'] },
}

/** What must be true of the ledger, the chains and the letters, whatever has been said. */
export async function checkLedger(db: Db, now: Date): Promise<void> {
  await checkTraffic(db, now)
  await checkChains(db)
  await checkHazards(db)
  await checkLetters(db)
}

async function checkTraffic(db: Db, now: Date): Promise<void> {
  const failed = await db
    .selectFrom('inbox')
    .select(['text', 'error'])
    .where('state', '=', 'failed')
    .execute()
  expect(failed, 'every message was handled').toEqual([])
  const late = await db
    .selectFrom('wakeups')
    .selectAll()
    .where(e => e.or([e('dueAt', '<=', now.toISOString()), e('attempts', '>', 0)]))
    .execute()
  expect(late, 'nothing that is due is left').toEqual([])
  const texts = await db.selectFrom('outbox').select(['text', 'conversation']).execute()
  for (const { text } of texts) expect(text ?? '').not.toMatch(/undefined|null|NaN|\[object|Error/)
}

async function checkChains(db: Db): Promise<void> {
  const wakeups = await db.selectFrom('wakeups').selectAll().where('command', 'like', '/督办到点 %').execute()
  const chains = await db.selectFrom('chains').selectAll().execute()
  const steps = await db.selectFrom('chainSteps').selectAll().orderBy('position').execute()
  for (const { id, state, nextAt, unit, divisions } of chains) {
    const planned = wakeups.filter(({ command }) => command === chainWakeup(id)).map(({ dueAt }) => dueAt)
    expect(planned, `the wake-ups of chain ${id}, ${state}`).toEqual(state === 'open' ? [nextAt] : [])
    const own = steps.filter(({ chainId }) => chainId === id)
    for (const { position, issuedAt, rung, by, answers } of own) {
      const told = await toldOf(db, rungSubject(id, position))
      if (issuedAt === null) expect(told, `${rung} of chain ${id} has not gone out`).toEqual([])
      const { deciders } = defaultPolicy.rungs.find(rule => rule.rung === (rung as Rung))!
      const charge = JSON.parse(divisions) as string[]
      if (by !== '厅领导') {
        expect(deciders, `${by} decided on ${rung}`).toContain('divisionHead')
        expect(by).toMatch(/处处长$/)
        if (charge.length > 0) expect(charge).toContain(by.replace(/处长$/, ''))
      }
      for (const { by: answerer } of JSON.parse(answers) as { by: string }[])
        expect([`${unit}报送员`, `${unit.slice(0, 3)}报送员`, `${unit}分管领导`]).toContain(answerer)
    }
  }
}

const toldOf = (db: Db, subject: string) =>
  db.selectFrom('outbox').select(['conversation', 'text']).where('subject', '=', subject).execute()

async function checkHazards(db: Db): Promise<void> {
  const rows = await db.selectFrom('trackedHazards').selectAll().execute()
  const events = await db.selectFrom('hazardEvents').selectAll().orderBy('id').execute()
  for (const row of rows) {
    const number = `${row.report}-${row.position}`
    const own = events.filter(({ hazardId }) => hazardId === row.id)
    let state: HazardState | 'none' = 'none'
    let [rectified, passed] = [false, false]
    let left: TrackedHazard | null = null
    for (const event of own) {
      const step = event.step as HazardStep
      const before: TrackedHazard | null = left
      left = JSON.parse(event.hazard) as TrackedHazard
      const evidence = JSON.parse(event.evidence) as Evidence[]
      const what = `${number}: ${step} by ${event.by}, ${state} -> ${left.state}`
      expect(legal[step][state] ?? [], what).toContain(left.state)
      if (left.state === 'rectifying') rectified = passed = false
      if (step === 'find') rectified = left.state === 'reported'
      if (step === 'rectify') rectified = (event.note ?? '').trim() !== '' || evidence.length > 0
      if (step === 'pass') passed = rectified
      if (step === 'close') {
        const onReport = evidence.some(each => 'report' in each)
        expect(left.onTheSpot || onReport || (rectified && passed), `${what}: on what`).toBe(true)
        if (left.major) {
          expect(onReport, `${what}: a major one on a report`).toBe(false)
          expect(hasRectified(left, event.by), `${what}: by a rectifier`).toBe(false)
          expect(hasRectified(left, left.reinspectedBy ?? ''), `${what}: passed by a rectifier`).toBe(false)
        }
      }
      checkActor(event.by, step, left, before, what)
      state = left.state
    }
    expect(row, `${number} as its last event left it`).toMatchObject({
      state,
      deadline: left!.deadline,
      rectifiedBy: left!.rectifiedBy,
      reinspectedBy: left!.reinspectedBy,
      major: left!.major ? 1 : 0,
    })
    expect(row.closedOn === null, `${number}: the day of its closure`).toBe(state !== 'closed')
  }
}

/** Only those act whose business it is: of the unit, of its city, of a division in charge, or a leader. */
function checkActor(
  by: string,
  step: HazardStep,
  { unit, industry }: TrackedHazard,
  before: TrackedHazard | null,
  what: string,
): void {
  const local = [`${unit}报送员`, `${unit.slice(0, 3)}报送员`]
  const heads = industry === '工贸' ? ['工贸处处长'] : ['危化一处处长', '危化二处处长']
  const province = ['厅领导', ...heads]
  const record = [...local, '值班员', '管理员']
  const recorded: HazardStep[] = ['find', 'void', 'revise', 'revive', 'reopen', 'rectify', 'close']
  const judged: HazardStep[] = ['postpone', 'refusePostponement', 'urge']
  const may = recorded.includes(step)
    ? [...record, ...province]
    : !judged.includes(step)
      ? [...local, ...province]
      : step === 'postpone' && before?.deadline === null
        ? [...local, ...province]
        : step === 'urge'
          ? [...local, ...province, '系统']
          : province
  expect(may, what).toContain(by)
}

async function checkLetters(db: Db): Promise<void> {
  const letters = await db.selectFrom('letters').selectAll().execute()
  const sent = letters.filter(({ state }) => state === 'sent')
  expect(letters.filter(({ number }) => number !== null).map(({ id }) => id)).toEqual(
    sent.map(({ id }) => id),
  )
  for (const [year, of] of Map.groupBy(sent, each => each.year))
    expect(
      of.map(({ number }) => number!).sort((a, b) => a - b),
      `letters of ${year}`,
    ).toEqual(of.map((_, i) => i + 1))
  for (const { id, signer, releaseAt, state } of letters) {
    if (signer !== null) expect(signer).toBe('厅领导')
    const planned = await db
      .selectFrom('wakeups')
      .select('dueAt')
      .where('command', '=', `/提示函发出 ${id}`)
      .execute()
    expect(
      planned.map(({ dueAt }) => dueAt),
      `release of letter ${id}, ${state}`,
    ).toEqual(state === 'held' ? [releaseAt] : [])
  }
  const taken = await db.selectFrom('takeovers').select('by').execute()
  const listed = await db.selectFrom('listings').select('listedBy as by').execute()
  for (const { by } of [...taken, ...listed]) expect(by).toBe('厅领导')
}
