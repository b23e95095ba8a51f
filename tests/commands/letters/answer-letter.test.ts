import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { transact } from '../../../storage/database.ts'
import { letterById } from '../../../storage/letters.ts'
import { readRoster, replaceRoster } from '../../../storage/roster.ts'
import { siping, tiedong, tiexi } from '../../conversation.ts'
import { heads, leader, leaders, openOverdueDistrict } from './overdue-district.ts'

/** A letter has just gone out to 四平市铁东区. */
async function openWithLetter() {
  const conversation = await openOverdueDistrict()
  await conversation.submit()
  await conversation.say(leader, leaders, '/签发 1')
  await conversation.wait(125)
  return conversation
}

const pdf = (name = '整改报告.pdf') => ({
  file: { name, size: 4, read: async () => new Uint8Array([37, 80, 68, 70]) },
})

test('received once, by whom of the unit or its city', async () => {
  const { say } = await openWithLetter()
  expect((await say(tiexi, siping, '/收函 1'))[0]!.text).toContain('没有发给本单位的这一件提示函')
  expect((await say(tiedong, siping, '/收函 2022-1'))[0]!.text).toContain('〔2022〕1号已签收')
  expect((await say('四平市报送员', siping, '/收函 〔2022〕1号'))[0]!.text).toContain(
    `已由${tiedong}于5月18日09:02签收，无需重复签收`,
  )
  expect((await say(leader, leaders, '/提示函'))[0]!.text).toContain('限5月25日，已收')
})

test('answered in words: who sent it hears it, the chain has it, and twice the same is nothing new', async () => {
  const { say, db, wait } = await openWithLetter()
  const told = await say(tiedong, siping, '/回函 1号 配电箱已接地，复查合格')
  expect(told[0]!.text).toContain('〔2022〕1号的回函已收到')
  const heard = [...told, ...(await wait(70))]
  for (const room of [heads, leaders])
    expect(
      heard.filter(({ where, text }) => where === room && text?.includes('配电箱已接地，复查合格')).length,
    ).toBe(1)
  expect(await letterById(db, 1)).toMatchObject({ answeredBy: tiedong, answer: '配电箱已接地，复查合格' })
  const answers = async () => (await chainById(db, 1))!.steps[0]!.answers.length
  expect(await answers()).toBe(1)
  expect((await say(tiedong, siping, '/回函 1 配电箱已接地，复查合格'))[0]!.text).toContain('无需重复发送')
  expect(await answers()).toBe(1)
  await say('四平市报送员', siping, '/回函 1 市局已现场核查')
  expect(await answers()).toBe(2)
  expect((await letterById(db, 1))!.answer).toContain('市局已现场核查')
})

test('answered by files that were announced, and not by one after the ten minutes', async () => {
  const { say, db, wait } = await openWithLetter()
  expect((await say(tiedong, siping, '/回函 1'))[0]!.text).toContain('请在10分钟内发送')
  await wait(300)
  const told = await say(tiedong, siping, '', pdf())
  expect(
    told
      .filter(({ file }) => file?.name === '整改报告.pdf')
      .map(({ where }) => where)
      .sort(),
  ).toEqual([heads, leaders].sort())
  expect((await letterById(db, 1))!.answer).toBe('附件：整改报告.pdf')
  const second = await say(tiedong, siping, '', pdf('现场照片.pdf'))
  expect((await letterById(db, 1))!.answer).toContain('附件：现场照片.pdf')
  const heard = [...second, ...(await wait(70))].find(({ where }) => where === siping)!
  expect(heard.text).toContain('回函“现场照片.pdf”已收到')
  await wait(600)
  await say(tiedong, siping, '', pdf('其他.pdf'))
  expect((await letterById(db, 1))!.answer).not.toContain('其他.pdf')
})

test('a file that comes too late, or from another, does not count', async () => {
  const { say, db, wait } = await openWithLetter()
  await say(tiedong, siping, '/回函 1')
  await say('四平市报送员', siping, '', pdf())
  await wait(700)
  await say(tiedong, siping, '', pdf())
  expect((await letterById(db, 1))!.answeredAt).toBeNull()
})

test('after its time the answer is marked late', async () => {
  const { say, until } = await openWithLetter()
  await until('17:30', '2022-05-25')
  expect((await say(leader, leaders, '/提示函'))[0]!.text).toContain('限5月25日，逾期')
  expect((await say(tiedong, siping, '/回函 1 已整改'))[0]!.text).toContain('记为逾期')
  expect((await say(leader, leaders, '/提示函'))[0]!.text).toContain('已回（逾期）')
}, 60_000)

