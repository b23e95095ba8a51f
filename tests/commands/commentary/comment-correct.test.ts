import { expect, test } from 'vitest'
import { setRelayMode } from '../../../commands/commentary/relay-mode.ts'
import { duty, siping, tiedong } from '../../conversation.ts'
import { committee, committeeRoom, head, heads, openAfternoon, praise, textsTo } from './commented-day.ts'

test('a correction goes, marked, wherever it went and to who is newly named', async () => {
  const { publish, say, until, textIn } = await openAfternoon()
  await publish(praise)
  await until('16:51')
  const [preview] = await say(head, null, '/点评 更正 第1期 长春市南关区检查情况较好。')
  expect(preview!.text).toContain('拟更正危化二处日点评第1期（编号1）')
  expect(preview!.choices.map(({ label }) => label)).toEqual(['发布更正', '修改', '取消'])
  expect((await say(head, null, '1'))[0]!.text).toContain('第1期（编号1）的更正将于16:51:45发出')
  const sent = await until('17:00')
  expect(textsTo(sent)).toEqual([heads, committee, '长春市日报报送群', siping])
  expect(textIn(siping, sent)).toMatch(/危化二处 第1期.*更正.*长春市南关区/s)
  expect(sent.find(({ where }) => where === siping)!.mentions).toEqual([])
})

test('until it is published, and where it is cancelled, all stays as it was', async () => {
  const { publish, say, until, db } = await openAfternoon()
  await publish(praise)
  await until('16:51')
  const before = await db.selectFrom('commentaries').selectAll().execute()
  await say(head, heads, '/点评 更正 1 请四平市铁西区今日反馈整改情况。')
  expect((await db.selectFrom('commentaries').select('asked').execute())[0]!.asked).toBe('[]')
  expect((await say(head, heads, '/点评 状态'))[0]!.text).toContain('更正稿：待发布')
  expect((await say(head, heads, '/点评 取消 1'))[0]!.text).toBe(
    '危化二处日点评第1期（编号1）的更正已取消，原点评不变。',
  )
  const unchanged = ({ releaseAt: _, ...row }: (typeof before)[number]) => row
  expect((await db.selectFrom('commentaries').selectAll().execute()).map(unchanged)).toEqual(
    before.map(unchanged),
  )
  expect(await until('17:00')).toEqual([])
})

test('corrected twice it is the second correction, and the former ones are kept', async () => {
  const { publish, say, until, textIn, db } = await openAfternoon()
  await publish(praise)
  await until('16:51')
  for (const [text, time] of [
    ['各地要抓紧整改。', '16:52'],
    ['请四平市铁西区今日反馈整改情况。', '16:53'],
  ] as const) {
    await say(head, heads, `/点评 更正 1 ${text}`)
    await say(head, heads, '/点评 发布 1')
    await until(time)
  }
  const last = await say(head, heads, '/点评 状态 1')
  expect(last[0]!.text).toContain('第2次更正')
  expect(last[0]!.text).toContain('未回应：四平市铁西区（5月19日10:00催复）')
  expect(textIn(siping)).toContain('请四平市铁西区回应')
  expect(await db.selectFrom('commentaryHistory').select('version').execute()).toEqual([
    { version: 1 },
    { version: 2 },
  ])
  const chases = await db
    .selectFrom('wakeups')
    .select('command')
    .where('command', 'like', '/点评催复%')
    .execute()
  expect(chases).toEqual([{ command: '/点评催复 1' }])
})

test('a correction drafted while one is held takes its place, and its author hears how it goes out', async () => {
  const { publish, say, until, textIn } = await openAfternoon()
  await publish(praise)
  await until('16:51')
  await say(head, heads, '/点评 更正 1 各地要抓紧整改。')
  await say(head, heads, '/点评 发布 1')
  const [preview] = await say(head, heads, '/点评 更正 1 各地要按时报送。')
  expect(preview!.text!.split('\n')[0]).toBe(
    '原待发的更正已暂停发出，由本稿替代；如需发出，请发送“/点评 发布 1”。',
  )
  expect(await until('16:55')).toEqual([])
  await say(head, heads, '/点评 发布 1')
  const sent = await until('17:00')
  expect(textIn(heads, sent)).toContain('各地要按时报送。')
  expect(textIn(heads, sent)).not.toContain('抓紧整改')
})

test('a correction asks and chases only who has not answered yet', async () => {
  const { publish, say, until, textIn } = await openAfternoon()
  await publish('请四平市铁东区、四平市铁西区反馈整改情况。')
  await until('16:51')
  await say(tiedong, siping, '/回应 1 已整改')
  const text = '请四平市铁东区、四平市铁西区、四平市梨树县反馈整改情况。'
  expect((await say(head, heads, `/点评 更正 1 ${text}`))[0]!.text).toContain(
    '请其回应：四平市铁西区、四平市梨树县',
  )
  await say(head, heads, '/点评 发布 1')
  expect(textIn(siping, await until('17:00'))).toContain('请四平市铁西区、四平市梨树县回应，')
})

test('a correction that asks only who has answered chases nobody', async () => {
  const { publish, say, until, db } = await openAfternoon()
  await publish('请四平市铁东区反馈整改情况。')
  await until('16:51')
  await say(tiedong, siping, '/回应 1 已整改')
  await say(head, heads, '/点评 更正 1 请四平市铁东区今日反馈整改情况。')
  await say(head, heads, '/点评 发布 1')
  await until('17:00')
  expect((await db.selectFrom('commentaries').select('chaseAt').execute())[0]!.chaseAt).toBeNull()
})

test('what is not out yet is changed, not corrected, and the same words are no correction', async () => {
  const { publish, say, until } = await openAfternoon()
  await publish(praise)
  expect((await say(head, heads, '/点评 更正 1 各地要抓紧整改。'))[0]!.text).toContain(
    '尚未发出，请发送“/点评 修改 1 修改后的全文”',
  )
  await until('16:51')
  expect((await say(head, heads, `/点评 更正 1 ${praise}`))[0]!.text).toContain('内容相同，无需更正')
  expect((await say(head, heads, '/点评 修改 1 各地要抓紧整改。'))[0]!.text).toContain('已发出；如需更正')
  expect((await say(duty, null, '/点评 更正 1 改'))[0]!.text).toContain('由处长使用')
})

test('the groups that had it in a summary only get the correction too', async () => {
  const { publish, say, until, db } = await openAfternoon()
  await setRelayMode(db, committeeRoom, 'summary')
  await publish(praise)
  await until('17:31')
  await say(head, heads, '/点评 更正 1 各地要抓紧整改。')
  await say(head, heads, '/点评 发布 1')
  expect(textsTo(await until('17:40'))).toEqual([heads, committee, '厅领导群', siping])
})
