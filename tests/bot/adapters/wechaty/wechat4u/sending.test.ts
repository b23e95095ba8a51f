import http from 'node:http'
import { FileBox } from 'file-box'
import { afterEach, expect, test, vi } from 'vitest'
import { classify, NotSent } from '../../../../../bot/adapters/wechaty/wechat4u/classify.ts'
import type { repairs } from '../../../../../bot/adapters/wechaty/wechat4u/repair.ts'
import { openFakeWechat } from '../../../../web-wechat/fake-wechat.ts'
import { startPuppet } from './start-puppet.ts'

afterEach(() => void vi.useRealTimers())

async function open(without?: keyof typeof repairs) {
  const wechat = await openFakeWechat()
  const room = wechat.addRoom('日报群', [])
  const bot = await startPuppet({ ...(without && { without }) })
  await wechat.idle()
  const sendFile = (name: string, bytes: Buffer) =>
    bot.puppet.messageSendFile(room.id, FileBox.fromBuffer(bytes, name))
  const sendText = (text: string) => bot.puppet.messageSendText(room.id, text)
  return { wechat, room, bot, sendFile, sendText }
}

const failure = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => 'sent',
    error => error,
  )

const name = `日报 "A&B" <3'月>.xlsx`

test('a file arrives with its name and its bytes', async () => {
  const { wechat, room, sendFile } = await open()
  await sendFile(name, Buffer.from('字节'))
  expect(wechat.sent).toMatchObject([{ to: room, file: { name, kind: 'doc', bytes: Buffer.from('字节') } }])
})

test('without the repair it does not', async () => {
  const { wechat, sendFile } = await open('fileNames')
  expect(classify(await failure(sendFile(name, Buffer.from('字节'))))).toBe('refused')
  expect(wechat.sent).toEqual([])
})

// One piece is half a MiB.
test.each([0, 1, 524_288, 524_289, 1_400_000])('a file of %i bytes arrives whole', async size => {
  const { wechat, sendFile } = await open()
  const bytes = Buffer.from(Array.from({ length: size }, (_, i) => (i * 7919) % 251))
  await sendFile('日报.xlsx', bytes)
  expect(wechat.sent[0]!.file!.bytes.equals(bytes)).toBe(true)
  expect(wechat.uploads[0]!.chunks).toBe(Math.max(1, Math.ceil(size / 524_288)))
})

test('a picture is sent as one', async () => {
  const { wechat, sendFile } = await open()
  await sendFile('日报.PNG', Buffer.from('png'))
  expect(wechat.sent).toMatchObject([{ file: { name: '日报.PNG', kind: 'image' } }])
  expect(wechat.uploads).toMatchObject([{ mediaType: 'pic' }])
})

const idsOfTwo = async (without?: 'messageIds') => {
  const { wechat, sendText } = await open(without)
  vi.useFakeTimers({ toFake: ['Date'] })
  await Promise.all([sendText('一'), sendText('二')])
  return new Set(
    wechat.requestLog
      .filter(({ endpoint }) => endpoint === 'webwxsendmsg')
      .map(({ json }) => json.Msg.ClientMsgId),
  )
}

test('two messages of one millisecond have two ids', async () => {
  expect((await idsOfTwo()).size).toBe(2)
})

test('without the repair they have one', async () => {
  expect((await idsOfTwo('messageIds')).size).toBe(1)
})

test('what the server refuses is refused; what it took without an answer may have been sent', async () => {
  const { wechat, sendText, sendFile } = await open()
  wechat.refuseSends(2, 1205)
  expect(classify(await failure(sendText('太快了')))).toBe('refused')
  expect(classify(await failure(sendFile('日报.xlsx', Buffer.from('x'))))).toBe('refused')
  wechat.hangSends(1, 'cut')
  expect(classify(await failure(sendText('不知道')))).toBe('unknown')
  expect(wechat.sent).toMatchObject([{ text: '不知道' }])
})

test('what is to be sent after a log-out can be sent later', async () => {
  const { wechat, sendText } = await open()
  wechat.hangSyncs()
  wechat.forceLogout()
  expect(classify(await failure(sendText('晚了')))).toBe('unreachable')
})

/** A file of three pieces during the second of which the network goes. */
async function loseUpload(without?: 'unsentFiles') {
  const { wechat, bot, sendFile } = await open(without)
  const { request } = bot.client
  let pieces = 0
  bot.client.request = asked => {
    if (asked.url.includes('webwxuploadmedia') && ++pieces === 2) wechat.cutNetwork()
    return request(asked)
  }
  const error = await failure(sendFile('日报.xlsx', Buffer.alloc(1_400_000)))
  expect(pieces).toBe(2)
  expect(wechat.sent).toEqual([])
  return classify(error)
}

test('a file whose upload failed was surely not sent', async () => {
  expect(await loseUpload()).toBe('unreachable')
})

test('without the repair it might have been', async () => {
  expect(await loseUpload('unsentFiles')).toBe('unknown')
})

test('where nothing listens nothing was sent', async () => {
  const refused = await new Promise(resolve =>
    http.get({ host: '127.0.0.1', port: 1 }, () => resolve(null)).on('error', resolve),
  )
  expect(classify(refused)).toBe('unreachable')
  expect(classify(new Error('axios', { cause: refused }))).toBe('unreachable')
})

test.each([
  [Object.assign(new Error(), { code: 'ENOTFOUND' }), 'unreachable'],
  [Object.assign(new Error(), { code: 'EAI_AGAIN' }), 'unreachable'],
  [Object.assign(new Error(), { code: 'ETIMEDOUT', syscall: 'connect' }), 'unreachable'],
  [Object.assign(new Error(), { code: 'ETIMEDOUT', syscall: 'read' }), 'unknown'],
  [Object.assign(new Error(), { code: 'ECONNABORTED' }), 'unknown'],
  [Object.assign(new Error(), { code: 'ECONNRESET', syscall: 'read' }), 'unknown'],
  [Object.assign(new Error(), { response: { status: 502, data: '' } }), 'unknown'],
  [Object.assign(new Error(), { response: { status: 403, data: '' } }), 'refused'],
  [Object.assign(new Error(), { response: { status: 200, data: { BaseResponse: { Ret: -1 } } } }), 'refused'],
  [new NotSent(Object.assign(new Error(), { code: 'ECONNRESET' })), 'unreachable'],
  [new TypeError('data is undefined'), 'unknown'],
  [undefined, 'unknown'],
])('%o is %s', (error, outcome) => {
  expect(classify(error)).toBe(outcome)
})
