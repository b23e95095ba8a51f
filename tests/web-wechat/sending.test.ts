import { FileBox } from 'file-box'
import { expect, test } from 'vitest'
import { startClient } from './client.ts'
import { openFakeWechat } from './fake-wechat.ts'

async function openRoom() {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四')
  const room = wechat.addRoom('日报群', [li])
  const client = await startClient()
  await wechat.idle()
  await wechat.until(() => client.logins === 1, 'the login')
  return { wechat, li, room, client, target: (await client.bot.Room.find({ topic: '日报群' }))! }
}

test('texts and remarks arrive', async () => {
  const { wechat, li, room, client, target } = await openRoom()
  await target.say('请报送')
  const friend = (await client.bot.Contact.find({ name: '李四' }))!
  await friend.say('收到')
  await client.bot.puppet.contactAlias(friend.id, '铁东区报送员')
  expect(wechat.sent).toMatchObject([
    { to: room, text: '请报送' },
    { to: li, text: '收到' },
  ])
  expect(wechat.remarks).toEqual([{ person: li, remark: '铁东区报送员' }])
  expect(li.remark).toBe('铁东区报送员')
})

test.each([
  ['日报.xlsx', 'doc', 1],
  ['图.png', 'image', 1],
  ['录像.mp4', 'video', 3],
  ['大表.xlsx', 'doc', 3],
])('%s arrives whole, as %s in %i piece(s)', async (name, kind, chunks) => {
  const { wechat, room, target } = await openRoom()
  const bytes = Buffer.alloc(chunks === 1 ? 512 * 1024 : 1_200_000, '安全生产\r\n--')
  await target.say(FileBox.fromBuffer(bytes, name))
  expect(wechat.sent).toMatchObject([{ to: room, file: { name, kind } }])
  expect(wechat.sent[0]!.file!.bytes.equals(bytes)).toBe(true)
  expect(wechat.uploads).toMatchObject([{ name, chunks }])
})

test('a file name that makes the XML ill-formed is refused, an escaped one is read', async () => {
  const { wechat, target } = await openRoom()
  const send = (name: string) => target.say(FileBox.fromBuffer(Buffer.from('a'), name))
  await expect(send('甲&乙.xlsx')).rejects.toThrow()
  expect(wechat.refused).toMatchObject([{ ret: -1, text: expect.stringContaining('甲&乙') }])
  await send('甲&amp;乙.xlsx')
  expect(wechat.sent).toMatchObject([{ file: { name: '甲&乙.xlsx' } }])
})

test('what the bot sent can be quoted, and its owner can recall it', async () => {
  const { wechat, li, room, client, target } = await openRoom()
  await target.say('请于今日报送')
  const id = wechat.sent[0]!.id
  wechat.quote(li, room, { quoted: id }, '好的')
  await wechat.until(() => client.heard.length === 1, 'the quote')
  expect(client.heard[0]!.text()).toMatch(/^「安委日报机器人：请于今日报送」/)
  const recall = wechat.recall(wechat.self, room, id)
  await wechat.until(() => client.heard.length === 2, 'the recall')
  expect((await client.raw(recall)).Content).toContain(`<msgid>${id}</msgid>`)
  expect(client.heard[1]!.self()).toBe(true)
})

test('sends are refused, or taken without an answer, as often as asked for', async () => {
  const { wechat, target } = await openRoom()
  wechat.refuseSends(1, 1205)
  await expect(target.say('一')).rejects.toThrow()
  wechat.hangSends(1)
  await expect(target.say('二')).rejects.toThrow()
  wechat.hangSends(1, 'silent')
  const unanswered = target.say('三')
  await wechat.until(() => wechat.sent.length === 2, 'what is not answered')
  wechat.cutNetwork()
  await expect(unanswered).rejects.toThrow()
  wechat.restoreNetwork()
  await target.say('四')
  expect(wechat.refused).toMatchObject([{ text: '一', ret: 1205 }])
  expect(wechat.sent.map(({ text }) => text)).toEqual(['二', '三', '四'])
})
