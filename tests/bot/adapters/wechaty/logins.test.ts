import { expect, test, vi } from 'vitest'
import { readChannelState } from '../../../../commands/channel/channel-state.ts'
import { openDepartment } from './open-department.ts'

test('an account that is logged out again while its address book is waited for is there after the next login', async () => {
  const { wechat, bot, group, answer } = await openDepartment()
  const login = async (time: string) => {
    wechat.forceLogout({ noticedBy: 'webwxsync' })
    await wechat.until(() => wechat.code !== null, 'a code')
    await bot.until(time)
    wechat.scan()
    await wechat.idle()
  }
  wechat.autoScan = false
  // biome-ignore lint/complexity/useLiteralKeys: it is protected
  const friends = vi.spyOn(wechat['world'], 'friends').mockImplementation(() => {
    throw new Error('busy')
  })
  await login('10:00')
  expect(bot.port.isOnline()).toBe(false)
  friends.mockRestore()
  await login('10:10')
  await bot.online()
  expect(await answer(group, '【离线说明】')).toContain('5月18日09:00至10:10')
  expect(bot.port.isOnline()).toBe(true)
  expect(await readChannelState(bot.db)).toMatchObject({ online: true, account: '安委日报机器人' })
})
