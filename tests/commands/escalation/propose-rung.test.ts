import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { siping, tiedong } from '../../conversation.ts'
import { head, heads, leaders, sentAt } from '../commentary/commented-day.ts'
import { about, openEscalated, openOverdue } from './escalated.ts'

const leader = '厅领导'

test('the deadline quotes the last answer in short and calls who decides next', async () => {
  const { say, until, sent } = await openEscalated()
  await say(tiedong, siping, `/反馈 督办1 ${'正在采购'.repeat(30)}`)
  await until('18:00', '2022-05-20')
  const [toHeads, toLeaders] = [about(1, heads, sent).at(-1)!, about(1, leaders, sent).at(-1)!]
  expect(toHeads.text).toContain(`四平市铁东区报送员反馈：${'正在采购'.repeat(15)}……`)
  expect([toHeads.mentions, toLeaders.mentions]).toEqual([[head], []])
})

test('where only leaders decide next they are called, in their group', async () => {
  const { say, until, sent, db } = await openEscalated()
  await say(head, heads, '/督办 升级 1 督办提示')
  await until('10:10')
  await say(head, heads, '/督办 升级 1 提示函')
  await say(head, heads, '/提示函 送签 1')
  await say(leader, leaders, '/签发 1')
  await until('10:20')
  expect((await chainById(db, 1))!.steps.at(-1)).toMatchObject({ rung: '提示函', state: 'issued' })
  expect((await say(head, heads, '/督办 1'))[0]!.text).toContain('提示函（吉安委办提示函〔2022〕1号）：')
  const chased = about(1, siping, await until('12:00', '2022-05-24'))
  expect(chased.map(({ text }) => text)).toEqual([
    '【催复】督办1（四平市铁东区 宏达加油站 隐患12-1）：吉安委办提示函〔2022〕1号限5月25日17:00前回函，尚未回函。请发送“/回函 2022-1 内容”，或引用本条消息直接答复。',
  ])
  await until('18:00', '2022-05-25')
  expect(about(1, heads, sent).at(-1)!.mentions).toEqual([])
  expect(about(1, leaders, sent).at(-1)!.mentions).toEqual([leader])
})

test('chains that are due at the same minute ask in one message a room, each with its own taps', async () => {
  const { say, until, sent } = await openOverdue(
    {},
    { position: 2, enterprise: '顺达加油站' },
    { position: 3, enterprise: '永兴加油站' },
  )
  for (const number of ['12-1', '12-2', '12-3']) await say(head, heads, `/督办 ${number}`)
  const before = sent.length
  await until('12:00', '2022-05-19')
  const chased = sent
    .slice(before)
    .filter(({ where, text }) => where === siping && text?.includes('【催复】'))
  // The first is sent at once, the others together.
  expect(chased.map(sentAt)).toEqual(['2022-05-19 09:30', '2022-05-19 09:31'])
  const due = (await until('18:00', '2022-05-20')).filter(({ text }) => text?.includes('【督办到期】'))
  expect(due.map(({ where }) => where).toSorted()).toEqual([leaders, heads].toSorted())
  const [toHeads] = due.filter(({ where }) => where === heads)
  expect(toHeads!.choices.map(({ label }) => label)).toEqual([
    '督办1升级为督办提示',
    '督办1不升级',
    '督办2升级为督办提示',
    '督办2不升级',
    '督办3升级为督办提示',
    '督办3不升级',
  ])
  const tap = (label: string) => String(toHeads!.choices.find(each => each.label === label)!.number)
  expect((await say(head, heads, tap('督办2升级为督办提示')))[0]!.text).toContain(
    '督办2（四平市铁东区 顺达加油站',
  )
  expect((await say(head, heads, tap('督办1不升级')))[0]!.text).toContain('督办1（四平市铁东区 宏达加油站')
})