test('who forgets the number is told which letter waits', async () => {
  const { say } = await openWithLetter()
  expect((await say(tiedong, siping, '/回函 3家企业已整改'))[0]!.text).toContain('/回函 2022-1 内容')
  expect((await say(tiedong, siping, '/收函'))[0]!.text).toContain('〔2022〕1号已签收')
  expect((await say(tiexi, siping, '/提示函'))[0]!.text).toBe('2022年尚无提示函。')
})

test('an answer that was sent back is waited for again; once its chain has ended nothing is', async () => {
  const { say, until } = await openWithLetter()
  await say(tiedong, siping, '/回函 1 正在整改')
  await say(leader, leaders, '/督办 退回 1 未写明完成时间')
  expect((await say(leader, leaders, '/提示函'))[0]!.text).toContain('限5月25日，已退回待回')
  expect((await say(leader, leaders, '/提示函 1号'))[0]!.text).toContain('原回函（已退回）：正在整改')
  await until('17:30', '2022-05-25')
  const told = await say(tiedong, siping, '/回函 1 已于5月25日更换')
  expect(told[0]!.text).toContain('记为逾期')
  const heard = told.find(({ where }) => where === heads)!.text!
  expect(heard).toContain(
    '【补充回函】吉安委办提示函〔2022〕1号（四平市铁东区，四平市铁东区报送员）（逾期）：已于5月25日更换',
  )
  expect(heard.match(/（逾期）/g)).toHaveLength(1)
  await say(leader, leaders, '/督办 退回 1')
  await say(leader, leaders, '/办结 1 企业已关闭')
  expect((await say(leader, leaders, '/提示函'))[0]!.text).toContain('限5月25日，办结\n')
}, 60_000)

test('without a year the letter of a former one is meant where it still waits', async () => {
  const { say, until } = await openOverdueDistrict({ date: '2022-12-29' })
  await say(leader, leaders, '/提示函 四平市铁东区 多次迟报')
  await say(leader, leaders, '/提示函 送签 1')
  await say(leader, leaders, '/签发 1')
  await until('10:00', '2023-01-03')
  expect((await say(tiedong, siping, '/收函 1'))[0]!.text).toContain('〔2022〕1号已签收')
  const register = (await say(leader, leaders, '/提示函'))[0]!.text
  expect(register).toContain('【提示函登记】2023年\n吉安委办提示函〔2022〕1号')
  expect(register).toContain('往年未回1件')
}, 60_000)

test('after a merger the officers of the former city, and of the group that it went to, answer', async () => {
  const { say, db } = await openWithLetter()
  const roster = await readRoster(db)
  await transact(db, tx =>
    replaceRoster(tx, {
      ...roster,
      units: roster.units.filter(({ name }) => name !== '四平市铁东区'),
      people: roster.people.filter(({ unit }) => unit !== '四平市铁东区'),
    }),
  )
  expect((await say('四平市报送员', siping, '/收函 1'))[0]!.text).toContain('〔2022〕1号已签收')
  expect((await say(tiexi, siping, '/回函 1 已整改'))[0]!.text).toContain('的回函已收到')
  expect((await say(tiexi, null, '/回函 1 已再次整改'))[0]!.text).toContain('没有发给本单位')
})

test('the head of the government whom the roster knows gets the letter himself, and answers it', async () => {
  const conversation = await openOverdueDistrict()
  const { say, submit, wait, db } = conversation
  await submit('四平市铁西区 多次迟报')
  expect(conversation.textIn(leaders)).toContain(
    '名册中没有四平市铁西区政府主要负责人，仅发报送群，请另行送达。',
  )
  const roster = await readRoster(db)
  const mayor = { name: '铁东区区长', role: 'committeeMember', unit: '四平市铁东区', division: null } as const
  await transact(db, tx => replaceRoster(tx, { ...roster, people: [...roster.people, mayor] }))
  const shown = await submit('四平市铁东区', 2)
  expect(shown.at(-1)!.text).toContain('发至：四平市日报报送群、铁东区区长')
  await say(leader, leaders, '/签发 2')
  const got = (await wait(125)).filter(({ where }) => where === mayor.name)
  expect(got.map(({ file }) => file?.name.split('.').at(-1))).toEqual([undefined, 'docx'])
  expect((await say(mayor.name, null, '/收函 1'))[0]!.text).toContain('〔2022〕1号已签收')
  expect((await say(mayor.name, null, '/回函 1 已部署整改'))[0]!.text).toContain('的回函已收到')
})
