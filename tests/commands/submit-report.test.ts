import { expect, test } from 'vitest'
import { duty, dutyRoom, openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

const texts = (messages: { text?: string }[]) => messages.map(message => message.text)

test('a report is acknowledged with its number and what was understood', async () => {
  const { say } = await openConversation()
  expect(texts(await say(tiedong, siping, report()))).toEqual([
    '已收第1号：四平市铁东区—四平市宏达加油站，隐患2条，已整改1条。',
  ])
})

test('ordinary chat gets silence, a zero report counts', async () => {
  const { say } = await openConversation()
  expect(await say(tiexi, siping, '大家早上好')).toEqual([])
  expect(await say(tiexi, siping, '收到，马上检查')).toEqual([])
  expect(texts(await say(tiexi, siping, '今日无检查'))).toEqual(['已收第1号：四平市铁西区，零报告。'])
  expect(await say(tiexi, siping, '大家早上好')).toEqual([])
})

test('several in a row are answered together, and at once when something else is answered', async () => {
  const { say, until, textIn } = await openConversation()
  expect(texts(await say(tiedong, siping, report()))).toHaveLength(1)
  expect(await say(tiedong, siping, report({ enterprise: '铁东石化公司' }))).toEqual([])
  expect(await say(tiexi, siping, '零报告')).toEqual([])
  const later = await until('09:01')
  expect(later).toHaveLength(1)
  expect(textIn(siping, later)).toBe(
    '已收第2号：四平市铁东区—铁东石化公司，隐患2条，已整改1条。\n已收第3号：四平市铁西区，零报告。',
  )
  await say(tiedong, siping, report({ enterprise: '铁东水泥厂' }))
  const [acknowledgement, answer] = await say(tiedong, siping, '/缺报')
  expect(acknowledgement?.text).toContain('已收第4号')
  expect(answer?.text).toContain('四平市应报6家，实报2家')
})

test.each([
  ['a missing field', report({ inspectors: '' }), '缺“检查人员”', true],
  [
    'several missing fields',
    report({ inspectors: '', place: '' }),
    /检查地点.*检查人员|检查人员.*检查地点/,
    true,
  ],
  ['an unknown unit, with the nearest names', report({ unit: '铁冬区应急局' }), '四平市铁东区', false],
  [
    'a unit of another jurisdiction',
    report({ unit: '长春市南关区应急局' }),
    /不属于本群.*请发到“长春市日报报送群”/,
    false,
  ],
  ['a date that is not on the calendar', report({ date: '2月30日' }), '2月30日', false],
  ['a date to come', report({ date: '2022年6月18日' }), '6月18日', false],
])('%s is answered with what exactly is wrong', async (_, text, answer, accepted) => {
  const { say } = await openConversation()
  const [reply] = await say(tiedong, siping, text)
  expect(reply?.text).toMatch(answer)
  expect(reply?.mentions).toEqual([tiedong])
  expect(reply?.text?.startsWith('已收第1号')).toBe(accepted)
})

test('an incomplete report that is posted again whole keeps its number', async () => {
  const { say, db, until } = await openConversation()
  await say(tiedong, siping, report({ inspectors: '' }))
  await until('10:00')
  const [answer] = await say(tiedong, siping, report())
  expect(answer?.text).toContain('第1号已补全')
  expect(await db.selectFrom('reports').select('id').execute()).toHaveLength(1)
})

test('a correction replaces the report of the same enterprise and keeps its history', async () => {
  const { say, db, until } = await openConversation()
  await say(tiedong, siping, report())
  await until('10:00')
  const [answer] = await say(tiedong, siping, `更正：\n${report({ rectification: '均已整改' })}`)
  expect(answer?.text).toBe('第1号已更正：四平市铁东区—四平市宏达加油站，隐患2条，已整改2条。')
  const [kept] = await db.selectFrom('reportHistory').selectAll().execute()
  expect(JSON.parse(kept!.snapshot)).toMatchObject({ rectifiedCount: 1 })
})

test('the same report twice is one', async () => {
  const { say, db, until } = await openConversation()
  await say(tiedong, siping, report())
  await until('10:00')
  const [answer] = await say(tiexi, siping, report())
  expect(answer?.text).toContain('与第1号')
  expect(await db.selectFrom('reports').select('id').execute()).toHaveLength(1)
})

test('a report after the due time is late; after compiling it goes into the corrected edition', async () => {
  const { say, until } = await openConversation()
  await until('15:20')
  expect((await say(tiedong, siping, report()))[0]?.text).toContain('15:00后报送，记为迟报')
  await until('17:00')
  const [answer, notice] = await say(tiexi, siping, '零报告')
  expect(answer?.text).toContain('5月18日日报表已编制，第2号（四平市铁西区）列入更正版')
  expect(notice?.where).toBe(dutyRoom)
  expect(notice?.text).toBe(
    '5月18日日报表编制后有变动：第2号（四平市铁西区），可用“/日报 更正 2022-05-18”发更正版。',
  )
})

test('a report in the evening of one day does not become the next day’s', async () => {
  const { say, until, textIn } = await openConversation()
  await until('18:00')
  await say(tiexi, siping, '零报告')
  const next = await until('16:30', '2022-05-19')
  expect(textIn('厅领导群', next)).toContain('应报69家，实报0家')
})

test('who is not in the roster is not counted before a duty officer admits it', async () => {
  const { say, until, textIn } = await openConversation()
  const [answer, question] = await say('路人甲', siping, report())
  expect(answer?.text).toContain('已留存第1号')
  expect(question?.where).toBe(dutyRoom)
  expect(question?.choices.map(choice => choice.command)).toEqual(['/采信 1', '/采信 1 取消'])
  expect((await say('路人甲', siping, '/采信 1'))[0]?.text).toContain('由值班员、管理员使用')
  expect(textIn(dutyRoom, await say(duty, dutyRoom, '1'))).toBe('第1号（四平市铁东区）已采信计入。')
  expect(textIn('厅领导群', await until('16:30'))).toContain('应报69家，实报1家')
})

test('an officer of another city does not speak for this one', async () => {
  const { say } = await openConversation()
  const [answer] = await say('长春市南关区报送员', siping, report())
  expect(answer?.text).toContain('已留存第1号')
})

test('a message that its sender withdraws takes its report back', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report(), { id: 'm1' })
  const answers = await say(tiedong, siping, '', { id: 'm2', recall: 'm1' })
  expect(textIn(siping, [...answers, ...(await until('10:00'))])).toContain(
    '第1号（四平市铁东区）已随消息撤回',
  )
  expect(textIn('厅领导群', await until('16:30'))).toContain('实报0家')
})

