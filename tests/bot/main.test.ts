import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claimDataDirectory } from '../../bot/data-directory.ts'
import { temporaryDirectory } from '../conversation.ts'

/** Starts the bot and gives its exit code and what it said. */
function start(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise(resolve => {
    const bot = spawn(process.execPath, ['bot/main.ts'], {
      env: { ...process.env, ANWEI_CHAT: 'sandbox', ANWEI_PORT: '0', ANWEI_HOST: '', ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    bot.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    bot.on('close', code => resolve({ code, said }))
  })
}

test('a corrupt database refuses the start with a sentence that says what to do', async () => {
  const directory = temporaryDirectory()
  writeFileSync(join(directory, 'anwei.db'), 'no database'.repeat(1000))
  const { code, said } = await start({ ANWEI_DATA: directory })
  expect(code).toBe(1)
  expect(said).toMatch(/已损坏.*移走留存/)
  expect(said).not.toContain('at ')
})

test('a second bot on the same data is refused', async () => {
  const directory = temporaryDirectory()
  const release = claimDataDirectory(directory)
  const { code, said } = await start({ ANWEI_DATA: directory })
  release()
  expect(code).toBe(1)
  expect(said).toContain('正由另一个 anwei-bot 使用')
})

test('faulty settings are all told at once', async () => {
  const { code, said } = await start({
    ANWEI_DATA: temporaryDirectory(),
    ANWEI_CHAT: 'weixin',
    ANWEI_PORT: 'abc',
  })
  expect(code).toBe(1)
  expect(said).toMatch(/ANWEI_CHAT.*\n.*ANWEI_PORT/)
})

test('the sandbox does not listen beyond loopback unless told to', async () => {
  const { code, said } = await start({ ANWEI_DATA: temporaryDirectory(), ANWEI_HOST: '0.0.0.0' })
  expect(code).toBe(1)
  expect(said).toContain('0.0.0.0')
})
