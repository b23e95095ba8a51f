/** 核实: a unit's list goes back to be checked, is answered in one of three ways, or not in time. */
import { expect, test } from 'vitest'
import {
  duty,
  dutyRoom,
  openConversation,
  report,
  siping,
  temporaryDirectory,
  tiedong,
  tiexi,
} from '../../conversation.ts'

const heads = '处长工作群'
const head = '危化二处处长'
const otherHead = '工贸处处长'
const city = '四平市报送员'
const ask = '/核实 四平市铁东区 至16:00 请核对第2项整改期限'

/** The afternoon of a day on which 四平市铁东区 has reported two hazards. */
async function open() {
  const conversation = await openConversation()
  await conversation.say(tiedong, siping, report())
  await conversation.until('15:10')
  const texts = async (...said: Parameters<typeof conversation.say>) =>
    (await conversation.say(...said)).map(({ where, text }) => `${where}：${text}`).join('\n')
  return {
    ...conversation,
    texts,
    history: async () =>
      (await conversation.db.selectFrom('reportHistory').selectAll().orderBy('id').execute()).map(
        ({ reportId, version, by, reason }) => `${reportId} ${version} ${by} ${reason}`,
      ),
    states: async () =>
      (await conversation.db.selectFrom('verifications').selectAll().orderBy('id').execute()).map(
        ({ state, answer }) => [state, answer],
      ),
  }
}

test('the list goes to the unit’s group with the question and the deadline, its officers called; the head gets a receipt', async () => {
  const { say } = await open()
  const sent = await say(head, heads, ask)
  expect(sent).toMatchObject([
    {
      where: siping,
      text: `【核实】核实1：危化二处处长请四平市铁东区核实5月18日报送情况，于16:00前答复。
核实内容：请核对第2项整改期限
第1号：四平市铁东区—四平市宏达加油站，隐患2条，已整改1条
1-1 灭火器压力不足（已整改）
1-2 配电箱未接地（限5月25日前整改）
确认无误的，发送“/核实 确认 1”；有误的，直接更正、补报或撤销原报告；需要说明的，发送“/核实 说明 1 情况”。
请回复数字：1 确认无误；2 说明情况（5月18日16:00前有效）`,
      mentions: [tiedong],
      choices: [{ label: '确认无误' }, { label: '说明情况' }],
    },
    {
      where: heads,
      text: '核实1已发“四平市日报报送群”：四平市铁东区第1号，限16:00前答复。如需取消，请发送“/核实 取消 1”。',
    },
  ])
})

test('a deadline on a day off is moved, and the head is told so; the unit reads the new one', async () => {
  const { say, textIn } = await open()
  const sent = await say(head, heads, '/核实 铁东区 至5月21日10:00 请复查现场')
  expect(textIn(siping, sent)).toContain('于5月23日10:00前答复')
  expect(textIn(heads, sent)).toContain('5月21日10:00为非工作日，期限顺延至5月23日10:00。')
})

test('one tap confirms: the head hears it at once, and the report’s history keeps it', async () => {
  const { say, texts, history, states, until } = await open()
  await say(head, heads, ask)
  expect(await say(tiexi, siping, '1')).toEqual([])
  const sent = await texts(tiedong, siping, '1')
  expect(sent).toContain(`${siping}：核实1（四平市铁东区第1号）已答复：确认无误。已转危化二处处长。`)
  expect(sent).toContain(
    `${heads}：【核实答复】核实1：四平市铁东区第1号确认无误（四平市铁东区报送员，5月18日15:10）`,
  )
  expect(await history()).toEqual(['1 1 四平市铁东区报送员 核实1：确认无误'])
  expect(await states()).toEqual([['confirmed', null]])
  // At the deadline nobody is told anything.
  expect((await until('16:10')).filter(({ text }) => text?.includes('核实'))).toEqual([])
  expect(await texts(tiedong, siping, '/核实 说明 1 再说一次')).toContain(
    '核实1已答复（确认无误），无需再答复',
  )
})

test('the unit explains, in several lines; a tap on 说明情况 says how', async () => {
  const { say, texts, states } = await open()
  await say(head, null, ask)
  expect(await texts(tiedong, siping, '2')).toContain('例如：/核实 说明 1 第2项')
  expect(await states()).toEqual([['open', null]])
  const sent = await texts(tiedong, null, '/核实 说明 1 已与企业约定：\n1.先断电\n2.@所有人 25日前整改')
  // Asked directly, answered directly.
  expect(sent).toContain(
    `${head}：【核实答复】核实1：四平市铁东区第1号说明：已与企业约定：\n1.先断电\n2.25日前整改（四平市铁东区报送员`,
  )
  expect(await states()).toEqual([['explained', '已与企业约定：\n1.先断电\n2.25日前整改']])
})

