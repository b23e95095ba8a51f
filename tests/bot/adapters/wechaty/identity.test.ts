import { expect, test } from 'vitest'
import { issueCode } from '../../../../commands/channel/binding-code.ts'
import { transact } from '../../../../storage/database.ts'
import { report, siping, tiedong } from '../../../conversation.ts'
import { openFakeWechat } from '../../../web-wechat/fake-wechat.ts'
import { newLogin, openSipingGroup } from './open-department.ts'
import { addBound, bindTo, openWechatBot } from './open-wechat-bot.ts'

test('a person is bound by a code, binds a group, and both are known after a new login', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const friend = wechat.addFriend('老王')
  const officer = wechat.addStranger('小李')
  const group = wechat.addRoom('四平安全生产日报', [friend, { person: officer, card: tiedong }])
  await bot.online()

  const code = await transact(bot.db, tx => issueCode(tx, '管理员', '主机', bot.now()))
  wechat.say(friend, null, `/绑定 ${code}`)
  await wechat.until(() => wechat.sent.length === 1, 'the answer')
  expect(wechat.remarks).toMatchObject([{ person: friend, remark: expect.stringMatching(/^管理员#.{5}$/) }])
  expect(wechat.sent[0]).toMatchObject({ to: friend, text: expect.stringContaining('已绑定为管理员') })

  wechat.say(officer, group, report())
  await bot.heard(2)
  wechat.say(friend, group, '/绑群 报送群 四平市')
  await wechat.until(() => wechat.sent.length >= 3, 'the administrator’s answer and the receipt')
  expect(wechat.sent[1]).toMatchObject({ to: friend, text: expect.stringContaining('留存的1条消息现予处理') })
  expect(wechat.sent[2]).toMatchObject({ to: group, text: expect.stringContaining('第1号') })

  await newLogin(wechat, bot)
  wechat.say(officer, group, report({ enterprise: '四平市昌盛化工厂' }))
  const rows = await bot.heard(4)
  expect(rows.at(-1)).toMatchObject({ room: siping, sender: tiedong, state: 'handled' })
})

test('nobody becomes another by a nickname', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const duty = await addBound(bot, wechat, '值班员')
  const impostor = wechat.addFriend('值班员')
  await bot.online()

  wechat.say(impostor, null, '/状态')
  await wechat.until(() => wechat.sent.length === 1, 'an answer')
  expect(wechat.sent[0]).toMatchObject({ to: impostor, text: expect.stringContaining('绑定码') })
  wechat.say(duty, null, '/状态')
  await wechat.until(() => wechat.sent.length === 2, 'the state')
  expect(wechat.sent[1]).toMatchObject({
    to: duty,
    text: expect.stringContaining('登录：微信“安委日报机器人”'),
  })
})

test('a remark that two friends carry makes neither of them the person', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const duty = await addBound(bot, wechat, '值班员')
  wechat.addFriend('另一个', { remark: duty.remark })
  await bot.online()
  wechat.say(duty, null, '/状态')
  const rows = await bot.heard(1)
  expect(rows[0]).toMatchObject({ claimed: 1, sender: '值班员的微信' })
})

test('a card opens what a reporting officer may do in the own group, until the officer is bound', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const admin = await addBound(bot, wechat, '管理员')
  const officer = wechat.addFriend('小李')
  const impostor = wechat.addStranger('路人')
  const group = wechat.addRoom('四平群', [admin, { person: officer, card: tiedong }])
  await bot.online()
  await bindTo(bot, siping, group)

  // Not bound, alone with the card: it counts.
  wechat.say(officer, group, report())
  await wechat.until(() => wechat.sent.length === 1, 'the receipt')
  expect(wechat.sent[0]!.text).toContain('第1号')

  // Two show the same card: neither is the officer, and nothing counts before a duty officer has looked.
  wechat.join(group, impostor, { card: tiedong })
  await wechat.idle()
  wechat.say(impostor, group, report({ enterprise: '四平市假冒化工厂' }))
  await bot.heard(2)
  const statuses = () => bot.db.selectFrom('reports').select(['sender', 'status']).orderBy('id').execute()
  expect(await statuses()).toEqual([
    { sender: tiedong, status: 'counted' },
    { sender: `${tiedong}（重名）`, status: 'pending' },
  ])

  // The officer is bound: the card alone is nobody's.
  const code = await transact(bot.db, tx => issueCode(tx, tiedong, '值班员', bot.now()))
  wechat.say(officer, null, `/绑定 ${code}`)
  await wechat.until(() => wechat.remarks.length === 1, 'the remark')
  wechat.leave(group, officer)
  await wechat.idle()
  wechat.say(impostor, group, report({ enterprise: '四平市冒名化工厂' }))
  await bot.heard(4)
  expect((await statuses()).at(-1)).toEqual({ sender: `${tiedong}（未核实）`, status: 'pending' })
})

