import { FileBox } from 'file-box'
import { expect, test } from 'vitest'
import { types } from 'wechaty'
import { readMessage, type SourceMessage } from '../../../../bot/adapters/wechaty/incoming.ts'

type Room = NonNullable<ReturnType<SourceMessage['room']>>

const group: Room = { topic: async () => '四平市日报报送群', alias: async () => '四平市铁东区报送员' }

/** A text by 李四 in the group, but for what is given. */
const message = (given: Partial<SourceMessage> = {}): SourceMessage => ({
  id: '7112233445566778899',
  self: () => false,
  type: () => types.Message.Text,
  text: () => '今日无检查',
  date: () => new Date('2022-05-18T14:20:00+08:00'),
  mentionSelf: async () => false,
  toFileBox: async () => {
    throw new Error('not a file')
  },
  talker: () => ({ name: () => '李四', alias: async () => '危化二处处长' }),
  room: () => group,
  ...given,
})
const read = (given?: Partial<SourceMessage>) => readMessage(message(given), types.Message)

test('a text in a room, by the group card of who sent it', async () => {
  expect(
    await read({ text: () => '检查单位：四平市\n受检单位：某某厂', mentionSelf: async () => true }),
  ).toEqual({
    id: '7112233445566778899',
    at: '2022-05-18T06:20:00.000Z',
    room: '四平市日报报送群',
    from: '四平市铁东区报送员',
    text: '检查单位：四平市\n受检单位：某某厂',
    mention: true,
  })
})

test('a member without a group card goes by the nickname, also one who is not in the member list yet', async () => {
  const without: Room = { ...group, alias: async () => undefined }
  const unlisted: Room = { ...group, alias: () => Promise.reject(new Error('not found')) }
  for (const room of [without, unlisted]) expect((await read({ room: () => room }))?.from).toBe('李四')
})

test('a direct message is by the remark that the bot set, else by the nickname', async () => {
  expect(await read({ room: () => undefined })).toMatchObject({ room: null, from: '危化二处处长' })
  const talker = () => ({ name: () => '李四', alias: async () => '' })
  expect(await read({ room: () => undefined, talker })).toMatchObject({ room: null, from: '李四' })
})

test.each(['Attachment', 'Image', 'Video'] as const)('a file (%s) brings its name and bytes', async kind => {
  const incoming = await read({
    type: () => types.Message[kind],
    text: () => '<msg><appmsg/></msg>',
    toFileBox: async () => FileBox.fromBuffer(Buffer.from('内容'), '日报表.xlsx'),
  })
  expect(incoming).toMatchObject({ text: '', file: { name: '日报表.xlsx', size: null } })
  expect(Buffer.from(await incoming!.file!.read()).toString()).toBe('内容')
})

test('a file is fetched when the message arrives, not when it is read', async () => {
  let fetched = 0
  const toFileBox = async () => {
    fetched += 1
    return FileBox.fromBuffer(Buffer.from('x'), 'x.jpg')
  }
  const incoming = await read({ type: () => types.Message.Image, toFileBox })
  expect(fetched).toBe(1)
  await incoming?.file?.read()
  expect(fetched).toBe(1)
})

test('a file that cannot be fetched still arrives, and fails when it is read', async () => {
  const incoming = await read({
    type: () => types.Message.Attachment,
    toFileBox: () => Promise.reject(new Error('gone')),
  })
  expect(incoming?.from).toBe('四平市铁东区报送员')
  await expect(incoming?.file?.read()).rejects.toThrow('gone')
})

test('a recall tells which message it withdraws', async () => {
  const recalled = (text: string) => read({ type: () => types.Message.Recalled, text: () => text })
  const xml = (ids: string) =>
    `<sysmsg type="revokemsg"><revokemsg><session>@@a</session>${ids}<replacemsg><![CDATA["李四" 撤回了一条消息]]></replacemsg></revokemsg></sysmsg>`
  expect(await recalled(xml('<oldmsgid>1</oldmsgid><msgid>72</msgid>'))).toEqual({
    id: '7112233445566778899',
    at: '2022-05-18T06:20:00.000Z',
    room: '四平市日报报送群',
    from: '四平市铁东区报送员',
    text: '',
    recall: '72',
  })
  expect((await recalled(xml('<msgid>5</msgid><newmsgid>73</newmsgid>')))?.recall).toBe('73')
  expect((await recalled('74'))?.recall).toBe('74')
  expect(await recalled('"李四" 撤回了一条消息')).toBeNull()
})

test('what the bot said itself and all other kinds are ignored', async () => {
  expect(await read({ self: () => true })).toBeNull()
  for (const kind of ['Audio', 'Emoticon', 'Contact', 'Url', 'MiniProgram', 'Unknown'] as const)
    expect(await read({ type: () => types.Message[kind] })).toBeNull()
})
