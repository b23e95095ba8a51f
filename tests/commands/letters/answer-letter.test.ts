import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { letterById } from '../../../storage/letters.ts'
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

test('answered by a file that was announced; a later one is nothing to the letter', async () => {
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
  await say(tiedong, siping, '', pdf('其他.pdf'))
  expect((await letterById(db, 1))!.answer).toBe('附件：整改报告.pdf')
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
