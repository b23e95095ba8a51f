import { expect, test } from 'vitest'
import { transact } from '../../../storage/database.ts'
import { openConversation, report, siping, tiexi } from '../../conversation.ts'

test('units that are silent are proposed once, and again after five working days', async () => {
  const conversation = await openConversation({ date: '2022-05-16', time: '10:00' })
  const { until, say, db } = conversation
  await transact(db, tx =>
    tx
      .updateTable('units')
      .set({ reports: 0 })
      .where('name', 'not in', ['四平市铁东区', '四平市铁西区'])
      .execute(),
  )
  const proposals: string[] = []
  for (const day of ['16', '17', '18', '19', '20', '23', '24', '25', '26', '27']) {
    const date = `2022-05-${day}`
    const morning = await until('10:00', date)
    const found = morning.find(({ text }) => text?.startsWith('【督办建议】'))
    if (found !== undefined)
      proposals.push(`${day} ${found.text?.split('\n')[1]} ${found.choices[0]?.command}`)
    await say(tiexi, siping, report({ unit: '四平市铁西区应急管理局', date }))
    await until('17:00', date)
  }
  expect(proposals).toEqual([
    '19 四平市：四平市铁东区（连续3次缺报） /督办 四平市铁东区 点名点评',
    '26 四平市：四平市铁东区（连续8次缺报） /督办 四平市铁东区 点名点评',
  ])
})

test('silent units are proposed by city, the three that are worst by a tap', async () => {
  const conversation = await openConversation({ date: '2022-05-16', time: '10:00' })
  for (const date of ['2022-05-16', '2022-05-17', '2022-05-18']) await conversation.until('17:00', date)
  const sent = await conversation.until('09:05', '2022-05-19')
  const proposal = sent.find(({ text }) => text?.startsWith('【督办建议】'))!
  const lines = proposal.text!.split('\n')
  expect(lines[0]).toBe('【督办建议】以下69家单位有督办事由，尚未督办：')
  expect(lines.filter(line => line.startsWith('四平市：'))).toHaveLength(1)
  expect(lines).toHaveLength(2 + 9 + 1)
  expect(proposal.choices).toHaveLength(3)
  const next = await conversation.until('09:05', '2022-05-20')
  expect(next.some(({ text }) => text?.startsWith('【督办建议】'))).toBe(false)
})
