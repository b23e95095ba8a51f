import { expect, test } from 'vitest'
import { moment } from '../../../../reports/time.ts'
import { transact } from '../../../../storage/database.ts'
import { addTakeover } from '../../../../storage/takeovers.ts'
import { dutyRoom, openConversation, siping, tiedong } from '../../../conversation.ts'
import { enterHazards } from '../enter-hazards.ts'

const heads = '处长工作群'
const head = '危化一处处长'
const otherHead = '危化二处处长'

test('the division in charge reads figures and decides by one tap', async () => {
  const conversation = await openConversation({ time: '08:30' })
  const { db, until, say } = conversation
  await enterHazards(
    db,
    { report: 12, position: 1, major: true, deadline: '2022-05-12', text: '储罐区可燃气体报警器失效' },
    { report: 12, position: 2, deadline: '2022-05-15' },
    {
      report: 13,
      unit: '长春市南关区',
      enterprise: '永兴化工',
      foundOn: '2022-05-17',
      deadline: '2022-05-30',
      recurrenceOf: { report: 9, position: 1 },
      afterClosure: true,
    },
    { report: 9, unit: '长春市南关区', enterprise: '永兴化工', state: 'closed' },
    { report: 14, enterprise: '东方化工', state: 'reported', deadline: '2022-05-17' },
    { report: 15, enterprise: '正阳化工', state: 'reinspected' },
    { report: 16, enterprise: '安达化工', deadline: '2022-05-25' },
  )
  await transact(db, tx =>
    addTakeover(tx, {
      kind: 'enterprise',
      unit: '四平市铁东区',
      enterprise: '东方化工',
      hazard: null,
      reason: '重点企业',
      by: '厅领导',
      at: moment('2022-05-17', '10:00').toISOString(),
      noticeAt: null,
    }),
  )
  const sent = (await until('09:05')).filter(({ where }) => where === heads)
  // Both are in charge of the industry; all others have nothing to decide.
  expect(sent.map(({ mentions }) => mentions)).toEqual([[head, otherHead]])
  expect(sent[0]!.text).toMatchInlineSnapshot(`
    "【隐患晨报】危化一处、危化二处：整改中4条、逾期2条、待复查1条、待销号1条；重大1条、新增屡改屡犯1条。
    待决定：
    12-1 四平市铁东区 宏达加油站：储罐区可燃气体报警器失效（逾期6天，重大隐患发现8天未整改，同企业另有12-2）
    13-1 长春市南关区 永兴化工：灭火器压力不足（第2次发现）
    14-1 四平市铁东区 东方化工：灭火器压力不足（已报整改待复查，省级提级）
    请回复数字：1 催办全部逾期；2 督办12-1；3 督办13-1；4 复查合格14-1；5 复查不合格14-1（5月18日20:00前有效）"
  `)
  expect(sent[0]!.choices.map(({ label, command }) => `${label} ${command}`)).toMatchInlineSnapshot(`
    [
      "催办全部逾期 /催办 逾期 危险化学品",
      "督办12-1 /督办 12-1 12-2",
      "督办13-1 /督办 13-1",
      "复查合格14-1 /复查 14-1 合格",
      "复查不合格14-1 /复查 14-1 不合格",
    ]
  `)
  await until('19:00')
  const answered = await say(head, heads, '1')
  expect(conversation.textIn(siping, answered)).toContain('【隐患催办】危化一处催办以下2条隐患')
  // One decision leaves the others open.
  expect(conversation.textIn(heads, await say(head, heads, '2'))).not.toContain('已失效')
})

test('what two divisions are in charge of is told once to both, what one of them has alone is told to it', async () => {
  const conversation = await openConversation({ time: '08:30' })
  const { say, textIn } = conversation
  await enterHazards(
    conversation.db,
    { report: 12 },
    { report: 13, industry: '烟花爆竹', enterprise: '吉庆花炮批发部', text: '库房超量储存' },
    { report: 14, industry: '工贸', enterprise: '正大面业', text: '粉尘清扫不及时' },
  )
  const sent = (await conversation.until('09:05')).filter(({ where }) => where === heads)
  expect(sent.map(({ text, mentions }) => [text?.split('。')[0], mentions])).toEqual([
    ['【隐患晨报】危化一处、危化二处：整改中1条、逾期1条', [head, otherHead]],
    ['【隐患晨报】危化二处：整改中1条、逾期1条', [otherHead]],
    ['【隐患晨报】工贸处：整改中1条、逾期1条', ['工贸处处长']],
  ])
  expect(sent.filter(({ text }) => text?.includes('12-1'))).toHaveLength(1)
  // Whoever of both answers, only what the message tells of is chased.
  const [chase] = sent.map(({ choices }) => String(choices[0]!.number))
  expect(textIn(heads, await say(otherHead, heads, chase!))).toBe('已催办1条：12-1。')
})

