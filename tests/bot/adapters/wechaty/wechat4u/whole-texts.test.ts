import { expect, test } from 'vitest'
import { types } from 'wechaty'
import { openFakeWechat } from '../../../../web-wechat/fake-wechat.ts'
import { startPuppet } from './start-puppet.ts'

async function open(without?: 'wholeTexts') {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四')
  const room = wechat.addRoom('日报群', [li])
  const bot = await startPuppet({ ...(without && { without }) })
  await wechat.idle()
  /** What is heard of the next message. */
  const next = async (say: () => unknown) => {
    const before = bot.heard.length
    say()
    await wechat.until(() => bot.heard.length > before, 'the message')
    return bot.message()
  }
  return { wechat, li, room, bot, next }
}

const report = '检查单位:\n四平市应急局\n发现隐患:\n3 处'

test.each([
  report,
  '@安委日报机器人 统计:\n本周',
  '<已整改> A&B “&lt;” &amp; \'x\' "y"',
  'a:\nb:\nc',
  '@abc123:\n开头像发言人',
  ' 前后有空格 \n',
])('a text arrives as typed: %j', async text => {
  const { wechat, li, room, next } = await open()
  expect(await next(() => wechat.say(li, room, text))).toMatchObject({
    text,
    roomId: room.id,
    talkerId: li.id,
    type: types.Message.Text,
    mentionIdList: [],
  })
  const inPrivate = await next(() => wechat.say(li, null, text))
  expect(inPrivate).toMatchObject({ text, talkerId: li.id, listenerId: wechat.self.id })
  expect(inPrivate.roomId).toBeUndefined()
})

test('without the repair a report arrives as its first words', async () => {
  const { wechat, li, room, next } = await open('wholeTexts')
  expect((await next(() => wechat.say(li, room, report))).text).toBe('检查单位')
})

test('emoji arrive as characters, and markup that somebody typed stays what it is', async () => {
  const { wechat, li, room, next } = await open()
  const span = (points: string) => `<span class="emoji emoji${points}"></span>`
  const Content = `${li.id}:<br/>收到${span('1f44d')}${span('1f1e81f1f3')}${span('2600fe0f')}${span('1f64d')}&lt;span&gt;`
  const heard = await next(() => wechat.deliver({ FromUserName: room.id, Content }))
  expect(heard.text).toBe('收到👍🇨🇳☀️😔<span>')
})

test('who quotes says what was typed, and the quoted message can be told', async () => {
  const { wechat, li, room, bot, next } = await open()
  const id = wechat.say(li, room, '铁东区：1 处 <未整改> & 其他')
  const heard = await next(() => wechat.quote(li, room, { quoted: id }, '已整改：\nA&B <好>'))
  expect(heard).toMatchObject({ type: types.Message.Text, text: '已整改：\nA&B <好>', talkerId: li.id })
  expect(await bot.link.quotedOf(heard.id)).toEqual({
    id,
    text: '铁东区：1 处 <未整改> & 其他',
    name: '李四',
  })
  expect(await bot.link.quotedOf(id)).toBeNull()
})

test('a quoted file is told by its name', async () => {
  const { wechat, li, room, bot, next } = await open()
  const id = wechat.sendFile(li, room, { name: '日报&表.xlsx', bytes: Buffer.from('x') })
  const heard = await next(() => wechat.quote(li, room, { quoted: id }, '这份作废'))
  expect(await bot.link.quotedOf(heard.id)).toEqual({ id, text: '日报&表.xlsx', name: '李四' })
})

test('a file is told by its name, and its bytes can be fetched', async () => {
  const { wechat, li, room, bot, next } = await open()
  const heard = await next(() =>
    wechat.sendFile(li, room, { name: '日报 A&B.xlsx', bytes: Buffer.from('字节') }),
  )
  expect(heard).toMatchObject({ type: types.Message.Attachment, filename: '日报 A&B.xlsx', talkerId: li.id })
  expect((await (await bot.puppet.messageFile(heard.id)).toBuffer()).toString()).toBe('字节')
})

test('a recall carries the id of what is recalled', async () => {
  const { wechat, li, room, next } = await open()
  const id = wechat.say(li, room, '错了')
  const heard = await next(() => wechat.recall(li, room, id))
  expect(heard).toMatchObject({ type: types.Message.Recalled, talkerId: li.id, roomId: room.id })
  expect(heard.text).toContain(`<msgid>${id}</msgid>`)
})

test('a recall by the account itself in private is not taken for the other’s', async () => {
  const { wechat, li, next } = await open()
  const xml =
    '&lt;sysmsg type="revokemsg"&gt;&lt;replacemsg&gt;你撤回了一条消息&lt;/replacemsg&gt;&lt;/sysmsg&gt;'
  const heard = await next(() => wechat.deliver({ MsgType: 10_002, FromUserName: li.id, Content: xml }))
  expect(heard).toMatchObject({ talkerId: wechat.self.id, listenerId: li.id })
})

test('what the account says on its phone is its own, and notes of the platform are nobody’s text', async () => {
  const { wechat, li, room, next } = await open()
  expect(await next(() => wechat.say(wechat.self, room, '群主说'))).toMatchObject({
    talkerId: wechat.self.id,
    roomId: room.id,
    text: '群主说',
  })
  expect(await next(() => wechat.systemNote(room, '"李四"邀请"王五"加入了群聊'))).toMatchObject({
    type: types.Message.Unknown,
    roomId: room.id,
    text: '"李四"邀请"王五"加入了群聊',
  })
  expect(li.id).not.toBe(wechat.self.id)
})

test.each([
  [
    'entities that stand for more',
    '<!DOCTYPE a [<!ENTITY a "aaaa">]><msg><appmsg><title>&a;&a;</title><type>57</type>',
  ],
  ['tags without an end', `<msg><appmsg ${'<title>'.repeat(100_000)}`],
  ['openings without an end', '<appmsg '.repeat(100_000)],
  ['spans without an end', '<span class="emoji emoji'.repeat(100_000)],
  ['a type that is no number', '<msg><appmsg><title>x</title><type>NaN</type></appmsg></msg>'],
])(
  'XML by somebody who means harm is read at once: %s',
  async (_, xml) => {
    const { wechat, li, room, bot, next } = await open()
    const Content = `${li.id}:<br/>${xml.replace(/</g, '&lt;').replace(/>/g, '&gt;')}`
    const heard = await next(() =>
      wechat.deliver({ MsgType: 49, AppMsgType: 57, FromUserName: room.id, Content }),
    )
    expect(heard.talkerId).toBe(li.id)
    expect(await bot.link.quotedOf(heard.id)).toBeNull()
  },
  5000,
)
