import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { lettersOfYear } from '../../../storage/letters.ts'
import { openConversation, siping, temporaryDirectory, tiedong } from '../../conversation.ts'
import { head, heads, leader, leaders, openOverdueDistrict } from './overdue-district.ts'

test('signed, it goes out after two minutes with its number, and begins a chain of its own', async () => {
  const { say, submit, wait, db } = await openOverdueDistrict()
  await submit()
  const [held] = await say(leader, leaders, '/签发 1')
  expect(held!.text).toContain('稿1已签发，将于09:02编号发出')
  expect(held!.choices.map(({ label }) => label)).toEqual(['撤销'])
  const [twice] = await say(leader, leaders, '/签发 1')
  expect(twice!.text).toContain('稿1已由厅领导于5月18日09:00签发')
  const sent = await wait(125)
  const [notice, file] = sent.filter(({ where }) => where === siping)
  expect(notice!.text).toContain('【提示函】吉安委办提示函〔2022〕1号\n四平市铁东区人民政府区长：')
  expect(notice!.text).toContain('5月25日17:00前回函')
  expect(notice!.mentions).toContain(tiedong)
  expect(file!.file!.name).toBe('关于四平市铁东区隐患逾期未整改的提示函.docx')
  for (const room of [leaders, heads])
    expect(sent.filter(({ where }) => where === room).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^【已发函】吉安委办提示函〔2022〕1号：/),
    ])
  const [letter] = await lettersOfYear(db, 2022)
  expect(letter).toMatchObject({
    number: 1,
    date: '2022-05-18',
    signer: leader,
    dueOn: '2022-05-25',
    chain: 1,
  })
  const chain = (await chainById(db, 1))!
  expect(chain).toMatchObject({ unit: '四平市铁东区', hazards: [{ report: 1, position: 2 }] })
  expect(chain.grounds).toContain('overdue')
  expect(chain.steps).toMatchObject([{ rung: '提示函', state: 'issued', by: leader }])
  expect(chain.next).toEqual({ wake: 'chase', at: '2022-05-24T01:30:00.000Z' })
  expect((await say(leader, leaders, '/签发 1'))[0]!.text).toContain('09:02发出，不能再改')
})

test('a chain that is open already goes up by the letter', async () => {
  const { say, submit, wait, db } = await openOverdueDistrict()
  await say(head, heads, '/督办 1-2')
  await wait(125)
  await submit()
  await say(leader, leaders, '/签发 1')
  await wait(125)
  expect((await chainById(db, 1))!.steps.map(({ rung, state }) => `${rung} ${state}`)).toEqual([
    '点名点评 issued',
    '提示函 issued',
  ])
  expect(await chainById(db, 2)).toBeNull()
  expect((await say(head, heads, '/提示函 四平市铁东区 1-2'))[0]!.text).toContain('督办1已发提示函')
})

test('a chain with something on its way keeps the letter from being signed', async () => {
  const { say, submit } = await openOverdueDistrict()
  await submit()
  await say(head, heads, '/督办 1-2')
  expect((await say(leader, leaders, '/签发 1'))[0]!.text).toContain('稿1未签发：督办1的点名点评即将发出')
})

test('withdrawn within the two minutes nothing has reached anybody', async () => {
  const { say, submit, wait, db } = await openOverdueDistrict()
  await submit()
  await say(leader, leaders, '/签发 1')
  expect((await say(leader, leaders, '/提示函 撤销 1'))[0]!.text).toContain('未发出，未占用文号')
  expect(await wait(300)).toEqual([])
  expect(await lettersOfYear(db, 2022)).toEqual([])
  expect(await chainById(db, 1)).toBeNull()
})

