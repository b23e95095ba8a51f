import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { dutyRoom, openConversation, report, siping, tiedong } from '../conversation.ts'

const refusal = '系统存储异常，刚才这条消息未能保存，请稍后重新发送。'

test('while the disk is full a group hears of it once in half an hour, however many write', async () => {
  const { say, db, clock, textIn } = await openConversation()
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${rows[0]!.page_count}`).execute(db)
  const long = report({ hazards: '隐患'.repeat(50_000) })
  const heard = async (minutes: number) => {
    clock.set(new Date(clock.now().getTime() + minutes * 60_000))
    return say(tiedong, siping, long)
  }
  const first = await heard(0)
  expect(textIn(siping, first)).toBe(refusal)
  expect(textIn(dutyRoom, first)).toContain('存储已满')
  expect([...(await heard(1)), ...(await heard(10)), ...(await heard(18))]).toEqual([])
  expect(textIn('长春市日报报送群', await say('路人', '长春市日报报送群', long))).toBe(refusal)
  expect(textIn(siping, await heard(2))).toBe(refusal)
})
