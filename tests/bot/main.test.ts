import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimDataDirectory, databaseFile } from '../../bot/data-directory.ts'
import { temporaryDirectory } from '../conversation.ts'
import { startNode } from './process.ts'

const sandbox = { ANWEI_CHAT: 'sandbox', ANWEI_PORT: '0', ANWEI_HOST: '', ANWEI_LOG: '' }
const ready = '沙盒已启动'

/** Starts the bot; `before` is code that runs in its process first. */
const startBot = (settings: Record<string, string>, before = '') =>
  startNode([...(before === '' ? [] : ['--import', `data:text/javascript,${before}`]), 'bot/main.ts'], {
    ...sandbox,
    ...settings,
  })

describe('a start that cannot be', () => {
  test('a corrupt database refuses the start with a sentence that says what to do', async () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'anwei.db'), 'no database'.repeat(1000))
    const { code, said } = await startBot({ ANWEI_DATA: directory }).end
    expect(code).toBe(1)
    expect(said).toMatch(/已损坏.*移走留存/)
    expect(said).not.toContain('at ')
  })

  test('a second bot on the same data is refused, and may be tried again', async () => {
    const directory = temporaryDirectory()
    const release = claimDataDirectory(directory)
    const { code, said } = await startBot({ ANWEI_DATA: directory }).end
    release()
    expect(code).toBe(1)
    expect(said).toContain('正由另一个 anwei-bot 使用')
  })

  test('faulty settings are all told at once, with the code that tells a supervisor to leave it', async () => {
    const { code, said } = await startBot({
      ANWEI_DATA: temporaryDirectory(),
      ANWEI_CHAT: 'weixin',
      ANWEI_PORT: 'abc',
    }).end
    expect(code).toBe(78)
    expect(said).toMatch(/ANWEI_CHAT.*\n.*ANWEI_PORT/)
  })

  test('the sandbox does not listen beyond loopback unless told to', async () => {
    const { code, said } = await startBot({ ANWEI_DATA: temporaryDirectory(), ANWEI_HOST: '0.0.0.0' }).end
    expect(code).toBe(78)
    expect(said).toContain('0.0.0.0')
  })

  test('WeChat without a roster says how to import one', async () => {
    const { code, said } = await startBot({ ANWEI_DATA: temporaryDirectory(), ANWEI_CHAT: 'wechaty' }).end
    expect(code).toBe(78)
    expect(said).toContain('npm run roster -- import')
  })

  test('a puppet that is not installed is named before anything is loaded', async () => {
    const { code, said } = await startBot({
      ANWEI_DATA: temporaryDirectory(),
      ANWEI_CHAT: 'wechaty',
      WECHATY_PUPPET: 'wechaty-puppet-padlocal',
    }).end
    expect(code).toBe(78)
    expect(said).toContain('“wechaty-puppet-padlocal”没有安装')
    expect(said).not.toContain('at ')
  })
})

describe('a bot that runs', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('ends in order on %s, also when it comes twice', async signal => {
    const bot = startBot({ ANWEI_DATA: temporaryDirectory() })
    await bot.says(ready)
    bot.signal(signal)
    bot.signal(signal)
    expect(await bot.end).toEqual({ code: 0, said: '' })
  })

  test('keeps its database to its own user', async () => {
    const directory = temporaryDirectory()
    const bot = startBot({ ANWEI_DATA: directory })
    await bot.says(ready)
    expect(statSync(databaseFile(directory)).mode & 0o777).toBe(0o600)
    bot.signal('SIGTERM')
    await bot.end
  })

  test.each([
    ['an error that nobody caught', 'throw new Error("no such thing")'],
    ['a promise that nobody awaited', 'void Promise.reject(new Error("no such thing"))'],
  ])('ends with %s in its log, and starts again on the same data', async (_, fault) => {
    const directory = temporaryDirectory()
    const bot = startBot({ ANWEI_DATA: directory }, `process.on("SIGUSR2",()=>{${fault}})`)
    await bot.says(ready)
    bot.signal('SIGUSR2')
    const { code, said } = await bot.end
    expect(code).toBe(70)
    const lines = said.trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 60, err: { message: 'no such thing' } })
    const next = startBot({ ANWEI_DATA: directory })
    await next.says(ready)
    next.signal('SIGTERM')
    expect((await next.end).code).toBe(0)
  })
})
