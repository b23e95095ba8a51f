import { expect, test } from 'vitest'
import { status } from '../../../commands/channel/status.ts'
import type { Context } from '../../../commands/command.ts'
import { lastPublishedYear } from '../../../reports/calendar.ts'
import { bindPerson, bindRoom, forgetPlaces } from '../../../storage/bindings.ts'
import { readCalendar } from '../../../storage/calendar.ts'
import { transact } from '../../../storage/database.ts'
import { duty, dutyRoom, openConversation, siping, tiedong } from '../../conversation.ts'

test('in the sandbox it tells what is known without an account', async () => {
  const { say, until } = await openConversation()
  await say(tiedong, siping, '零报告')
  await until('09:05')
  expect((await say(duty, dutyRoom, '/状态'))[0]?.text).toBe(
    [
      '登录：沙盒',
      '待发：0条；今日未发出0条，未确认0条',
      '最近收到：5月18日09:00（四平市日报报送群）',
      '最近发出：5月18日09:00（四平市日报报送群）',
      `日历：法定节假日安排录入到${lastPublishedYear}年底`,
    ].join('\n'),
  )
})

test('with an account it tells who and what is not bound', async () => {
  const { say, bot, db, clock } = await openConversation()
  await bot.tell('/登录 安委日报')
  await bot.pump()
  await transact(db, async tx => {
    const bound = { topic: '群', boundAt: clock.now(), boundBy: duty }
    await bindRoom(tx, { ...bound, room: siping, place: 'g1' })
    await forgetPlaces(tx)
    await bindRoom(tx, { ...bound, room: dutyRoom, place: 'g2' })
    await bindPerson(tx, { person: duty, remark: '值班员#1', boundAt: '', issuedBy: '主机' })
  })
  await say('路人甲', '某群', '大家好', { claimed: true, place: 'g3', unbound: true })
  const lines = (await say(duty, dutyRoom, '/状态'))[0]!.text!.split('\n')
  expect(lines.slice(0, 5)).toEqual([
    '登录：微信“安委日报”5月18日09:00起在线',
    '群：已绑定2个，未绑定11个：省安委办工作群、处长工作群、厅领导群、长春市日报报送群、吉林市日报报送群、辽源市日报报送群、通化市日报报送群、白山市日报报送群、松原市日报报送群、白城市日报报送群、延边州日报报送群',
    '待认群：四平市日报报送群',
    '未绑定群留存消息：1条',
    expect.stringMatching(/^人员：已绑定1人，未绑定\d+人：厅领导、管理员、([^、]+、){7}[^、]+等$/),
  ])
})

test('it names all who could not be reached in the last days', async () => {
  const { say, db, clock } = await openConversation()
  const unreached = { choices: '[]', mentions: '[]', bundle: 0, attempts: 0, state: 'failed' as const }
  const add = (conversation: string, error: string, at: string) =>
    db
      .insertInto('outbox')
      .values({ ...unreached, conversation, error, createdAt: at, notBefore: at })
      .execute()
  const now = clock.now().toISOString()
  await add(`room:${siping}`, 'not reached', now)
  await add(`room:${siping}`, 'not reached, told', '2022-05-17T00:00:00.000Z')
  await add(`room:${siping}`, 'not reached, told', '2022-05-10T00:00:00.000Z')
  await add(`person:${tiedong}`, 'not reached', now)
  await add('person:路人甲', 'stranger not reached', now)
  expect((await say(duty, dutyRoom, '/状态'))[0]?.text).toContain(
    `近日无法送达：${tiedong}1条、${siping}2条\n`,
  )
})

test('the disk is told where its size is known', async () => {
  const { db, clock } = await openConversation()
  const told = async (freeDisk: Context['freeDisk']) => {
    const calendar = await readCalendar(db)
    const context = {
      db,
      now: clock.now(),
      calendar,
      message: { id: 1 },
      freeDisk,
      reply: (text: string) => ({ text }),
    }
    return (await status.run([], context as unknown as Context))[0]!.text
  }
  expect(await told(async () => 12_345_678_901)).toContain('磁盘：剩余12.3 GB')
  expect(await told(undefined)).not.toContain('磁盘')
  expect(await told(() => Promise.reject(new Error('gone')))).not.toContain('磁盘')
})