test('what a head has escalated is not proposed the next morning', async () => {
  const conversation = await openConversation({ time: '08:30' })
  await enterHazards(conversation.db, { position: 1 }, { position: 2 })
  const digests = (sent: Awaited<ReturnType<typeof conversation.until>>) =>
    sent.filter(({ where, text }) => where === heads && text?.startsWith('【隐患晨报】'))
  const [first] = digests(await conversation.until('09:05'))
  const escalation = first!.choices.find(({ label }) => label === '督办12-1')!
  await conversation.say(head, heads, String(escalation.number))
  const [second] = digests(await conversation.until('09:05', '2022-05-19'))
  expect(second!.text).toContain('逾期2条')
  // They are chased by the escalation.
  expect(second!.choices).toEqual([])
  expect(second!.mentions).toEqual([])
  expect(conversation.textIn(siping)).toContain('12-1 宏达加油站：灭火器压力不足（逾期3天，督办1）')
  expect(conversation.textIn(heads, await conversation.say(head, heads, '/催办 逾期'))).toContain(
    '2条隐患均在督办中，由督办催复',
  )
})

test('a request for more time is decided before any escalation', async () => {
  const conversation = await openConversation({ time: '08:00' })
  await enterHazards(conversation.db, {})
  await conversation.say(tiedong, siping, '/延期 12-1 5月25日 配件到货需一周')
  const sent = (await conversation.until('09:05')).filter(({ where }) => where === heads)
  expect(sent[0]!.text).toContain('（逾期2天，申请延期至5月25日）')
  expect(sent[0]!.choices.map(({ label }) => label)).toEqual([
    '催办全部逾期',
    '同意延期12-1',
    '不同意延期12-1',
  ])
  const grant = sent[0]!.choices[1]!.number
  const answered = await conversation.say(head, heads, String(grant))
  expect(conversation.textIn(siping, answered)).toContain('同意延期至5月25日')
})

test('of what industry a hazard is the duty group is asked, once it is overdue; no head is called', async () => {
  const conversation = await openConversation({ time: '08:30' })
  await enterHazards(conversation.db, { industry: null, deadline: '2022-05-18' })
  const asked = (sent: Awaited<ReturnType<typeof conversation.until>>) =>
    sent.filter(({ where, text }) => where === dutyRoom && text?.startsWith('【行业未注明】'))
  expect(asked(await conversation.until('09:05'))).toEqual([])
  const sent = await conversation.until('09:05', '2022-05-19')
  expect(asked(sent).map(({ text }) => text)).toEqual([
    '【行业未注明】重大或逾期隐患1条未注明行业，无法分送处室：\n12-1 四平市铁东区 宏达加油站：灭火器压力不足（逾期1天）\n请补行业，例如：/补 12 行业 危险化学品',
  ])
  expect(conversation.textIn(heads, sent)).not.toContain('12-1')
  expect(asked(await conversation.until('09:05', '2022-05-20'))).toEqual([])
})

test('what was listed and not decided is only counted, until there is more of it or five working days have gone by', async () => {
  const conversation = await openConversation({ date: '2022-05-17', time: '08:30' })
  const { until, db } = conversation
  await enterHazards(db, { position: 1 }, { position: 2, deadline: '2022-05-19' })
  const told: string[] = []
  for (const day of ['17', '18', '19', '20', '23', '24', '25', '26', '27']) {
    const sent = await until('09:05', `2022-05-${day}`)
    const digest = sent.find(({ where, text }) => where === heads && text?.startsWith('【隐患晨报】'))!
    const lines = digest.text!.split('\n').slice(1).join('；')
    told.push(`${day} ${digest.mentions.length} ${lines.replaceAll(/（.*?）|请回复.*/g, '')}`)
  }
  const line = '待决定：；12-1 四平市铁东区 宏达加油站：灭火器压力不足；'
  const before = '此前已列、尚未决定1项，发送“/台账”查看。；'
  expect(told).toEqual([
    `17 2 ${line}`,
    `18 0 ${before}`,
    `19 0 ${before}`,
    // The other one is overdue as well now.
    `20 2 ${line}`,
    `23 0 ${before}`,
    `24 0 ${before}`,
    `25 0 ${before}`,
    `26 0 ${before}`,
    `27 2 ${line}`,
  ])
})