test('a correction is an answer by itself: the first settles it, later ones are noted with it', async () => {
  const { say, texts, states, history } = await open()
  await say(head, heads, ask)
  const corrected = await texts(tiedong, siping, '/补 1 整改期限 5月20日')
  expect(corrected).toContain(`${siping}：核实1已答复：更正第1号。已转危化二处处长。`)
  expect(corrected).toContain(`${heads}：【核实答复】核实1：四平市铁东区第1号已更正（`)
  expect(await history()).toContain('1 2 四平市铁东区报送员 核实1：已更正')
  await say(tiedong, siping, '/撤销 1')
  const again = await say(tiedong, siping, '/撤销 1 确认')
  expect(again.map(({ text }) => text).join('\n')).not.toContain('核实1已答复')
  await say(tiedong, siping, report({ enterprise: '铁东石化公司' }))
  expect(await states()).toEqual([['corrected', '更正第1号；撤销第1号；补报第2号']])
})

test('another unit’s report and a change of one that is not in question are no answer; a recalled message is one', async () => {
  const { say, states, until } = await open()
  await until('15:20')
  await say(tiedong, siping, report({ enterprise: '铁东石化公司' }), { id: 'm2' })
  await say(head, heads, '/核实 第2号 是否属实')
  await say(tiexi, siping, report({ unit: '四平市铁西区应急管理局' }))
  await say(tiedong, siping, '/补 1 检查人员 王五')
  expect(await states()).toEqual([['open', null]])
  await say(tiedong, siping, '', { recall: 'm2' })
  expect(await states()).toEqual([['corrected', '撤销第2号']])
})

test('a unit that has reported nothing is told so and asked for it; what it then reports is the answer', async () => {
  const { say, texts, states } = await open()
  const [order, receipt] = await say(head, heads, '/核实 铁西区 今日是否检查')
  expect(order?.text).toContain('四平市铁西区本批次尚未报送，请报送检查情况')
  expect(order?.choices.map(({ label }) => label)).toEqual(['说明情况'])
  expect(receipt?.text).toContain('四平市铁西区（未报送），限16:10前')
  expect(await texts(tiexi, siping, '/核实确认1')).toContain('尚未报送，无从确认')
  expect(await texts(tiexi, siping, '/核实 确认1')).toContain('尚未报送，无从确认')
  expect(await texts(tiexi, siping, '四平市铁西区今日无检查，零报告')).toContain('已更正：补报第2号')
  expect(await states()).toEqual([['corrected', '补报第2号']])
})

test('totals and zero reports stand in the list; where only they stood, inspections are the correction', async () => {
  const { say, states } = await open()
  await say(tiexi, siping, '四平市铁西区零报告')
  const [order] = await say(head, heads, '/核实 铁西区 确无检查？')
  expect(order?.text).toContain('第2号：零报告')
  await say(tiexi, siping, '/撤销 2 确认')
  await say(tiexi, siping, report({ unit: '四平市铁西区应急管理局' }))
  expect(await states()).toEqual([['corrected', '撤销第2号；补报第3号']])
})

test('at the deadline the head is told who did not answer; a late answer is taken and marked', async () => {
  const { say, until, textIn, texts, states, history } = await open()
  await say(head, heads, ask)
  const due = await until('16:02')
  expect(textIn(heads, due)).toBe(
    '【核实逾期】核实1：四平市铁东区第1号未在5月18日16:00前答复，补答后即时转达。',
  )
  expect(due.find(({ where }) => where === heads)?.mentions).toEqual([head])
  expect(await states()).toEqual([['expired', null]])
  await until('16:10')
  const late = await texts(tiedong, siping, '/核实 确认 1')
  expect(late).toContain('已答复：确认无误，记为逾期')
  expect(late).toMatch(/确认无误（四平市铁东区报送员，\S+，逾期）/)
  expect((await history()).at(-1)).toContain('核实1：确认无误（逾期答复）')
})

test('a restart in between loses nothing, and an answer said in time is not late because the bot was down', async () => {
  const directory = temporaryDirectory()
  const before = await openConversation({ directory, time: '15:10' })
  await before.say(tiedong, siping, report())
  await before.say(head, heads, ask)
  await before.say(head, heads, '/核实 铁西区 至15:40 是否检查')
  await before.close()
  const { say, until, textIn } = await openConversation({ directory, time: '16:20' })
  const sent = await say(tiedong, siping, '/核实 确认 1', { at: '2022-05-18T07:55:00.000Z' })
  const told = textIn(heads, [...sent, ...(await until('16:31'))])
  expect(told).toContain('核实2：四平市铁西区（未报送）未在5月18日15:40前答复')
  expect(told).toContain('核实1：四平市铁东区第1号确认无误（四平市铁东区报送员，5月18日15:55）')
})