test('a second group of the same topic is not the room, also after a new login', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const admin = await addBound(bot, wechat, '管理员')
  const officer = wechat.addStranger('小李')
  const group = wechat.addRoom('四平群', [admin, { person: officer, card: tiedong }])
  const copy = wechat.addRoom('四平群', [{ person: officer, card: tiedong }])
  await bot.online()
  await bindTo(bot, siping, group)
  wechat.say(admin, group, '大家好')
  await bot.heard(1)
  await bot.minute()

  wechat.say(officer, copy, report())
  expect((await bot.heard(2)).at(-1)).toMatchObject({ room: '四平群（未绑定）', state: 'held' })

  await newLogin(wechat, bot)
  wechat.say(officer, copy, report({ enterprise: '四平市甲厂' }))
  wechat.say(officer, group, report({ enterprise: '四平市乙厂' }))
  const rows = await bot.heard(4)
  expect(rows.find(({ text }) => text.includes('甲厂'))).toMatchObject({ state: 'held' })
  expect(rows.find(({ text }) => text.includes('乙厂'))).toMatchObject({ room: siping, state: 'handled' })
})

test('where two groups match, neither is the room: messages are kept, what is due waits, the administrator is asked', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const admin = await addBound(bot, wechat, '管理员')
  const officer = wechat.addStranger('小李')
  const group = wechat.addRoom('四平群', [admin, { person: officer, card: tiedong }])
  const copy = wechat.addRoom('四平群', [{ person: officer, card: tiedong }])
  await bot.online()
  await bindTo(bot, siping, group)
  await bot.minute()
  wechat.join(copy, admin)
  await wechat.idle()

  await newLogin(wechat, bot)
  const asked = () => wechat.sent.find(({ to, text }) => to === admin && text?.startsWith('【待认群】'))
  await wechat.until(() => asked() !== undefined, 'the question')
  expect(asked()!.text).toContain('/绑群 报送群 四平市')
  wechat.say(officer, group, report())
  expect((await bot.heard(1)).at(-1)).toMatchObject({ state: 'held' })
  expect(wechat.sent.filter(({ to }) => to === group)).toEqual([])

  wechat.say(admin, group, '/绑群 报送群 四平市')
  await wechat.until(() => wechat.sent.some(({ to }) => to === group), 'the receipt')
  expect(wechat.sent.findLast(({ to }) => to === group)!.text).toContain('第1号')
})

test('a group that is renamed stays the room within a login; renamed while the bot was out it is asked for', async () => {
  const { wechat, bot, officer, group } = await openSipingGroup()
  wechat.setTopic(group, '四平安委群')
  await wechat.idle()
  wechat.say(officer, group, report())
  expect((await bot.heard(1)).at(-1)).toMatchObject({ room: siping })
  await bot.minute()

  await newLogin(wechat, bot, () => wechat.setTopic(group, '别的名字', { silent: true }))
  wechat.say(officer, group, report({ enterprise: '四平市乙厂' }))
  expect((await bot.heard(2)).at(-1)).toMatchObject({ room: '别的名字（未绑定）', state: 'held' })
  await bot.until('09:15')
  await bot.minute()
  await wechat.until(() => wechat.sent.some(({ text }) => text?.startsWith('【待认群】')), 'the question')
})
