import { expect, test } from 'vitest'
import { createQrCodeDisplay } from '../../../../bot/adapters/wechaty/login.ts'

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