test('a report in a direct message is sent to where it belongs', async () => {
  const { say } = await openConversation()
  const [answer] = await say(tiedong, null, report())
  expect(answer?.where).toBe(tiedong)
  expect(answer?.text).toContain('请发到“四平市日报报送群”')
})

test('the province’s own inspections are reported in the heads’ group', async () => {
  const { say, until, textIn } = await openConversation()
  const [answer] = await say('危化二处处长', '处长工作群', report({ unit: '危化二处', place: '线上' }))
  expect(answer?.text).toContain('已收第1号：省本级')
  expect(textIn('厅领导群', await until('16:30'))).toMatch(/一、省本级\n派出1个检查组、2人次，检查企业1家/)
})

test.each([
  ['empty', ''],
  ['20,000 characters', '检查隐患'.repeat(5000)],
  ['control characters', '\u0000\u0007\u001b[31m检查'],
  ['emoji only', '👍👍🏻👨‍👩‍👧'],
  ['right to left', '\u202e好早\u202c שלום'],
])('a message that is %s is no report and stops nothing', async (_, text) => {
  const { say } = await openConversation()
  expect(await say(tiedong, siping, text)).toEqual([])
  expect((await say(tiedong, siping, report()))[0]?.text).toContain('已收第1号')
})

test('a stranger’s zero report waits as well, and does not stand in the officer’s way', async () => {
  const { say, textIn } = await openConversation()
  expect(textIn(dutyRoom, await say('路人甲', siping, '铁东区今日无检查'))).toContain(
    '第1号：四平市铁东区，零报告',
  )
  const answers = await say(tiedong, siping, '零报告')
  expect(textIn(siping, [...answers, ...(await say(tiedong, siping, '/缺报'))])).toContain('已收第2号')
})

test('a report that begins with a mention of the bot is a report', async () => {
  const { say } = await openConversation()
  const [answer] = await say(tiedong, siping, '@安委日报机器人\u2005/缺报', { mention: true })
  expect(answer?.text).toContain('应报6家')
})

