import { sql } from 'kysely'
import { expect } from 'vitest'
import { rungSubject } from '../../../commands/subjects.ts'
import type { ChainAnswer } from '../../../reports/escalation/chain.ts'
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
  // Back to what it was before the step, which is looked at for itself.
  undo: Object.fromEntries(everywhere.map(state => [state, everywhere])),
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
}

async function checkChains(db: Db): Promise<void> {
  const wakeups = await db.selectFrom('wakeups').selectAll().where('command', 'like', '/督办到点 %').execute()
  const chains = await db.selectFrom('chains').selectAll().execute()
  const messages = await db.selectFrom('outbox').select('subject').where('subject', 'is not', null).execute()
  const told = messages.map(({ subject }) => subject)
  const listings = await db.selectFrom('listings').selectAll().execute()
  const hazards = await db
    .selectFrom('chainHazards')
    .innerJoin('trackedHazards', join =>
      join.on(sql`report || '-' || trackedHazards.position`, '=', sql.ref('chainHazards.hazard')),
    )
    .select(['chainId', 'hazard', 'state'])
    .execute()
  const steps = await db.selectFrom('chainSteps').selectAll().orderBy('position').execute()
  for (const { id, state, nextAt, unit, divisions } of chains) {
    const planned = wakeups.filter(({ command }) => command === chainWakeup(id)).map(({ dueAt }) => dueAt)
    expect(planned, `the wake-ups of chain ${id}, ${state}`).toEqual(state === 'open' ? [nextAt] : [])
    const own = steps.filter(({ chainId }) => chainId === id)
    for (const { position, issuedAt, rung, by } of own) {
      if (issuedAt === null)
        expect(told, `${rung} of chain ${id} has not gone out`).not.toContain(rungSubject(id, position))
      const { deciders } = defaultPolicy.rungs.find(rule => rule.rung === (rung as Rung))!
      const charge = JSON.parse(divisions) as string[]
      if (by !== '厅领导') {
        expect(deciders, `${by} decided on ${rung}`).toContain('divisionHead')
        expect(by).toMatch(/处处长$/)
        if (charge.length > 0) expect(charge).toContain(by.replace(/处长$/, ''))
      }
      if (issuedAt === null || rung !== '挂牌督办') continue
      expect(
        listings.filter(({ chain }) => chain === id),
        `chain ${id} is listed once`,
      ).toMatchObject([{ delistedOn: state === 'open' ? null : expect.any(String) }])
    }
    // An interview is recorded by who held it.
    for (const { answers } of own)
      for (const { by: answerer, interview } of JSON.parse(answers) as ChainAnswer[])
        if (interview === undefined)
          if (!/处处长$|^厅领导$/.test(answerer))
            // What was promised in an interview 约谈 is recorded by a head.
            expect([`${unit}报送员`, `${unit.slice(0, 3)}报送员`, `${unit}分管领导`]).toContain(answerer)
    const about = hazards.filter(({ chainId }) => chainId === id)
    const isLeft = about.length === 0 || about.some(each => each.state !== 'closed' && each.state !== 'void')
    const pending = own.filter(each => each.state === 'held' || each.state === 'drafting')
    expect(pending.length, `what chain ${id} has on its way`).toBeLessThanOrEqual(
      state === 'open' && isLeft ? 1 : 0,
    )
  }
  const open = chains.filter(({ state }) => state === 'open').map(({ id }) => id)
  const escalated = hazards.filter(({ chainId }) => open.includes(chainId)).map(({ hazard }) => hazard)
  expect(escalated, 'a hazard is in one open chain').toEqual([...new Set(escalated)])
}

async function checkHazards(db: Db): Promise<void> {
  const rows = await db.selectFrom('trackedHazards').selectAll().execute()
  const events = await db.selectFrom('hazardEvents').selectAll().orderBy('id').execute()
  const takeovers = await db.selectFrom('takeovers').selectAll().execute()
  for (const row of rows) {
    const number = `${row.report}-${row.position}`
    const own = events.filter(({ hazardId }) => hazardId === row.id)
    let state: HazardState | 'none' = 'none'
    let [rectified, passed] = [false, false]
    let left: TrackedHazard | null = null
    let former: { left: TrackedHazard | null; rectified: boolean; passed: boolean } = {
      left,
      rectified,
      passed,
    }
    for (const event of own) {
      const step = event.step as HazardStep
      const before: TrackedHazard | null = left
      left = JSON.parse(event.hazard) as TrackedHazard
      const evidence = JSON.parse(event.evidence) as Evidence[]
      const what = `${number}: ${step} by ${event.by}, ${state} -> ${left.state}`
      expect(legal[step][state] ?? [], what).toContain(left.state)
      if (step === 'undo') {
        expect(event.by, what).toBe(own[own.indexOf(event) - 1]?.by)
        expect({ ...left }, what).toEqual(former.left)
        ;({ rectified, passed } = former)
        state = left.state
        continue
      }
      former = { left: before, rectified, passed }
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
      const isTakenOver = takeovers.some(
        ({ kind, unit, enterprise, hazard, at, handedBackAt }) =>
          unit === row.unit &&
          (kind === 'unit' ||
            hazard === number ||
            (kind === 'enterprise' && enterprise === before?.enterprise)) &&
          at < event.at &&
          (handedBackAt === null || event.at < handedBackAt),
      )
      if (isTakenOver && ['pass', 'fail', 'close', 'postpone'].includes(step))
        expect(event.by, `${what}, taken over`).toMatch(/^厅领导$|处处长$/)
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
  const recorded: HazardStep[] = ['find', 'void', 'revise', 'revive', 'reopen', 'rectify', 'close', 'ask']
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
  const releases = await db
    .selectFrom('wakeups')
    .selectAll()
    .where('command', 'like', '/提示函发出 %')
    .execute()
  for (const { id, signer, releaseAt, state } of letters) {
    if (signer !== null) expect(signer).toBe('厅领导')
    const planned = releases.filter(({ command }) => command === `/提示函发出 ${id}`)
    expect(
      planned.map(({ dueAt }) => dueAt),
      `release of letter ${id}, ${state}`,
    ).toEqual(state === 'held' ? [releaseAt] : [])
  }
  const drafting = await db
    .selectFrom('chainSteps')
    .select('chainId')
    .where('state', '=', 'drafting')
    .execute()
  const underway = letters.filter(each => !['sent', 'cancelled'].includes(each.state) && each.chain !== null)
  for (const { id, chain } of underway)
    expect(
      drafting.map(({ chainId }) => chainId),
      `the rung of letter ${id}`,
    ).toContain(chain)
  expect(new Set(underway.map(({ chain }) => chain)).size, 'letters for one rung').toBe(underway.length)
  const taken = await db.selectFrom('takeovers').select('by').execute()
  const listed = await db.selectFrom('listings').select('listedBy as by').execute()
  for (const { by } of [...taken, ...listed]) expect(by).toBe('厅领导')
}
