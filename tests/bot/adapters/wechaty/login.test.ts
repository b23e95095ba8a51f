import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import QrCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import { createQrCodeDisplay } from '../../../../bot/adapters/wechaty/login.ts'
import { temporaryDirectory } from '../../../conversation.ts'

test('a code is shown once, with what to do; a new one is shown again', async () => {
  const printed: string[] = []
  const show = createQrCodeDisplay(text => printed.push(text))
  for (const code of ['https://login.weixin.qq.com/l/a', 'https://login.weixin.qq.com/l/a', ''])
    await show(code)
  expect(printed).toHaveLength(2)
  expect(printed[0]).toMatch(/[▀▄█]/)
  expect(printed[1]).toBe('请用微信扫描二维码登录')
  await show('https://login.weixin.qq.com/l/b')
  expect(printed).toHaveLength(4)
})

describe('the picture', () => {
  const first = 'https://login.weixin.qq.com/l/a'

  test('holds the code, only for the bot’s user, and is gone after the login', async () => {
    const file = join(temporaryDirectory(), 'login.png')
    const printed: string[] = []
    const show = createQrCodeDisplay(text => printed.push(text), file)
    await show(first)
    expect(printed[1]).toContain(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await modulesIn(file)).toEqual(modulesOf(first))
    await show('https://login.weixin.qq.com/l/b')
    expect(await modulesIn(file)).toEqual(modulesOf('https://login.weixin.qq.com/l/b'))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await show.done()
    expect(readdirSync(dirname(file))).toEqual([])
  })

  test('does not come back when the login overtakes it', async () => {
    const file = join(temporaryDirectory(), 'login.png')
    const show = createQrCodeDisplay(() => {}, file)
    await Promise.all([show(first), show.done()])
    await show(first)
    expect(readdirSync(dirname(file))).toEqual([])
  })

  test('that cannot be written leaves the terminal, and says so to who waits', async () => {
    const printed: string[] = []
    const show = createQrCodeDisplay(
      text => printed.push(text),
      join(temporaryDirectory(), 'none', 'login.png'),
    )
    await expect(show(first)).rejects.toThrow('ENOENT')
    expect(printed).toHaveLength(2)
    await show.done()
  })
})

/** Dark and light of each module of a code, in rows. */
const modulesOf = (code: string) => [...QrCode.create(code).modules.data].map(Boolean)

/** The same, read from a picture with a margin of four modules. */
async function modulesIn(file: string): Promise<boolean[]> {
  const picture = await loadImage(file)
  const canvas = createCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  context.drawImage(picture, 0, 0)
  const scale = 8
  const size = picture.width / scale - 8
  return Array.from({ length: size * size }, (_, index) => {
    const [x, y] = [index % size, Math.floor(index / size)].map(at => (at! + 4.5) * scale) as [number, number]
    return context.getImageData(x, y, 1, 1).data[0]! < 128
  })
}
