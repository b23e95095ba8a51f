import { expect, test } from 'vitest'
import { issueCode } from '../../../../commands/channel/binding-code.ts'
import { transact } from '../../../../storage/database.ts'
import { readRoster, replaceRoster } from '../../../../storage/roster.ts'
import { report, siping, tiedong } from '../../../conversation.ts'
import { openFakeWechat } from '../../../web-wechat/fake-wechat.ts'
import { newLogin, openSipingGroup, statuses } from './open-department.ts'
import { addBound, bindTo, openWechatBot } from './open-wechat-bot.ts'

test('names that look the same are two people: the one who has the code is bound', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const other = wechat.addFriend('👨👩👧老王')
  const owner = wechat.addFriend('👨‍👩‍👧老王')
  await bot.online()
  wechat.say(other, null, '你好')
  await wechat.until(() => wechat.sent.length === 1, 'a greeting')
  const code = await transact(bot.db, tx => issueCode(tx, '管理员', '主机', bot.now()))
  wechat.say(owner, null, `/绑定 ${code}`)
  await wechat.until(() => wechat.remarks.length === 1, 'the remark')
  expect(wechat.remarks[0]).toMatchObject({ person: owner })
})

test('a card with a character that nobody sees is the same card', async () => {
  const { wechat, bot, others, group } = await openSipingGroup(`${tiedong}\u200b`)
  const impostor = others[0]!
  wechat.say(impostor, group, report())
  await bot.heard(1)
  expect(await statuses(bot)).toEqual([{ sender: `${tiedong}（重名）`, status: 'pending' }])
})

test('a card changes nothing that another has reported', async () => {
  const { wechat, bot, officer, others, group } = await openSipingGroup('四平市报送员')
  const impostor = others[0]!
  wechat.say(officer, group, report())
  await bot.heard(1)
  wechat.say(impostor, group, '/补 1 发现的问题隐患 1.无')
  await wechat.until(() => wechat.sent.length === 2, 'a refusal')
  expect(wechat.sent[1]!.text).toContain('未作改动')
  expect(await bot.db.selectFrom('hazards').select('text').execute()).toHaveLength(2)
})

test('a copy of a group that speaks first is found out when the group itself shows up', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const admin = await addBound(bot, wechat, '管理员')
  const officer = wechat.addStranger('小李')
  const members = [admin, { person: officer, card: tiedong }]
  const group = wechat.addRoom('四平群', members, { listed: 'none' })
  await bot.online()
  wechat.say(admin, group, '大家好')
  await bot.heard(1)
  await bindTo(bot, siping, group)
  await bot.minute()
  const copy = wechat.addRoom('四平群', members, { listed: 'none' })
  await newLogin(wechat, bot)

  wechat.say(officer, copy, report())
  await bot.heard(2)
  wechat.say(officer, group, report({ enterprise: '四平市乙厂' }))
  const rows = await bot.heard(3)
  expect(rows.at(-1)).toMatchObject({ state: 'held' })
  await wechat.until(() => wechat.sent.some(({ text }) => text?.startsWith('【待认群】')), 'the question')
})

test('a group with the people alone, without its crowd, is not the room', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const admin = await addBound(bot, wechat, '管理员')
  const officer = wechat.addStranger('小李')
  const group = wechat.addRoom('四平群', [admin, { person: officer, card: tiedong }], { listed: 'none' })
  wechat.fill(group, 20)
  await bot.online()
  wechat.say(admin, group, '大家好')
  await bot.heard(1)
  await bindTo(bot, siping, group)
  await bot.minute()
  const copy = wechat.addRoom('四平群', [admin, { person: officer, card: tiedong }])
  await newLogin(wechat, bot)
  wechat.say(officer, copy, report())
  expect((await bot.heard(2)).at(-1)).toMatchObject({ state: 'held' })
  wechat.say(officer, group, report({ enterprise: '四平市乙厂' }))
  expect((await bot.heard(3)).at(-1)).toMatchObject({ room: siping, state: 'handled' })
})

