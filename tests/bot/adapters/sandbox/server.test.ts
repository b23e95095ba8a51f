import { describe, expect, test } from 'vitest'
import type { Delivery } from '../../../../commands/message.ts'
import {
  aroundEachTest,
  fetchFiles,
  listen,
  options,
  post,
  received,
  reopen,
  sandbox,
  state,
} from './open-sandbox.ts'

const room = '四平市日报报送群'
const reporter = '四平市铁东区报送员'

const outgoing = (delivery: Partial<Delivery>): Delivery => ({
  to: { room },
  mentions: [],
  choices: [],
  ...delivery,
})

aroundEachTest()

describe('what a person says', () => {
  test('reaches the bot, and stands in the room', async () => {
    const { status, body } = await post('/api/messages', { room, from: reporter, text: '今日无检查' })
    expect(status).toBe(200)
    expect(received).toEqual([
      {
        id: body.id,
        at: '2022-05-18T06:20:00.000Z',
        room,
        from: reporter,
        text: '今日无检查',
        mention: false,
      },
    ])
    expect((await state()).entries).toMatchObject([
      { id: body.id, conversation: `room:${room}`, from: reporter, bot: false, text: '今日无检查' },
    ])
  })

  test('in private, with a quote, mentioning the bot', async () => {
    await post('/api/messages', {
      room: null,
      from: '危化二处处长',
      text: '@安委日报机器人 /帮助',
      quote: 'm1',
    })
    expect(received).toMatchObject([{ room: null, from: '危化二处处长', quote: 'm1', mention: true }])
    expect((await state()).entries[0]!.conversation).toBe('person:危化二处处长')
  })

  test('may be a file, which the bot reads and the page offers', async () => {
    const base64 = Buffer.from('内容').toString('base64')
    await post('/api/messages', { room, from: reporter, file: { name: 'C:\\日报\\铁东区.xlsx', base64 } })
    expect(received[0]).toMatchObject({ text: '', file: { name: '铁东区.xlsx', size: 6 } })
    expect(Buffer.from(await received[0]!.file!.read()).toString()).toBe('内容')
    const [file] = await fetchFiles()
    expect(await file!.text()).toBe('内容')
  })

  test('can be withdrawn, by who said it and once', async () => {
    const { body } = await post('/api/messages', { room, from: reporter, text: '发错了' })
    const other = await post('/api/recall', { id: body.id, from: '通化市报送员' })
    expect(other).toEqual({ status: 403, body: { error: '只能撤回自己发的消息' } })
    expect((await post('/api/recall', { id: body.id, from: reporter })).status).toBe(200)
    expect(received[1]).toMatchObject({ room, from: reporter, text: '', recall: body.id })
    expect((await state()).entries).toMatchObject([{ recalled: true, text: '' }])
    expect((await post('/api/recall', { id: body.id, from: reporter })).status).toBe(409)
  })

  test.each([
    [{ room, from: reporter, text: ' \n' }, 400, '不能发送空白消息'],
    [{ room: '没有的群', from: reporter, text: '在吗' }, 404, '没有名为“没有的群”的群'],
    [{ room, from: ' ', text: '在吗' }, 400, '发言人姓名须为 1 至 64 个字'],
    [{ from: reporter, text: '在吗' }, 400, '缺少群名'],
    ['[1]', 400, '请求须为 JSON 对象'],
    ['{"room":', 400, '请求不是有效的 JSON'],
  ])('%j is refused', async (body, status, error) => {
    expect(await post('/api/messages', body)).toEqual({ status, body: { error } })
    expect(received).toEqual([])
  })

  test('an oversized message is refused with a reason', async () => {
    const answer = await post('/api/messages', { room, from: reporter, text: 'x'.repeat(26 * 1024 * 1024) })
    expect(answer).toEqual({ status: 413, body: { error: '内容过大，单个附件请控制在 18 MB 以内' } })
  })
})

