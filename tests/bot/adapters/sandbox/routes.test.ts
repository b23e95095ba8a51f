import { expect, test } from 'vitest'
import { createSandbox } from '../../../../bot/adapters/sandbox/server.ts'
import { aroundEachTest, options, post, raw, received, sandbox } from './open-sandbox.ts'

aroundEachTest()

test('it listens to this machine only, unless told otherwise', () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'example.com', '127.0.0.1.example.com'])
    expect(() => createSandbox({ ...options, host })).toThrow('只能在本机地址')
  for (const host of ['127.0.0.1', 'localhost', '::1']) createSandbox({ ...options, host })
  createSandbox({ ...options, host: '0.0.0.0', allowRemote: true })
})

test('a foreign name for this machine is refused (DNS rebinding)', async () => {
  const { port } = new URL(sandbox.url)
  expect((await raw('/api/state', { Host: 'evil.example:80' })).status).toBe(403)
  expect((await raw('/', { Host: `127.0.0.1.evil.example:${port}` })).status).toBe(403)
  expect((await raw('/', { Host: '192.168.1.5' })).status).toBe(403)
  expect((await raw('/', { Host: `localhost:${port}` })).status).toBe(200)
  expect((await raw('/', { Host: `[::1]:${port}` })).status).toBe(200)
})

test('another site cannot post', async () => {
  const body = { room: null, from: '四平市铁东区报送员', text: '冒名' }
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
    expect((await post('/api/messages', body, { Origin: origin })).status).toBe(403)
  expect((await post('/api/messages', body, { 'Content-Type': 'text/plain' })).status).toBe(415)
  expect(received).toEqual([])
  expect((await post('/api/messages', body, { Origin: sandbox.url })).status).toBe(200)
})

test('only the page itself is served', async () => {
  for (const path of [
    '/../server.ts',
    '/page/../../server.ts',
    '/%2e%2e/server.ts',
    '/..%2fserver.ts',
    '//etc/passwd',
    '/files/../../server.ts',
    '/files/1',
    '/api/__proto__',
  ])
    expect((await raw(path)).status, path).toBe(404)
  const page = await fetch(sandbox.url)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  const html = await page.text()
  const asked = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(match => match[1]!)
  expect(asked.length).toBeGreaterThan(3)
  for (const path of asked) expect((await fetch(sandbox.url + path)).status, path).toBe(200)
})

test('a taken port is told in Chinese', async () => {
  const second = createSandbox({ ...options, port: Number(new URL(sandbox.url).port) })
  await expect(
    second.start({ receive: async () => {}, tell: async () => {}, pump: async () => {} }),
  ).rejects.toThrow('端口可能已被占用')
})
