import { expect, test } from 'vitest'
import { startNode } from './process.ts'

/** A process that is told to stop, with what it does then. */
async function stopped(stop: string, patience: number) {
  const script = `
    import { exitOnCrash } from './bot/crash.ts'
    import { createLog } from './bot/log.ts'
    import { stopOnSignal } from './bot/stop.ts'
    const log = createLog('info')
    exitOnCrash(() => log)
    stopOnSignal(${stop}, log, ${patience})
    setInterval(() => {}, 60_000)
    console.log('ready')
  `
  const bot = startNode(['--input-type=module', '--eval', script])
  await bot.says('ready')
  bot.signal('SIGTERM')
  return bot.end
}

/** Longer than any test. */
const ever = 3_600_000

test('waits for what is under way', async () => {
  const stop = 'async () => { await new Promise(resolve => setImmediate(resolve)); console.error("sent") }'
  expect(await stopped(stop, ever)).toEqual({ code: 0, said: 'sent\n' })
})

test('does not wait for ever for a platform that does not answer', async () => {
  const { code, said } = await stopped('() => new Promise(() => {})', 1)
  expect(code).toBe(75)
  expect(said).toContain('stopped before a message had gone out')
})

test('a crash while stopping ends it at once', async () => {
  const hangs = '() => { setImmediate(() => { throw new Error("gone") }); return new Promise(() => {}) }'
  expect((await stopped(hangs, ever)).code).toBe(70)
  const fails = 'async () => { throw new Error("gone") }'
  const { code, said } = await stopped(fails, ever)
  expect(code).toBe(70)
  expect(said).toContain('gone')
})
