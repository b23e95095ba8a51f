import { expect, test } from 'vitest'
import { startNode } from './process.ts'

/** Runs code in a process that has our crash handlers. */
const run = (code: string, log = `createLog('info')`) =>
  startNode([
    '--input-type=module',
    '--eval',
    `
      import { exitOnCrash } from './bot/crash.ts'
      import { createLog } from './bot/log.ts'
      import { withoutCrashListeners } from './bot/adapters/wechaty/crash-listeners.ts'
      const log = ${log}
      exitOnCrash(() => log)
      setInterval(() => {}, 60_000)
      ${code}
    `,
  ]).end

test('loading the WeChat library does not take the crash handlers away', async () => {
  const { code, said } = await run(`
    await withoutCrashListeners(() => import('wechat4u'))
    setImmediate(() => { throw new Error('out of order') })
  `)
  expect(code).toBe(70)
  expect(JSON.parse(said)).toMatchObject({
    level: 60,
    msg: 'uncaught exception',
    err: { message: 'out of order' },
  })
})

test('a log that fails, or an error that is none, does not keep it alive', async () => {
  const failing = `{ fatal() { throw new Error('no log') } }`
  expect((await run(`throw new Error('gone')`, failing)).code).toBe(70)
  const { code, said } = await run(`void Promise.reject('nothing')`)
  expect(code).toBe(70)
  expect(JSON.parse(said)).toMatchObject({ msg: 'unhandled rejection', err: 'nothing' })
})