test('what is not clear, not possible or not theirs is refused, and nothing is sent to the unit', async () => {
  const { texts, say } = await open()
  const refused = async (text: string) => {
    const sent = await texts(head, heads, text)
    expect(sent).not.toContain(siping)
    return sent
  }
  expect(await refused('/核实 二道 是否属实')).toContain('是否为：长春市二道区、通化市二道江区？')
  expect(await refused('/核实 火星区 是否属实')).toContain('未能确定单位“火星区”')
  expect(await refused('/核实 铁东区 至15:00 是否属实')).toContain('答复期限5月18日15:00已过')
  expect(await refused('/核实 铁东区 至25:00 是否属实')).toContain('看不懂答复期限')
  expect(await refused('/核实 铁东区 至16:00')).toContain('请写明核实内容')
  expect(await refused('/核实 省应急厅 是否属实')).toContain('吉林省没有登记报送群')
  expect(await refused('/核实 第9号 是否属实')).toContain('没有编号为9的报告')
  expect(await refused(`/核实 铁东区 ${'长'.repeat(501)}`)).toContain('压缩到500字')
  expect(await texts(tiedong, siping, ask)).toContain('由处长、值班员、管理员使用')
  await say(head, heads, ask)
  expect(await texts(tiexi, siping, '/核实 确认 1')).toContain('请由四平市铁东区或其所属市（州）的报送员答复')
  expect(await texts(tiedong, '长春市日报报送群', '/核实 确认 1', { claimed: true })).not.toContain('已答复')
  expect(await texts(tiedong, siping, '/核实 确认 7')).toContain('没有编号为7的核实')
  expect(await texts(city, siping, '/核实 确认 1')).toContain('已答复：确认无误')
})

test('two at once are answered each by its number; the list shows what is open, and who asked may cancel', async () => {
  const { say, texts, states, until } = await open()
  await say(head, heads, ask)
  await say(otherHead, heads, '/核实 第1号 明天10:00前 灭火器是否已换')
  expect(await texts(head, heads, '/核实')).toBe(
    `${heads}：待答复的核实1件：\n核实1：四平市铁东区第1号，限16:00前。请核对第2项整改期限`,
  )
  expect(await texts(duty, dutyRoom, '/核实')).toContain(
    '核实2：四平市铁东区第1号，工贸处处长，限5月19日10:00前。灭火器是否已换',
  )
  expect(await texts(otherHead, heads, '/核实 取消 1')).toContain('由危化二处处长发起，请由本人取消')
  const cancelled = await texts(head, heads, '/核实 取消 1')
  expect(cancelled).toContain(`${siping}：核实1（四平市铁东区第1号）已由发起人取消，无需答复。`)
  expect(await texts(tiedong, siping, '/核实 确认 1')).toContain('核实1已取消')
  await say(tiedong, siping, '/核实 确认 2')
  expect(await states()).toEqual([
    ['cancelled', null],
    ['confirmed', null],
  ])
  expect((await until('16:10')).some(({ text }) => text?.includes('核实逾期'))).toBe(false)
  expect(await texts(head, heads, '/核实')).toContain('没有待答复的核实')
})

test('what was answered after the daily report went out goes into its corrected edition, alone if need be', async () => {
  const { say, until, texts, textIn } = await open()
  await say(head, heads, '/核实 铁东区 至16:00 期限是否过长')
  await say(head, heads, '/核实 铁东区 至17:10 现场是否复查')
  await say(head, heads, '/核实 铁东区 至17:20 是否立案')
  await until('17:00')
  expect(await texts(duty, dutyRoom, '/日报 更正')).toContain('无需更正')
  await say(tiedong, siping, '/核实 确认 1')
  await say(tiedong, siping, '/核实 说明 2 已于上午复查。')
  const later = await until('17:30')
  expect(textIn(dutyRoom, later)).toContain('核实3（四平市铁东区第1号）未按时答复')
  const [question] = await say(duty, dutyRoom, '/日报 更正')
  expect(question?.text).toContain(
    '更正第1版：核实：四平市铁东区第1号确认无误（逾期答复）；核实：四平市铁东区第1号说明：“已于上午复查”；核实：四平市铁东区第1号未按时答复。',
  )
  const issued = await say(duty, dutyRoom, '1')
  expect(textIn('厅领导群', issued)).toContain('更正内容：核实：四平市铁东区第1号确认无误（逾期答复）')
  expect(await texts(duty, dutyRoom, '/日报 更正')).toContain('无需更正')
})