test('a report under a quote of another enterprise’s is a new one', async () => {
  const { say, db } = await openConversation()
  await say(tiedong, siping, report(), { id: 'm1' })
  await say(tiedong, siping, report({ enterprise: '顺达物流公司' }), { quote: 'm1' })
  expect(await db.selectFrom('reports').select('enterprise').orderBy('id').execute()).toEqual([
    { enterprise: '四平市宏达加油站' },
    { enterprise: '顺达物流公司' },
  ])
})

test('a correction of another day’s report goes into that day’s corrected edition', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report())
  await until('09:30', '2022-05-19')
  const sent = await say(tiedong, siping, `更正\n${report({ rectification: '均未整改' })}`)
  expect(textIn(siping, sent)).toContain('5月18日日报表已编制，第1号（四平市铁东区）列入更正版')
  expect(textIn(dutyRoom, sent)).toContain('/日报 更正 2022-05-18')
  expect(textIn('厅领导群', await say(duty, dutyRoom, '/日报 更正 2022-05-18 确认'))).toContain(
    '发现隐患2条，已整改0条',
  )
})

test('with several rounds a day each can be corrected', async () => {
  const { say, until, textIn } = await openConversation({ time: '08:00' })
  await say(duty, dutyRoom, '/频次 11:00 15:00 确认')
  await until('09:10', '2022-05-19')
  await say(tiedong, siping, report())
  await until('17:00', '2022-05-19')
  const sent = await say(tiedong, siping, `更正\n${report({ rectification: '均已整改' })}`)
  expect(textIn(siping, sent)).toContain('5月19日第1次日报表已编制')
  const [question] = await say(duty, dutyRoom, '/日报 更正 5月19日 第1次')
  expect(question?.text).toContain('拟发5月19日第1次日报表更正第1版：更正第1号')
  const corrected = await say(duty, dutyRoom, question!.choices[0]!.command)
  expect(textIn('厅领导群', corrected)).toContain('第1次/共2次 更正第1版')
})

test('a zero report does not stand beside an inspection of the same round', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report())
  await until('10:00')
  expect((await say(tiedong, siping, '更正：今日零报告'))[0]?.text).toContain('零报告未计入')
  expect(textIn('厅领导群', await until('16:30'))).not.toContain('零报告')
})

test('recalling a correction restores what it corrected', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report(), { id: 'm1' })
  await until('10:00')
  await say(tiedong, siping, `更正\n${report({ hazards: '无', rectification: '无' })}`, { id: 'm2' })
  await until('11:00')
  const [answer] = await say(tiedong, siping, '', { recall: 'm2' })
  expect(answer?.text).toContain('第1号恢复为：四平市铁东区—四平市宏达加油站，隐患2条，已整改1条')
  expect(textIn('厅领导群', await until('16:30'))).toContain('发现隐患2条，已整改1条')
})

test('recalling a correction and then the report takes the report back', async () => {
  const { say, db } = await openConversation()
  await say(tiedong, siping, report(), { id: 'm1' })
  await say(tiedong, siping, `更正\n${report({ hazards: '无', rectification: '无' })}`, { id: 'm2' })
  await say(tiedong, siping, '', { recall: 'm2' })
  await say(tiedong, siping, '', { recall: 'm1' })
  expect(await db.selectFrom('reports').selectAll().execute()).toMatchObject([
    { status: 'withdrawn', hazardCount: 2 },
  ])
})

test('recalling a report that was corrected since says that it still counts', async () => {
  const { say, until } = await openConversation()
  await say(tiedong, siping, report(), { id: 'm1' })
  await until('10:00')
  await say(tiedong, siping, `更正\n${report({ rectification: '均已整改' })}`)
  await until('11:00')
  expect((await say(tiedong, siping, '', { recall: 'm1' }))[0]?.text).toContain(
    '已由后来的消息更正，仍然计入',
  )
})

test('a command that refuses leaves nothing behind', async () => {
  const { say, until, textIn } = await openConversation()
  await say('路人甲', siping, report())
  expect((await say(duty, dutyRoom, '/采信 1 999'))[0]?.text).toBe('没有编号为999的报告。')
  expect(textIn('厅领导群', await until('16:30'))).toContain('实报0家')
})

test('a date that is years ago is asked for again', async () => {
  const { say } = await openConversation()
  expect((await say(tiedong, siping, report({ date: '2019年5月1日' })))[0]?.text).toContain('距今过久')
})
