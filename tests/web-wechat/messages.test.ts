import { expect, test } from 'vitest'
import { startClient } from './client.ts'
import { openFakeWechat } from './fake-wechat.ts'

/** A room with one member who has a group card, and a client that is there. */
async function openRoom() {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四', { remark: '铁东区报送员' })
  const room = wechat.addRoom('日报群', [{ person: li, card: '铁东区' }])
  const client = await startClient()
  await wechat.idle()
  const hear = async (id: string) => {
    await wechat.until(() => client.heard.some(message => message.id === id), `message ${id}`)
    return client.heard.find(message => message.id === id)!
  }
  return { wechat, li, room, client, hear }
}

test('a text keeps its lines and is escaped, as the real server does it', async () => {
  const { wechat, li, room, client, hear } = await openRoom()
  const id = wechat.say(li, room, '检查单位：\n<四平> & 其他')
  const heard = await hear(id)
  expect(id).toMatch(/^\d{19}$/)
  expect((await client.raw(id)).OriginalContent).toBe(`${li.id}:<br/>检查单位：<br/>&lt;四平&gt; &amp; 其他`)
  expect(await heard.room()!.topic()).toBe('日报群')
  expect(await heard.room()!.alias(heard.talker())).toBe('铁东区')
  const direct = await hear(wechat.say(li, null, '你好'))
  expect([direct.text(), direct.room(), await direct.talker().alias()]).toEqual([
    '你好',
    undefined,
    '铁东区报送员',
  ])
})

test('files, images and videos come with their bytes', async () => {
  const { wechat, li, room, hear } = await openRoom()
  const bytes = Buffer.from('内容')
  const file = await (await hear(wechat.sendFile(li, room, { name: '日报 & 表.xlsx', bytes }))).toFileBox()
  expect([file.name, await file.toBuffer()]).toEqual(['日报 & 表.xlsx', bytes])
  for (const id of [wechat.sendImage(li, null, { bytes }), wechat.sendVideo(li, room, { bytes })]) {
    const box = await (await hear(id)).toFileBox()
    expect(await box.toBuffer()).toEqual(bytes)
  }
})

test('a quote names the message that it answers, its text and who said it', async () => {
  const { wechat, li, room, client, hear } = await openRoom()
  const original = wechat.say(li, room, '原文 <甲>')
  const id = wechat.quote(li, room, { quoted: original }, '更正')
  expect((await hear(id)).text()).toBe(
    '「铁东区：原文 <甲>」\n- - - - - - - - - - - - - - -\n更正'.replace(/[<>]/g, escaped),
  )
  const raw = await client.raw(id)
  expect(raw).toMatchObject({ MsgType: 49, AppMsgType: 57 })
  expect(raw.Content).toContain(`<svrid>${original}</svrid>`)
  const unknown = await hear(wechat.quote(li, room, { quoted: '旧文', id: '7000000000000000001' }, '更正'))
  expect(unknown.text()).toMatch(/^「铁东区：旧文」/)
})

const escaped = (sign: string) => (sign === '<' ? '&lt;' : '&gt;')

test('a quote of a file is more than the puppet can read, yet it is there in its raw form', async () => {
  const { wechat, li, room, client } = await openRoom()
  const file = wechat.sendFile(li, room, { name: '甲.xlsx', bytes: Buffer.from('a') })
  const id = wechat.quote(li, room, { quoted: file }, '请看')
  await wechat.until(() => client.errors.length > 0, 'an error')
  const { Content } = await client.raw(id)
  expect(Content).toContain(`<title>请看</title>`)
  expect(Content).toContain(`<refermsg><type>49</type><svrid>${file}</svrid>`)
  expect(client.heard.map(message => message.id)).not.toContain(id)
})

test('a recall names the message', async () => {
  const { wechat, li, room, client, hear } = await openRoom()
  const original = wechat.say(li, room, '错了')
  const heard = await hear(wechat.recall(li, room, original))
  expect(heard.type()).toBe(client.bot.Message.Type.Recalled)
  expect((await client.raw(heard.id)).Content).toContain(`<msgid>${original}</msgid>`)
})

test('a member of whom nobody told is found when the room is asked for', async () => {
  const { wechat, room, client, hear } = await openRoom()
  const hidden = wechat.addRoom('未列出的群', [], { listed: 'none' })
  const saved = wechat.addRoom('通讯录里的群', [], { listed: 'contacts' })
  expect(await client.bot.Room.find({ topic: '未列出的群' })).toBeUndefined()
  const heard = await hear(wechat.sayFromUnknown('赵六', hidden, '新来的'))
  expect([heard.talker().name(), await heard.room()!.topic()]).toEqual(['赵六', '未列出的群'])
  expect(saved.members).toMatchObject([{ person: wechat.self }])
  expect(room.members).toHaveLength(2)
})

test('changes are announced unless they are silent', async () => {
  const { wechat, li, room, client } = await openRoom()
  wechat.setCard(room, li, '铁西区')
  wechat.setTopic(room, '新群名')
  wechat.fill(room, 450)
  await wechat.idle()
  const found = (await client.bot.Room.find({ topic: '新群名' }))!
  expect(await client.bot.puppet.roomMemberList(found.id)).toHaveLength(452)
  wechat.setTopic(room, '没人知道', { silent: true })
  await wechat.idle()
  await found.sync()
  expect(await found.topic()).toBe('新群名')
})
