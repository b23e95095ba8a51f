import { expect, test } from 'vitest'
import { trackedHazards } from '../../storage/tracked-hazards.ts'
import { openConversation, report, siping, tiedong } from '../conversation.ts'

test('what was mended before the round is compiled the daily report calls rectified', async () => {
  const conversation = await openConversation()
  const said = report({ hazards: '灭火器压力不足', rectification: '未整改，限期5月25日前整改' })
  await conversation.say(tiedong, siping, said)
  await conversation.until('14:00')
  await conversation.say(tiedong, siping, '/整改 1-1 已更换2具')
  const again = await conversation.say(tiedong, siping, said)
  expect(again[0]?.text ?? '').not.toContain('已收')
  await conversation.until('16:31')
  const { snapshot } = await conversation.db
    .selectFrom('editions')
    .select('snapshot')
    .executeTakeFirstOrThrow()
  const { localRows } = JSON.parse(snapshot) as { localRows: { hazards: { rectified: boolean }[] }[] }
  expect(localRows.flatMap(({ hazards }) => hazards.map(({ rectified }) => rectified))).toEqual([true])
  const { rectifiedCount } = await conversation.db
    .selectFrom('reports')
    .select('rectifiedCount')
    .executeTakeFirstOrThrow()
  expect(rectifiedCount).toBe(1)
  // Who corrects something else with the words as they were takes nothing back.
  await conversation.say(tiedong, siping, `更正 1\n${said.replace('张三', '王五')}`)
  expect((await trackedHazards(conversation.db)).map(({ state }) => state)).toEqual(['reported'])
})
