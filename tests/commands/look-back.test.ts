import { describe, expect, test } from 'vitest'
import { openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

const heads = '处长工作群'
const [first, second] = ['2022-05-18', '2022-05-19']
const changchun = ['长春市报送员', '长春市日报报送群'] as const

/** Looks back that went to the heads' group, by the divisions in their title. */
const lookBacks = (messages: { where: string; text?: string }[]) =>
  messages.flatMap(({ where, text }) => (where === heads && text?.startsWith('回头看') ? [text] : []))

/** Reports of so many enterprises, one message each. */
const visits = (count: number, hazards: string) =>
  Array.from({ length: count }, (_, i) =>
    report({
      unit: '长春市应急管理局',
      enterprise: `长春市第${'一二三四五六七八九'[i]}加油站`,
      place: '长春市人民大街',
      hazards,
      rectification: hazards === '未发现问题隐患' ? '无' : '均已整改',
    }),
  )

test('on the next working day each division sees what has changed since', async () => {
  const { say, until } = await openConversation()
  await say(
    tiedong,
    siping,
    report({ hazards: '1.灭火器压力不足；2.配电箱未接地', rectification: '限期5月18日前整改' }),
  )
  await say(
    tiexi,
    siping,
    report({
      unit: '铁西区应急局',
      enterprise: '铁西石化加油站',
      hazards: '卸油口未上锁',
      rectification: '限期5月30日前整改',
    }),
  )
  expect(lookBacks(await until('17:00'))).toEqual([])

  await say(tiedong, siping, '/补 1 整改情况 第1项已整改，第2项限期5月18日前整改')
  await until('10:00', second)
  await say(
    tiexi,
    siping,
    report({
      unit: '铁西区应急局',
      enterprise: '铁西石化加油站',
      hazards: '1.卸油口，未上锁；2.重大隐患：储罐无液位报警',
      rectification: '未整改',
    }),
  )
  for (const text of visits(5, '未发现问题隐患')) await say(...changchun, text)
  expect(lookBacks(await until('17:00', second))).toEqual(
    [
      [
        '回头看（危化一处） 较5月18日',
        '【新增隐患】1条，涉及企业1家，未整改1条',
        '【此前隐患】未整改3条，现已整改1条：1-1已销号',
        '【逾期未整改】1条：1-2 四平市铁东区｜四平市宏达加油站｜配电箱未接地，限5月18日前',
        '【上批次有检查、本批次未检查】1家：四平市铁东区（缺报）',
        '【重大隐患】1条：3-2 四平市铁西区｜铁西石化加油站｜储罐无液位报警',
        '【重复隐患】1条：3-1 四平市铁西区｜铁西石化加油站｜卸油口，未上锁（曾见2-1）',
        '【检查多家、零隐患】1家：长春市5家（第4、5、6号等5份）',
      ].join('\n'),
    ].flatMap(text => [text, text.replace('危化一处', '危化二处')]),
  )
})

test('/日报 shows a head the look-back too, and says so where nothing has changed', async () => {
  const { say, until } = await openConversation()
  await say(tiedong, siping, report({ rectification: '均已整改' }))
  await until('17:00')
  const shown = async (from: string) => (await say(from, null, '/日报')).map(({ text }) => text ?? '')
  expect((await shown('工贸处处长')).at(-1)).toBe('回头看（工贸处）：无需关注的变化。')
  await until('17:00', second)
  expect((await shown('危化二处处长')).at(-1)).toBe(
    '回头看（危化二处） 较5月18日\n【上批次有检查、本批次未检查】1家：四平市铁东区（缺报）',
  )
  expect((await shown('工贸处处长')).at(-1)).toBe('回头看（工贸处）：较5月18日无需关注的变化。')
})

test('the list of a division numbers open hazards so that they can be referred to', async () => {
  const { say, until } = await openConversation({ date: first })
  await say(tiedong, siping, report())
  const slice = (await until('17:00')).find(({ where }) => where === heads)?.text
  expect(slice).toContain('编号1 四平市铁东区｜四平市宏达加油站｜隐患2条，已整改1条')
  expect(slice).toContain('\n1-2 四平市铁东区｜四平市宏达加油站｜配电箱未接地｜限5月25日前')
})

test('what was open in any round before is told as rectified, once', async () => {
  const { say, until } = await openConversation()
  const third = '2022-05-20'
  const rectified = (messages: Parameters<typeof lookBacks>[0]) =>
    lookBacks(messages)[0]?.match(/【此前隐患】.*/)?.[0]
  const said = (hazards: string, rectification: string) => report({ hazards, rectification })
  await say(tiedong, siping, said('1.灭火器压力不足；2.配电箱未接地；3.通道堵塞', '未整改'))
  await until('17:00')
  await until('10:00', second)
  await say(tiedong, siping, said('通道堵塞', '已整改'))
  // A later report offers to close the hazard, and closes nothing by itself.
  await say(tiedong, siping, '/销号 1-3 据2')
  expect(rectified(await until('17:00', second))).toBe('【此前隐患】未整改3条，现已整改1条：1-3已销号')
  await until('10:00', third)
  await say(tiedong, siping, '/补 1 整改情况 第1项已整改，第2项限期5月30日前整改，第3项已整改')
  await say(tiedong, siping, said('配电箱未接地', '已整改'))
  await say(tiedong, siping, '/整改 1-2 已接地')
  expect(rectified(await until('17:00', third))).toBe(
    '【此前隐患】未整改2条，现已整改2条：1-1、1-2已报整改待复查',
  )
  expect(rectified(await until('17:00', '2022-05-23'))).toBeUndefined()
})

describe('the ledger is what counts', () => {
  const officer = '四平市铁东区报送员'
  const head = '危化一处处长'
  const overdue = '【逾期未整改】1条：1-1 四平市铁东区｜四平市宏达加油站｜灭火器压力不足，限5月18日前'

  /** A conversation on the morning after the deadline of 1-1. */
  async function onTheNextDay() {
    const conversation = await openConversation()
    await conversation.say(
      tiedong,
      siping,
      report({ hazards: '灭火器压力不足', rectification: '限期5月18日前整改' }),
    )
    await conversation.until('10:00', second)
    return {
      ...conversation,
      evening: async (date = second) => lookBacks(await conversation.until('17:00', date))[0] ?? '',
    }
  }

  test('what nobody has reported rectified is overdue', async () => {
    const { evening } = await onTheNextDay()
    expect(await evening()).toContain(overdue)
  })

  test('what was reported rectified in time for the daily report is rectified, and not overdue', async () => {
    const { say, evening } = await onTheNextDay()
    await say(officer, siping, '/整改 1-1 已更换')
    const text = await evening()
    expect(text).toContain('【此前隐患】未整改1条，现已整改1条：1-1已报整改待复查')
    expect(text).not.toContain('逾期')
  })

  test('what was re-inspected and closed likewise; put back, it is overdue again', async () => {
    const { say, until, evening } = await onTheNextDay()
    await say(officer, siping, '/整改 1-1 已更换')
    await say(head, heads, '/复查 1-1 合格')
    await say(head, heads, '/销号 1-1')
    const text = await evening()
    expect(text).toContain('【此前隐患】未整改1条，现已整改1条：1-1已销号')
    expect(text).not.toContain('逾期')
    await until('10:00', '2022-05-20')
    await say(head, heads, '/复查 1-1 不合格 仍欠压')
    expect(await evening('2022-05-20')).toContain(overdue)
  })

  test('a deadline that was put off has not passed', async () => {
    const { say, evening } = await onTheNextDay()
    await say(officer, siping, '/延期 1-1 5月25日 配件到货需一周')
    await say(head, heads, '/延期 1-1 5月25日 同意')
    expect(await evening()).not.toContain('逾期')
  })

  test('what was struck off is not told of', async () => {
    const { say, evening } = await onTheNextDay()
    await say(tiedong, siping, '/撤销 1')
    await say(tiedong, siping, '1')
    expect(await evening()).not.toMatch(/1-1|逾期|此前隐患/)
  })

  test('what came after a daily report does not change what was seen with it', async () => {
    const { say, evening } = await onTheNextDay()
    await evening()
    await say(officer, siping, '/整改 1-1 已更换')
    const shown = async (date: string) => (await say(head, null, `/日报 ${date}`)).at(-1)?.text
    expect(await shown('5月19日')).toContain(overdue)
    await evening('2022-05-20')
    expect(await shown('5月19日')).toContain(overdue)
    expect(await shown('5月20日')).toContain('【此前隐患】未整改1条，现已整改1条：1-1已报整改待复查')
  })
})
