import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createDispatcher } from '../../bot/dispatcher.ts'
import { createLog } from '../../bot/log.ts'
import { addReport } from '../../storage/reports.ts'
import { collectingRound } from '../../storage/rounds.ts'
import { openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

test('the same message twice is one', async () => {
  const { say, sent } = await openConversation()
  await say(tiedong, siping, report(), { id: 'm1' })
  await say(tiedong, siping, report(), { id: 'm1' })
  expect(sent).toHaveLength(1)
})

test('what was kept and not handled is handled at the next start', async () => {
  const first = await openConversation()
  await first.db
    .insertInto('inbox')
    .values({
      messageId: 'kept',
      at: first.clock.now().toISOString(),
      receivedAt: first.clock.now().toISOString(),
      room: siping,
      sender: tiedong,
      origin: 'chat',
      text: report(),
      mention: 0,
      state: 'new',
    })
    .execute()
  await first.close()
  const second = await openConversation({ directory: first.directory, time: '09:10' })
  await second.bot.pump()
  expect(second.textIn(siping)).toContain('已收第1号')
})

test('a handler that throws rolls back its own message only; the sender and the duty group are told', async () => {
  const { db, clock, say, sent, bot } = await openConversation()
  const dispatcher = createDispatcher(
    db,
    async (message, { db: tx, now }) => {
      const round = await collectingRound(tx)
      await addReport(
        tx,
        {
          roundId: round!.id,
          unit: '四平市铁东区',
          status: 'counted',
          inboxId: message.id,
          messageId: message.messageId,
          room: message.room,
          sender: message.sender,
          receivedAt: now,
          late: false,
        },
        { zeroOn: '2022-05-18' },
      )
      if (message.text === 'bad') throw new Error('secret detail')
      return [{ to: { room: siping }, text: `done ${message.text}` }]
    },
    clock.now,
    createLog('silent'),
  )
  const at = clock.now().toISOString()
  for (const text of ['good', 'bad', 'fine'])
    await db
      .insertInto('inbox')
      .values({
        messageId: text,
        at,
        receivedAt: at,
        room: siping,
        sender: tiexi,
        origin: 'chat',
        text,
        mention: 0,
        state: 'new',
      })
      .execute()
  await dispatcher.drain()
  await bot.pump()
  expect(await db.selectFrom('reports').select('messageId').orderBy('id').execute()).toEqual([
    { messageId: 'good' },
    { messageId: 'fine' },
  ])
  const [failed] = await db
    .selectFrom('inbox')
    .select(['messageId', 'error'])
    .where('state', '=', 'failed')
    .execute()
  expect(failed).toMatchObject({ messageId: 'bad', error: 'Error: secret detail' })
  const texts = sent.map(message => `${message.where} ${message.text}`)
  expect(texts).toContainEqual(expect.stringContaining('四平市日报报送群 有一条消息暂未处理成功'))
  expect(texts).toContainEqual(expect.stringContaining('值班群 【处理异常】'))
  expect(texts.join()).not.toContain('secret detail')
  expect((await say(tiedong, siping, '/缺报'))[0]?.text).toContain('实报1家')
})

test('on a full disk a message is refused aloud, and the bot lives on', async () => {
  const { db, say, textIn } = await openConversation()
  await say(tiedong, siping, report())
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${rows[0]!.page_count}`).execute(db)
  const refused = await say(
    tiexi,
    siping,
    report({ unit: '铁西区应急局', hazards: '很长的隐患描述'.repeat(2000) }),
  )
  expect(textIn(siping, refused)).toContain('未能保存，请稍后重新发送')
  expect(textIn('值班群', refused)).toContain('存储已满')
  await sql`pragma max_page_count = 1000000`.execute(db)
  expect(textIn(siping, await say(tiexi, siping, '/缺报'))).toContain('实报1家')
})