describe('what the bot sends', () => {
  test('appears at once on an open page, with its choices', async () => {
    const next = await listen()
    expect((await next()).name).toBe('state')
    await sandbox.send(
      outgoing({
        text: '请核实',
        mentions: [reporter],
        choices: [{ number: 1, label: '属实', command: '/核实 1' }],
      }),
    )
    const { name, data } = await next()
    expect(name).toBe('entry')
    expect(data.entry).toMatchObject({
      conversation: `room:${room}`,
      bot: true,
      text: '请核实',
      mentions: [reporter],
      choices: [{ label: '属实', command: '/核实 1' }],
    })
    expect((await state()).entries).toEqual([data.entry])
  })

  test('a workbook is downloaded, a picture is shown, neither is ever guessed to be a page', async () => {
    await sandbox.send(outgoing({ file: { name: '日报表（5月18日）.xlsx', bytes: Buffer.from('PK') } }))
    await sandbox.send(outgoing({ file: { name: '日报.png', bytes: Buffer.from('png') } }))
    await sandbox.send(outgoing({ file: { name: 'a.html', bytes: Buffer.from('<script>') } }))
    const [book, picture, page] = (await fetchFiles()) as [Response, Response, Response]
    expect(book.headers.get('content-type')).toContain('spreadsheetml')
    expect(book.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('日报表（5月18日）.xlsx')}`,
    )
    expect(Buffer.from(await book.arrayBuffer()).toString()).toBe('PK')
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('content-disposition')).toMatch(/^inline/)
    expect(page.headers.get('content-type')).toBe('application/octet-stream')
    for (const { headers } of [book, picture, page])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('a conversation keeps its last 500 messages', async () => {
    await sandbox.send(outgoing({ file: { name: '旧.xlsx', bytes: Buffer.from('旧') } }))
    const { url } = (await fetchFiles())[0]!
    for (let count = 1; count <= 500; count++) await sandbox.send(outgoing({ text: String(count) }))
    const { entries } = await state()
    expect([entries.length, entries[0]!.text, entries[499]!.text]).toEqual([500, '1', '500'])
    expect((await fetch(url)).status).toBe(404)
  })
})

describe('time', () => {
  test.each([
    ['15:00', '2022-05-18T07:00:00.000Z'],
    ['16:30', '2022-05-18T08:30:00.000Z'],
    ['next-working-day', '2022-05-19T01:00:00.000Z'],
    ['2022-05-20T10:00:00+08:00', '2022-05-20T02:00:00.000Z'],
  ])('goes to %s', async (to, reached) => {
    expect(await post('/api/clock', { to })).toEqual({ status: 200, body: { now: reached, moving: false } })
    expect((await state()).clock.now).toBe(reached)
  })

  test.each(['14:20', '09:00', '2021-01-01T00:00:00Z', '2032-01-01T00:00:00Z', '25:00', '明天', 5, null])(
    'does not go to %j',
    async to => expect((await post('/api/clock', { to })).status).toBe(400),
  )

  test('moves once at a time, and every page sees it', async () => {
    let arrive = () => {}
    const advanceTo = () => new Promise<void>(resolve => (arrive = resolve))
    await reopen({ clock: { ...options.clock, advanceTo } })
    const next = await listen()
    await next()
    const first = post('/api/clock', { to: '15:00' })
    expect(await next()).toMatchObject({ name: 'clock', data: { moving: true } })
    expect(await post('/api/clock', { to: '16:30' })).toEqual({
      status: 409,
      body: { error: '时间正在推进，请稍候' },
    })
    arrive()
    expect((await first).status).toBe(200)
    expect(await next()).toMatchObject({ name: 'clock', data: { moving: false } })
  })

  test('the sample day is offered where there is one, and speaks for people', async () => {
    expect((await state()).sampleDay).toBe(false)
    expect((await post('/api/sample-day', {})).status).toBe(404)
    await reopen({
      playSampleDay: async () => void (await sandbox.post({ room, from: reporter, text: '今日无检查' })),
    })
    expect((await state()).sampleDay).toBe(true)
    expect((await post('/api/sample-day', {})).status).toBe(200)
    expect(received).toMatchObject([{ room, from: reporter, text: '今日无检查' }])
  })

  test('what fails in the bot is told to the page', async () => {
    await reopen({ clock: { ...options.clock, advanceTo: () => Promise.reject(new Error('日历已到尽头')) } })
    expect(await post('/api/clock', { to: '15:00' })).toEqual({
      status: 500,
      body: { error: '沙盒内部出错：日历已到尽头' },
    })
    expect((await state()).clock.moving).toBe(false)
  })
})
