/** Corrections of whole reports: whose they are, what stays of them, and who hears of them. */
import { expect, test } from 'vitest'
import { duty, openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

const lishu = '四平市梨树县报送员'
const city = '四平市报送员'

const open = async () => {
  const conversation = await openConversation({ time: '09:00' })
  let minutes = 0
  return {
    ...conversation,
    /** What is said upon it within five minutes: answers may wait to be sent together. */
    async say(...said: Parameters<typeof conversation.say>) {
      const sent = await conversation.say(...said)
      minutes += 5
      const later = await conversation.until(
        `${9 + Math.floor(minutes / 60)}:${minutes % 60}`.replace(/\b(\d)\b/g, '0$1'),
      )
      return [...sent, ...later]
    },
    rows: () => conversation.db.selectFrom('reports').selectAll().orderBy('id').execute(),
  }
}

const undone = report({ rectification: '均未整改' })

test('another county’s officer overwrites no report: by name, by quote, or with the whole of an incomplete one', async () => {
  const { say, rows } = await open()
  await say(tiedong, siping, report(), { id: 'm1' })
  await say(tiedong, siping, report({ enterprise: '铁东石化公司', inspectors: '' }))
  const refused = '不是您或您单位报送的，未作改动'
  expect((await say(lishu, siping, `更正：\n${undone}`))[0]?.text).toContain(`第1号${refused}`)
  expect((await say(lishu, siping, `更正：\n${undone}`, { quote: 'm1' }))[0]?.text).toContain(refused)
  expect((await say(lishu, siping, undone, { quote: 'm1' }))[0]?.text).toContain(refused)
  expect((await say(lishu, siping, report({ enterprise: '铁东石化公司' })))[0]?.text).toContain(
    `第2号${refused}`,
  )
  expect(await rows()).toMatchObject([
    { version: 1, rectifiedCount: 1 },
    { version: 1, inspectors: '[]' },
  ])
})

test('the city’s officer may, and who reported is told', async () => {
  const { say, rows } = await open()
  await say(tiedong, siping, report())
  const sent = await say(city, siping, `更正：\n${undone}`)
  expect(sent.map(({ text }) => text).join('\n')).toContain('第1号已更正')
  const told = sent.find(({ text }) => text?.includes('您报送的第1号已由“四平市报送员”更正'))
  expect(told).toMatchObject({ where: siping, mentions: expect.arrayContaining([tiedong]) })
  expect(await rows()).toMatchObject([{ version: 2, rectifiedCount: 0, sender: tiedong }])
})

test('nobody is told of his own correction', async () => {
  const { say, textIn, sent } = await open()
  await say(tiedong, siping, report())
  await say(tiedong, siping, `更正：\n${undone}`)
  expect(textIn(siping, sent)).not.toContain('您报送的')
})

test('a report and then its correction recalled leave nothing', async () => {
  const { say, rows } = await open()
  await say(tiedong, siping, report(), { id: 'm1' })
  await say(tiedong, siping, `更正\n${undone}`, { id: 'm2' })
  await say(tiedong, siping, '', { recall: 'm1' })
  expect(await rows()).toMatchObject([{ status: 'counted' }])
  expect((await say(tiedong, siping, '', { recall: 'm2' }))[0]?.text).toContain('已随消息撤回')
  expect(await rows()).toMatchObject([{ status: 'withdrawn' }])
})

test('of three versions the newest that was not recalled stands again', async () => {
  const { say, rows } = await open()
  await say(tiedong, siping, report(), { id: 'm1' })
  await say(tiedong, siping, `更正\n${undone}`, { id: 'm2' })
  await say(tiedong, siping, `更正\n${report({ rectification: '均已整改' })}`, { id: 'm3' })
  // Who did not say it cannot recall it.
  await say(tiexi, siping, '', { recall: 'm1' })
  await say(tiedong, siping, '', { recall: 'm2' })
  await say(tiedong, siping, '', { recall: 'm3' })
  expect(await rows()).toMatchObject([{ status: 'counted', rectifiedCount: 1, messageId: 'm1' }])
})

test('a zero report after an inspection is refused, though a zero report came before it', async () => {
  const { say } = await open()
  await say(tiedong, siping, '零报告')
  await say(tiedong, siping, report())
  expect((await say(tiedong, siping, '更正：今日无检查'))[0]?.text).toBe(
    '四平市铁东区本批次已收第2号检查报告，零报告未计入。如确无检查，请先发送“/撤销 2”。',
  )
})

test('a zero report in another city’s group is sent to where it belongs', async () => {
  const { say } = await open()
  expect((await say(tiedong, '长春市日报报送群', '四平市铁东区零报告'))[0]?.text).toContain(
    '请发到“四平市日报报送群”',
  )
})

test('a report stays its unit’s; the city’s letterhead above a correction changes no unit', async () => {
  const { say, rows } = await open()
  await say(tiedong, siping, report(), { id: 'm1' })
  expect((await say(tiedong, siping, '更正：检查单位：铁西区应急局', { quote: 'm1' }))[0]?.text).toBe(
    '第1号是四平市铁东区的报告，不能改为“铁西区应急局”。如单位有误，请发送“/撤销 1”后重报。',
  )
  const text = '四平市应急局\n更正第1号：整改情况：均已整改'
  expect((await say(city, siping, text))[0]?.text).toContain('第1号已更正')
  expect(await rows()).toMatchObject([
    { unit: '四平市铁东区', inspectingUnit: '四平市铁东区应急管理局', rectifiedCount: 2 },
  ])
})

test('the same statuses in other words are the same report', async () => {
  const { say, rows } = await open()
  await say(tiedong, siping, report({ rectification: '均已整改' }))
  const [answer] = await say(tiedong, siping, report({ rectification: '全部整改完毕' }))
  expect(answer?.text).toContain('与第1号')
  expect((await say(tiedong, siping, undone))[0]?.text).toContain('该企业当日另有第1号')
  expect(await rows()).toHaveLength(2)
})

test('person-times that were stated stay beside other names, and are shown', async () => {
  const { say, rows } = await open()
  await say(tiedong, siping, report())
  await say(tiedong, siping, '/补 1 人次 8')
  expect((await say(tiedong, siping, '/补 1 检查人员 王七'))[0]?.text).toContain('已整改1条，8人次。')
  expect(await rows()).toMatchObject([{ personTimes: 8, inspectors: '["王七"]' }])
  expect((await say(tiedong, siping, '/补 1 检查人员 王七等3人'))[0]?.text).toContain('，3人次。')
})

test.each([
  ['第1项已整改，第2项限期5月25日前整改', '第1项已整改，第2项限期5月30日前整改'],
  ['第1项已整改，第2项限期5.25前整改', '第1项已整改，第2项限期5月30日前整改'],
  ['第1项已整改，第2项正在整改', '第1项已整改，第2项正在整改'],
  ['均限期5月25日前整改', '均限期5月30日前整改'],
])('another deadline leaves one truth: %s', async (rectification, expected) => {
  const { say, rows } = await open()
  await say(tiedong, siping, report({ rectification }))
  await say(tiedong, siping, '/补 1 整改期限 5月30日')
  expect(await rows()).toMatchObject([{ rectification: expected }])
})

test.each(['上一条作废', '撤回上一条', '刚才那条发错了，作废', '请把上一条撤回'])(
  '%s is told the command, to officers in their group',
  async text => {
    const { say, textIn } = await open()
    await say(tiedong, siping, report())
    const sent = await say(tiedong, siping, text)
    expect(textIn(siping, sent)).toContain('如需撤销，请发送“/撤销”。')
    expect(await say('路人甲', siping, text)).toEqual([])
    expect(await say(duty, '省安委办工作群', text)).toEqual([])
  },
)
