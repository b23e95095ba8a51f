import { expect, test } from 'vitest'
import { duty, dutyRoom, siping, tiexi } from '../../conversation.ts'
import { head, heads, openAfternoon, praise } from './commented-day.ts'

test('before it is sent out it tells what is still to be done', async () => {
  const { publish, say } = await openAfternoon()
  const state = async () => (await say(head, heads, '/点评 状态'))[0]!.text
  await say(head, heads, `/点评 ${praise}`)
  expect(await state()).toBe('危化二处日点评（编号1）：待发布，发布请发送“/点评 发布 1”。')
  await publish(praise)
  expect(await state()).toBe('危化二处日点评（编号2）：将于16:50:45发出。')
  await say(head, heads, '/点评 取消 2')
  expect(await state()).toBe('危化二处日点评（编号2）：已取消，未发出。')
})

test('the duty officer sees any by its number; who has none is asked for one', async () => {
  const { publish, say, until } = await openAfternoon()
  await publish(praise)
  await until('16:51')
  for (const written of ['1', '编号1', '危化二处1', '危化二处第1期', '危化二处日点评第１期'])
    expect((await say(duty, dutyRoom, `/点评 状态 ${written}`))[0]!.text).toContain(
      '第1期（编号1）：5月18日16:50发出',
    )
  expect((await say(duty, dutyRoom, '/点评 状态'))[0]!.text).toContain('请写明点评编号')
  expect((await say(duty, dutyRoom, '/点评 状态 第1期'))[0]!.text).toContain('请写明处室')
  expect((await say(duty, dutyRoom, '/点评 状态 9'))[0]!.text).toBe('没有编号为9的日点评。')
  expect((await say(duty, dutyRoom, '/点评 状态 工贸处2'))[0]!.text).toBe('没有工贸处日点评第2期。')
  expect((await say(tiexi, siping, '/点评 状态 1'))[0]!.text).toContain('由处长、值班员、管理员使用')
})