test('what was closed meanwhile is not written about: the letter is before the leaders again', async () => {
  const { say, submit, wait, db } = await openOverdueDistrict()
  await submit()
  await say(leader, leaders, '/签发 1')
  await say(tiedong, siping, '/整改 1-2 配电箱已接地')
  await say('四平市报送员', siping, '/复查 1-2 合格')
  await say('四平市报送员', siping, '/销号 1-2')
  const told = (await wait(125)).filter(({ text }) => text?.includes('【未发出】'))
  expect(told.map(({ where }) => where)).toEqual([leaders])
  expect(told[0]!.text).toContain('稿1所列情况已有变化：1-2已销号；请重新起草：/提示函 重拟 1')
  expect(await lettersOfYear(db, 2022)).toEqual([])
  expect((await say(leader, leaders, '/提示函 签发 1'))[0]!.text).toContain(
    '未签发：稿1所列情况已有变化：1-2已销号',
  )
})

test('numbers are in the order in which letters go out, without a gap, across withdrawals and a stop', async () => {
  const directory = temporaryDirectory()
  const { say, close } = await openConversation({ directory })
  for (const [i, unit] of ['铁西区', '梨树县', '双辽市'].entries()) {
    await say(leader, leaders, `/提示函 四平市${unit} 连续三次未按时报送`)
    await say(leader, leaders, `/提示函 送签 ${i + 1}`)
    await say(leader, leaders, `/签发 ${i + 1}`)
  }
  await say(leader, leaders, '/提示函 撤销 2')
  await close()
  // It was down when they were due: late ones are held anew.
  const later = await openConversation({ directory, time: '09:30' })
  await later.bot.pump()
  expect(await lettersOfYear(later.db, 2022)).toEqual([])
  await later.until('09:35')
  await later.say(leader, leaders, '/签发 2')
  await later.until('09:40')
  expect((await lettersOfYear(later.db, 2022)).map(({ number, id }) => [number, id])).toEqual([
    [1, 1],
    [2, 3],
    [3, 2],
  ])
})

test('signed at night it goes out next working morning, with the number of that year', async () => {
  const conversation = await openConversation({ date: '2022-12-30', time: '10:00' })
  const { say, until, db } = conversation
  for (const [i, unit] of ['铁西区', '梨树县'].entries()) {
    await say(leader, leaders, `/提示函 四平市${unit} 连续三次未按时报送`)
    await say(leader, leaders, `/提示函 送签 ${i + 1}`)
  }
  await say(leader, leaders, '/签发 1')
  await until('10:05')
  await until('23:00', '2022-12-31')
  expect((await say(leader, leaders, '/签发 2'))[0]!.text).toContain('将于1月3日07:30编号发出')
  await until('07:35', '2023-01-03')
  const [old] = await lettersOfYear(db, 2022)
  const [fresh] = await lettersOfYear(db, 2023)
  expect(old).toMatchObject({ number: 1, id: 1, date: '2022-12-30' })
  expect(fresh).toMatchObject({ number: 1, id: 2, date: '2023-01-03' })
  // Without a year the present one is meant.
  expect((await say(leader, leaders, '/提示函 1号'))[0]!.text).toContain('〔2023〕1号')
  expect((await say(leader, leaders, '/提示函 〔2022〕1号'))[0]!.text).toContain('〔2022〕1号')
  expect((await say(leader, leaders, '/提示函'))[0]!.text).toContain('【提示函登记】2023年')
  expect((await say(leader, leaders, '/提示函 2022年'))[0]!.text).toContain('【提示函登记】2022年')
}, 60_000)

test('a letter whose own deadline has passed is not signed', async () => {
  const { say, until, db } = await openConversation({ date: '2022-05-18' })
  await say(leader, leaders, '/提示函 四平市铁西区 连续三次未按时报送')
  await say(leader, leaders, '/提示函 修改 1 期限 5月19日')
  await say(leader, leaders, '/提示函 送签 1')
  await until('17:30', '2022-05-19')
  expect((await say(leader, leaders, '/签发 1'))[0]!.text).toContain('回函期限已过，请先修改期限')
  await say(leader, leaders, '/提示函 修改 1 期限 5月25日')
  await say(leader, leaders, '/签发 1')
  await until('17:35', '2022-05-19')
  expect((await lettersOfYear(db, 2022))[0]).toMatchObject({ number: 1, dueOn: '2022-05-25' })
}, 30_000)
