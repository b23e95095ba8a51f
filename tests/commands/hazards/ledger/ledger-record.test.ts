import { expect, test } from 'vitest'
import { holdTime, openChain } from '../../../../reports/escalation/chain-steps.ts'
import { defaultPolicy } from '../../../../reports/escalation/policy.ts'
import { moment } from '../../../../reports/time.ts'
import { readCalendar } from '../../../../storage/calendar.ts'
import { addChain } from '../../../../storage/chains.ts'
import { type Db, transact } from '../../../../storage/database.ts'
import { addTakeover } from '../../../../storage/takeovers.ts'
import { recordStep, trackedHazard } from '../../../../storage/tracked-hazards.ts'
import { openConversation, siping, tiedong } from '../../../conversation.ts'
import { enterHazards } from '../enter-hazards.ts'

const leader = '厅领导'
const head = '危化一处处长'

/** 12-1, another case of 7-1, asked for more time, reported rectified with pictures. */
async function openRecord() {
  const conversation = await openConversation({ time: '16:30' })
  const { db } = conversation
  await enterHazards(
    db,
    { report: 7, foundOn: '2022-04-02' },
    { report: 12, recurrenceOf: { report: 7, position: 1 }, afterClosure: true, place: '平东街道' },
    { report: 15, unit: '长春市南关区' },
  )
  await step(db, 7, '2022-04-20', { state: 'closed' }, { step: 'close', by: '张三' })
  await step(db, 12, '2022-05-11', {}, { step: 'ask', by: tiedong, note: '2022-05-20 配件未到' })
  await step(db, 12, '2022-05-12', { deadline: '2022-05-17' }, { step: 'postpone', by: head })
  await step(
    db,
    12,
    '2022-05-18',
    { state: 'reported', rectifiedBy: tiedong },
    {
      step: 'rectify',
      by: tiedong,
      note: '已更换',
      evidence: [{ message: 4 }, { picture: 5 }, { picture: 6 }],
    },
  )
  return conversation
}

async function step(
  db: Db,
  report: number,
  date: string,
  change: object,
  event: Partial<Parameters<typeof recordStep>[2]>,
) {
  const hazard = (await trackedHazard(db, { report, position: 1 }))!
  const at = moment(date, '10:00').toISOString()
  await transact(db, tx =>
    recordStep(
      tx,
      { ...hazard, ...change },
      { step: 'revise', at, by: '某人', note: null, evidence: [], ...event },
    ),
  )
}

test('the record tells all that was done, and who may act does so by one tap', async () => {
  const { say } = await openRecord()
  const [answer, ...more] = await say(leader, null, '/台账 12-1')
  expect(more).toEqual([])
  expect(answer!.text).toContain(`隐患12-1
单位：四平市铁东区
企业：宏达加油站（平东街道）
行业：危险化学品
隐患：灭火器压力不足
发现：5月10日，第12号报告
期限：5月17日
状态：已报整改待复查
屡改屡犯，此前：
7-1：4月2日发现，4月20日销号（张三）
办理：
5月10日16:00 登记（系统）
5月11日10:00 申请延期（四平市铁东区报送员）：延至5月20日，配件未到
5月12日10:00 定期限（危化一处处长）：5月17日
5月18日10:00 报整改（四平市铁东区报送员）：已更换；照片2张`)
  expect(answer!.choices.map(({ label }) => label)).toEqual(['复查合格', '复查不合格', '升级', '提级'])
})

test('a hazard of another jurisdiction is refused with whose it is; one that does not exist is said', async () => {
  const { say, textIn } = await openRecord()
  expect(textIn(siping, await say(tiedong, siping, '/隐患 15-1'))).toBe(
    '15-1属长春市南关区，只能查看四平市铁东区及所属单位的隐患。',
  )
  expect(textIn(siping, await say(tiedong, siping, '/隐患 12'))).toContain('隐患12-1')
  expect(textIn(siping, await say(tiedong, siping, '/台账 99-1'))).toContain('没有编号为99-1的隐患')
})

test('heads of other divisions and those who run the day only read', async () => {
  const { say } = await openRecord()
  for (const reader of ['工贸处处长', '值班员']) {
    const [answer] = await say(reader, null, '/台账 12-1')
    expect(answer!.text).toContain('隐患12-1')
    expect(answer!.choices).toEqual([])
  }
})

test('what was taken over is judged by the province, and the chain is told with its deadline', async () => {
  const { say, db } = await openRecord()
  const now = moment('2022-05-16', '09:00')
  await transact(db, async tx => {
    const hazard = { report: 12, position: 1 }
    await addTakeover(tx, {
      kind: 'hazard',
      unit: '四平市铁东区',
      enterprise: '宏达加油站',
      hazard,
      reason: '屡改屡犯',
      by: leader,
      at: now.toISOString(),
      noticeAt: null,
    })
    const verdict = openChain(
      {
        unit: '四平市铁东区',
        enterprise: '宏达加油站',
        hazards: [hazard],
        grounds: ['recurring'],
        divisions: ['危化一处'],
        policy: defaultPolicy,
      },
      { rung: '点名点评', by: head, role: 'divisionHead', note: null },
      now,
      await readCalendar(tx),
    )
    if ('obstacle' in verdict) throw new Error(verdict.obstacle)
    const [first] = verdict.chain.steps
    const issuedAt = new Date(now.getTime() + holdTime).toISOString()
    const dueAt = moment('2022-05-19', '17:00').toISOString()
    await addChain(tx, {
      ...verdict.chain,
      steps: [{ ...first!, state: 'issued', issuedAt, dueAt }],
      next: null,
    })
  })
  const [forUnit] = await say(tiedong, null, '/台账 12-1')
  expect(forUnit!.text).toContain('提级：5月16日09:00（厅领导），屡改屡犯')
  expect(forUnit!.text).toContain('督办：点名点评，5月19日17:00前反馈，督办编号1')
  expect(forUnit!.choices).toEqual([])
  const [forLeader] = await say(leader, null, '/台账 12-1')
  expect(forLeader!.choices.map(({ label }) => label)).toEqual(['复查合格', '复查不合格', '升级'])
  const [board] = await say(leader, null, '/台账')
  expect(board!.text).toContain(
    '12-1 宏达加油站：灭火器压力不足（已报整改待复查，与7-1重复，提级，点名点评）',
  )
})

test('a request for more time is decided from the record', async () => {
  const { say, db } = await openRecord()
  await step(db, 12, '2022-05-18', { state: 'rectifying' }, { step: 'fail', by: head })
  await step(db, 12, '2022-05-18', {}, { step: 'ask', by: tiedong, note: '2022-05-27 配件未到' })
  const [answer] = await say(head, null, '/台账 12-1')
  expect(answer!.choices.map(({ command }) => command)).toEqual([
    '/延期 12-1 2022-05-27 同意',
    '/延期 12-1 不同意',
    '/催办 12-1',
    '/督办 12-1',
  ])
})

test('a unit that has to rectify hears how', async () => {
  const { say, db } = await openRecord()
  await step(
    db,
    12,
    '2022-05-18',
    { state: 'rectifying', rectifiedBy: null },
    { step: 'fail', note: '仍不足' },
  )
  const [answer] = await say(tiedong, null, '/台账12-1')
  expect(answer!.text).toMatch(/报整改：\/整改 12-1 整改情况；申请延期：\/延期 12-1 日期 理由$/)
  expect(answer!.choices).toEqual([])
})
