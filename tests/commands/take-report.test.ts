/** What becomes of a report once intake has read it: totals, corrections of single fields, what does not add up. */
import { expect, test } from 'vitest'
import { showHow } from '../../commands/submit-report.ts'
import { takeReport } from '../../commands/take-report.ts'
import { openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'
import { amendment, asHeard, parsed, totals } from './as-heard.ts'

const open = async () => {
  const conversation = await openConversation()
  return {
    ...conversation,
    hear: (message: ReturnType<typeof parsed>, said: Parameters<typeof asHeard>[2] = {}) =>
      asHeard(conversation, context => takeReport(message, context), said),
    rows: () => conversation.db.selectFrom('reports').selectAll().orderBy('id').execute(),
  }
}

test('totals are acknowledged with the figures that they state, and kept', async () => {
  const { hear, rows } = await open()
  expect(await hear(totals({ teams: 12, personTimes: 39, enterprises: 21 }))).toEqual([
    '已收第1号合计：四平市铁东区，12个检查组，39人次，检查企业21家。',
  ])
  expect(await rows()).toMatchObject([
    { kind: 'totals', teams: 12, personTimes: 39, enterprises: 21, hazardCount: 0, status: 'counted' },
  ])
})

test('the same totals twice are one; other totals of the day are pointed at; a correction replaces them', async () => {
  const { hear, rows } = await open()
  await hear(totals({ enterprises: 21, hazards: 30 }))
  expect(await hear(totals({ enterprises: 21, hazards: 30 }), { from: tiexi })).toEqual([
    '与第1号（四平市铁东区，合计）相同，未重复计入。',
  ])
  const [corrected] = await hear(totals({ enterprises: 22, hazards: 30 }, {}, { correction: true }))
  expect(corrected).toBe('第1号合计已更正：四平市铁东区，检查企业22家，隐患30条。')
  expect((await hear(totals({ enterprises: 5 })))[0]).toContain('该单位当日另有第1号合计')
  expect(await rows()).toMatchObject([{ enterprises: 22, version: 2 }, { enterprises: 5 }])
})

test('totals beside inspections that are listed serve to check them', async () => {
  const { hear, say } = await open()
  await say(tiedong, siping, report())
  const [answer] = await hear(totals({ enterprises: 3, hazards: 2, rectified: 1 }))
  expect(answer).toBe(
    '已收第2号合计：四平市铁东区，检查企业3家，隐患2条，已整改1条。已有逐家报告，合计仅作核对。两者不符：检查企业合计3家，逐家1家，请核对。',
  )
})

test('totals of a whole city are checked against all its units', async () => {
  const { hear, say } = await open()
  await say(tiedong, siping, report())
  const city = { unit: '四平市', wholeJurisdiction: true }
  expect((await hear(totals({ enterprises: 1, hazards: 2 }, city)))[0]).toBe(
    '已收第2号合计：四平市，全辖区，检查企业1家，隐患2条。已有逐家报告，合计仅作核对。',
  )
})

test('a stranger’s totals wait for a duty officer', async () => {
  const { hear, rows } = await open()
  const [answer, question] = await hear(totals({ enterprises: 3 }), { from: '路人甲' })
  expect(answer).toContain('已留存第1号：四平市铁东区，检查企业3家')
  expect(question).toContain('请核对是否采信')
  expect(await rows()).toMatchObject([{ status: 'pending' }])
})

test('totals that the sender withdraws go; withdrawing their correction brings the first ones back', async () => {
  const { hear, say, rows } = await open()
  await hear(totals({ enterprises: 21 }))
  await hear(totals({ enterprises: 22 }, {}, { correction: true }))
  await say(tiedong, siping, '', { recall: (await rows())[0]!.messageId })
  const [restored] = await rows()
  expect(restored).toMatchObject({ kind: 'totals', enterprises: 21, status: 'counted' })
  await say(tiedong, siping, '', { recall: restored!.messageId })
  expect(await rows()).toMatchObject([{ status: 'withdrawn' }])
})

test('a zero report does not stand beside totals', async () => {
  const { hear, say } = await open()
  await hear(totals({ enterprises: 21 }))
  expect((await say(tiedong, siping, '零报告'))[0]?.text).toContain('已收第1号检查报告，零报告未计入')
})

test('what does not add up is accepted, and said once', async () => {
  const { hear } = await open()
  const message = '合计检查企业4家，逐家2家，请核对'
  const problem = { field: 'totals', kind: 'inconsistent', message } as const
  const listed = amendment({}).inspections.map(({ states, ...each }) => ({ ...each, enterprise: '甲加油站' }))
  const both = [...listed, { ...listed[0]!, enterprise: '乙加油站' }]
  const [answer] = await hear(parsed({ inspections: both, problems: [problem] }))
  expect(answer).toBe(
    '已收第1号：四平市铁东区—甲加油站，未发现隐患。\n已收第2号：四平市铁东区—乙加油站，未发现隐患。\n合计检查企业4家，逐家2家，请核对。',
  )
})

test('a correction under a quote changes what it states and keeps the rest, with history', async () => {
  const { hear, say, rows, db } = await open()
  await say(tiedong, siping, report(), { id: 'm1' })
  const [answer] = await hear(amendment({ rectification: '均已整改', states: ['rectification'] }), {
    quote: 'm1',
  })
  expect(answer).toBe('第1号已更正：四平市铁东区—四平市宏达加油站，隐患2条，已整改2条。')
  expect(await rows()).toMatchObject([
    { enterprise: '四平市宏达加油站', inspectors: '["张三","李四"]', rectification: '均已整改', version: 2 },
  ])
  const [kept] = await db.selectFrom('reportHistory').selectAll().execute()
  expect(JSON.parse(kept!.snapshot)).toMatchObject({ rectifiedCount: 1 })
})

test('what a report lacks is supplied without a quote where only one can be meant', async () => {
  const { hear, say, rows } = await open()
  await say(tiedong, siping, report({ enterprise: '铁东石化公司' }))
  await say(tiedong, siping, report({ inspectors: '' }))
  const [answer] = await hear(amendment({ inspectors: ['王五'], personTimes: 1, states: ['inspectors'] }))
  expect(answer).toBe('第2号已补全：四平市铁东区—四平市宏达加油站，隐患2条，已整改1条。')
  expect(await rows()).toMatchObject([{}, { inspectors: '["王五"]', missing: '[]', personTimes: 1 }])
})

test('a correction that names the enterprise, or the number of the report, finds it', async () => {
  const { hear, say } = await open()
  await say(tiedong, siping, report())
  await say(tiedong, siping, report({ enterprise: '铁东石化公司' }))
  const done = { rectification: '均已整改', states: ['rectification' as const] }
  expect((await hear(amendment({ ...done, enterprise: '铁东石化公司' })))[0]).toContain('第2号已更正')
  expect((await hear(amendment(done), { text: '更正第1号：整改情况：均已整改' }))[0]).toContain('第1号已更正')
})

test('the name of the enterprise can be what is corrected', async () => {
  const { hear, say, rows } = await open()
  await say(tiedong, siping, report(), { id: 'm1' })
  await hear(amendment({ enterprise: '四平市鸿达加油站', states: ['enterprise'] }), { quote: 'm1' })
  expect(await rows()).toMatchObject([{ enterprise: '四平市鸿达加油站', place: '铁东区平东街道' }])
})

test('a correction of a field that belongs to no report, or to another’s, changes nothing', async () => {
  const { hear, say, rows } = await open()
  await say(tiedong, siping, report(), { id: 'm1' })
  await say(tiedong, siping, report({ enterprise: '铁东石化公司' }))
  const wang = amendment({ inspectors: ['王五'], states: ['inspectors'] })
  expect((await hear(wang))[0]).toContain('未找到所更正的报告，未作改动')
  expect((await hear(wang, { from: tiexi, quote: 'm1' }))[0]).toContain('第1号不是您或您单位报送的')
  expect((await hear(wang, { from: '路人甲', quote: 'm1' }))[0]).toContain('第1号不是您或您单位报送的')
  expect((await rows()).map(row => row.version)).toEqual([1, 1])
})

test('a correction still finds a report by the message that brought it, after it was changed once', async () => {
  const { hear, say } = await open()
  await say(tiedong, siping, report(), { id: 'm1' })
  await hear(amendment({ place: '铁东区站前街道', states: ['place'] }), { quote: 'm1' })
  expect(
    (await hear(amendment({ place: '铁东区黄土坑街道', states: ['place'] }), { quote: 'm1' }))[0],
  ).toContain('第1号已更正')
})

test('what was done and ordered stands in the acknowledgement', async () => {
  const { hear } = await open()
  const [inspection] = amendment({
    enterprise: '宏达加油站',
    hazards: [{ text: '储罐泄漏', major: true, rectified: false, deadline: null, basis: null }],
    documents: ['责令限期整改指令书'],
    cases: 1,
    fine: 25_000,
    production: 'stopped',
  }).inspections
  const { states, ...whole } = inspection!
  expect(await hear(parsed({ inspections: [whole] }))).toEqual([
    '已收第1号：四平市铁东区—宏达加油站，隐患1条（重大隐患1条），已整改0条，下达责令限期整改指令书，立案1起，罚款2.5万元，责令停产。',
  ])
  // Told again with another fine it is the same inspection, told better.
  expect((await hear(parsed({ inspections: [{ ...whole, fine: 30_000 }] })))[0]).toContain('罚款3万元')
  expect((await hear(parsed({ inspections: [{ ...whole, fine: null }] })))[0]).toContain('与第1号')
})

test('half a report gets a hint in the reporting group, once an hour a person', async () => {
  const conversation = await openConversation()
  const hear = (from: string, room = siping) => asHeard(conversation, showHow, { from, room })
  expect(await hear(tiedong)).toEqual([expect.stringContaining('发送“/模板”可取模板')])
  expect(await hear(tiedong)).toEqual([])
  expect(await hear(tiexi)).toHaveLength(1)
  expect(await hear('四平市报送员', '省安委办工作群')).toEqual([])
  await conversation.until('09:59')
  expect(await hear(tiedong)).toEqual([])
  await conversation.until('10:00')
  expect(await hear(tiedong)).toHaveLength(1)
})
