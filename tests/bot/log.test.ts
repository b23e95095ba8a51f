import { closeSync, existsSync, openSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startNode } from './process.ts'

const logged = async (code: string, settings = {}) => {
  const script = `import { createLog } from './bot/log.ts'; ${code}`
  const { said } = await startNode(['--input-type=module', '--eval', script], settings).end
  return said
}

test('an error is told with its cause and code, without the request that carries the cookies', async () => {
  const said = await logged(`
    const error = new Error('sending failed', { cause: new Error('connection reset') })
    Object.assign(error, { code: 'ECONNRESET', config: { headers: { Cookie: 'wxsid=SECRET' } } })
    createLog('info').error({ err: new AggregateError([error], 'all failed') }, 'not sent')
    createLog('info').error({ err: error }, 'not sent')
  `)
  expect(said).not.toContain('SECRET')
  const [all, one] = said
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(one).toMatchObject({ msg: 'not sent', err: { type: 'Error', code: 'ECONNRESET' } })
  expect(one.err.message).toBe('sending failed: connection reset')
  expect(all.err.errors[0].code).toBe('ECONNRESET')
})

test('a level that there is not does not silence it', async () => {
  const said = await logged(`createLog().info('here'); createLog().debug('not')`, { ANWEI_LOG: 'loud' })
  expect(
    said
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).msg),
  ).toEqual(['here'])
})

test.skipIf(!existsSync('/dev/full'))('a full disk under the log does not end the bot', async () => {
  const full = openSync('/dev/full', 'w')
  const script = `
    import { createLog } from './bot/log.ts'
    const log = createLog('info')
    for (const turn of [1, 2, 3]) log.error({ turn }, 'disk full')
    setImmediate(() => console.log('goes on'))
  `
  const bot = startNode(['--input-type=module', '--eval', script], {}, full)
  closeSync(full)
  await bot.says('goes on')
  expect((await bot.end).code).toBe(0)
})
