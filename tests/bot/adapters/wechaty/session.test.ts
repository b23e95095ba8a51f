import { chmodSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openFakeWechat } from '../../../web-wechat/fake-wechat.ts'
import { openWechatBot } from './open-wechat-bot.ts'

const ours = () => {}
afterEach(() => {
  process.off('uncaughtException', ours)
})

// The first test of the file: libraries are loaded once in a process.
test('loading the WeChat library leaves our crash handler, and none of its own', async () => {
  process.on('uncaughtException', ours)
  const before = process.listeners('uncaughtException')
  const bot = await openWechatBot(await openFakeWechat())
  await bot.online()
  expect(process.listeners('uncaughtException')).toEqual(before)
})

test('the session is nobody’s but the bot’s, also one that was readable for all', async () => {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  await bot.online()
  const session = join(bot.directory, 'wechat.memory-card.json')
  const mode = () => statSync(session).mode & 0o777
  await bot.minute()
  expect(mode()).toBe(0o600)
  expect(statSync(session).size).toBeGreaterThan(100)

  await bot.stop()
  chmodSync(session, 0o644)
  const again = await openWechatBot(wechat, { directory: bot.directory })
  await again.online()
  await again.minute()
  expect(mode()).toBe(0o600)
})
