import { afterEach, expect, test } from 'vitest'
import { withoutCrashListeners } from '../../../../bot/adapters/wechaty/crash-listeners.ts'

const earlier = () => {}
afterEach(() => {
  process.off('uncaughtException', earlier)
})

test('listeners that loading installs are gone, those from before stay, also when loading fails', async () => {
  process.on('uncaughtException', earlier)
  const before = process.listeners('uncaughtException')
  const install = () => process.on('uncaughtException', () => {})
  expect(
    await withoutCrashListeners(async () => {
      install()
      return 'loaded'
    }),
  ).toBe('loaded')
  expect(process.listeners('uncaughtException')).toEqual(before)
  await expect(
    withoutCrashListeners(async () => {
      install()
      throw new Error('no such puppet')
    }),
  ).rejects.toThrow('no such puppet')
  expect(process.listeners('uncaughtException')).toEqual(before)
})