test('what was kept while a group was in doubt is handled when it is found again; only binding is done before', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const admin = await addBound(bot, wechat, '管理员')
  const officer = wechat.addStranger('小李')
  const members = [admin, { person: officer, card: tiedong }]
  const group = wechat.addRoom('四平群', members)
  const copy = wechat.addRoom('四平群', members)
  await bot.online()
  await bindTo(bot, siping, group)
  await bot.minute()
  await newLogin(wechat, bot)
  wechat.say(officer, group, report())
  wechat.say(officer, group, '/撤销 1')
  const held = await bot.heard(2)
  expect(held.map(({ state }) => state)).toEqual(['held', 'held'])

  wechat.setTopic(copy, '别的群')
  await wechat.idle()
  await bot.minute()
  const rows = await bot.heard(2)
  expect(rows.map(({ room, state }) => [room, state])).toEqual([
    [siping, 'handled'],
    [siping, 'handled'],
  ])
  expect(await statuses(bot)).toEqual([{ sender: tiedong, status: 'counted' }])
})

test('what was kept in an unbound group is nobody’s after a new login, and the duty group is told', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const duty = await addBound(bot, wechat, '值班员')
  const officer = wechat.addStranger('小李')
  const group = wechat.addRoom('四平群', [{ person: officer, card: tiedong }])
  const dutyGroup = wechat.addRoom('值班', [duty])
  await bot.online()
  await bindTo(bot, '值班群', dutyGroup)
  await bot.minute()
  wechat.say(officer, group, report())
  await bot.heard(1)
  await newLogin(wechat, bot)
  await wechat.until(() => wechat.sent.some(({ text }) => text?.includes('【留存作废】')), 'the notice')
  expect(wechat.sent.find(({ text }) => text?.includes('【留存作废】'))).toMatchObject({ to: dutyGroup })
})

test('a room that the roster does not know any more is not bound: its messages are kept', async () => {
  const { wechat, bot, officer, group } = await openSipingGroup()
  await transact(bot.db, async tx => {
    const roster = await readRoster(tx)
    const rooms = roster.rooms.map(room =>
      room.name === siping ? { ...room, name: '四平市新报送群' } : room,
    )
    await replaceRoster(tx, { ...roster, rooms })
  })
  wechat.say(officer, group, report())
  expect((await bot.heard(1))[0]).toMatchObject({ room: '四平群（未绑定）', state: 'held' })
})

test('in a group that is not bound nobody unknown is answered, also not by a friend of the same name', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const friend = wechat.addFriend('老王')
  const stranger = wechat.addStranger('老王')
  const group = wechat.addRoom('棋友', [stranger])
  await bot.online()
  wechat.say(friend, null, '你好')
  await wechat.until(() => wechat.sent.length === 1, 'a greeting')
  wechat.say(stranger, group, '/绑定 ABCDEFGH')
  await bot.heard(2)
  expect(wechat.sent).toHaveLength(1)
})

test('a list that a group adds to 接龙 is read; what is passed on is kept and asked for as text, once', async () => {
  const { wechat, bot, officer, group } = await openSipingGroup()
  const app = (type: number, title: string) =>
    wechat.deliver({
      MsgType: 49,
      AppMsgType: type,
      FromUserName: group.id,
      Content: `${officer.id}:<br/>&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;${title}&lt;/title&gt;&lt;type&gt;${type}&lt;/type&gt;&lt;/appmsg&gt;&lt;/msg&gt;`,
    })
  app(53, report().replaceAll('\n', '<br/>'))
  await bot.heard(1)
  expect(await statuses(bot)).toEqual([{ sender: tiedong, status: 'counted' }])
  app(19, '群聊的聊天记录')
  app(19, '群聊的聊天记录')
  const rows = await bot.heard(3)
  expect(rows.at(-1)).toMatchObject({ text: '[聊天记录]', state: 'handled' })
  await bot.until('09:05')
  expect(wechat.sent).toHaveLength(2)
  expect(wechat.sent[1]!.text).toContain('[聊天记录]无法读取')
})
