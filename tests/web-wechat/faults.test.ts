import https from 'node:https'
import { expect, test } from 'vitest'
import { hurry, startClient } from './client.ts'
import { openFakeWechat } from './fake-wechat.ts'

async function openRoom() {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四')
  const room = wechat.addRoom('日报群', [li])
  const client = await startClient()
  await wechat.idle()
  const say = (text: string) => wechat.say(li, room, text)
  const texts = () => client.heard.map(message => message.text())
  return {
    wechat,
    client,
    say,
    texts,
    heard: (n: number) => wechat.until(() => texts().length === n, `${n} texts`),
  }
}

test.each(['retcode', 'http'] as const)('a failed synccheck (%s) loses nothing', async how => {
  const { wechat, say, texts, heard } = await openRoom()
  const before = wechat.requests.get('synccheck')!
  wechat.failSyncs(1, how)
  say('照样收到')
  await hurry(() => heard(1))
  expect(texts()).toEqual(['照样收到'])
  expect(wechat.requests.get('synccheck')).toBeGreaterThan(before)
})

test('messages come twice, in one answer, or not at all, as asked for', async () => {
  const { wechat, client, say, texts, heard } = await openRoom()
  wechat.duplicateNext()
  const id = say('两次')
  await heard(2)
  expect(client.heard.map(message => message.id)).toEqual([id, id])
  await wechat.idle()
  const syncs = wechat.requests.get('webwxsync')!
  await wechat.batch(async () => {
    say('甲')
    await new Promise(setImmediate)
    say('乙')
  })
  wechat.loseMessages(() => say('丢了'))
  await heard(4)
  await wechat.idle()
  expect(texts()).toEqual(['两次', '两次', '甲', '乙'])
  expect(wechat.requests.get('webwxsync')).toBe(syncs + 1)
})

test('nothing is heard while the network is cut or synccheck hangs; it comes afterwards', async () => {
  const { wechat, client, say, texts, heard } = await openRoom()
  wechat.hangSyncs()
  say('挂起')
  await new Promise(setImmediate)
  expect(texts()).toEqual([])
  wechat.resumeSyncs()
  await heard(1)
  await wechat.idle()
  wechat.cutNetwork()
  say('断网')
  await hurry(async () => {
    await wechat.until(() => client.errors.length > 0, 'an error')
    expect(texts()).toEqual(['挂起'])
    wechat.restoreNetwork()
    await heard(2)
  })
})

test('a client that outlived its server never reaches another', async () => {
  const { wechat, client } = await openRoom()
  await wechat.close()
  const next = await openFakeWechat()
  // biome-ignore lint/suspicious/noExplicitAny: the puppet keeps its client to itself
  const { wechat4u } = client.bot.puppet as any
  const asked = wechat4u.syncCheck().then(String, String)
  const other = await startClient()
  await next.idle()
  expect(await Promise.race([asked, 'no answer'])).toBe('no answer')
  expect([other.logins, next.requests.get('synccheck')]).toEqual([1, 1])
})

test('no other host can be reached, and after closing none at all', async () => {
  const wechat = await openFakeWechat()
  const outcome = (url: string) =>
    new Promise<string>(resolve => {
      https
        .get(url, response => resolve(String(response.statusCode)))
        .on('error', error => resolve(error.message))
    })
  expect(await outcome('https://login.wx.qq.com/cgi-bin/mmwebwx-bin/jslogin')).toBe('200')
  expect(await outcome('https://example.com/')).toMatch(/no connection to example.com/)
  await expect(fetch('http://example.com/')).rejects.toThrow()
  await wechat.close()
  const hung = https.get('https://wx.qq.com/')
  const closed = new Promise(resolve => hung.on('error', resolve).on('response', resolve))
  hung.destroy(new Error('nobody answers'))
  expect(await closed).toMatchObject({ message: 'nobody answers' })
})
