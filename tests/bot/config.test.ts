import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig } from '../../bot/config.ts'
import { temporaryDirectory } from '../conversation.ts'

test('without settings: the sandbox on this machine, and a WeChat pace that an account can bear', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ chat: 'sandbox', host: '127.0.0.1', port: 8790, allowRemote: false })
  expect(config.wechat).toEqual({
    puppet: 'wechaty-puppet-wechat4u',
    qrFile: null,
    pace: { overall: 1500, room: 5000, jitter: 750, daily: 3000 },
  })
})

test('the example file sets what is so without it', () => {
  const example = parseEnv(readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8'))
  expect(readConfig(example)).toEqual(readConfig({}))
})

test('WeChat settings are taken as they stand', () => {
  const qrFile = join(temporaryDirectory(), '登录.png')
  const { chat, wechat } = readConfig({
    ANWEI_CHAT: 'wechaty',
    ANWEI_QR_FILE: qrFile,
    ANWEI_WECHAT_PAUSE: '2000',
    ANWEI_WECHAT_ROOM_PAUSE: '0',
    ANWEI_WECHAT_DAILY: '500',
  })
  expect(chat).toBe('wechaty')
  expect(wechat.qrFile).toBe(qrFile)
  expect(wechat.pace).toEqual({ overall: 2000, room: 0, jitter: 1000, daily: 500 })
})

test('every fault is told, each with the name of its setting', () => {
  const faulty = {
    ANWEI_CHAT: 'wechaty',
    ANWEI_PORT: '65536',
    ANWEI_ALLOW_REMOTE: 'true',
    ANWEI_LOG: 'loud',
    ANWEI_WECHAT_PAUSE: '1.5',
    ANWEI_WECHAT_ROOM_PAUSE: '-1',
    ANWEI_WECHAT_DAILY: '0',
    WECHATY_PUPPET: './puppet.js',
    ANWEI_QR_FILE: 'data/anwei.db',
  }
  let told = ''
  try {
    readConfig(faulty)
  } catch (error) {
    told = (error as Error).message
  }
  const { ANWEI_CHAT: _, ...names } = faulty
  for (const name of Object.keys(names)) expect(told).toContain(`\n${name} `)
})

test('the picture of the login code needs a folder that is there', () => {
  const settings = { ANWEI_CHAT: 'wechaty', ANWEI_QR_FILE: join(temporaryDirectory(), 'none', 'login.png') }
  expect(() => readConfig(settings)).toThrow('ANWEI_QR_FILE 应为已有目录')
})
