/** Somebody who has taken another's nickname or group card. */
import { expect, test } from 'vitest'
import { bindPerson } from '../../../storage/bindings.ts'
import { transact } from '../../../storage/database.ts'
import { duty, dutyRoom, openConversation, report, siping, tiedong } from '../../conversation.ts'

const claimed = { claimed: true }
const changchun = '长春市日报报送群'

async function open() {
  const conversation = await openConversation()
  return {
    ...conversation,
    bind: (person: string) =>
      transact(conversation.db, tx =>
        bindPerson(tx, {
          person,
          remark: `${person}#1`,
          boundAt: '2022-05-18T00:00:00.000Z',
          issuedBy: duty,
        }),
      ),
    rows: () => conversation.db.selectFrom('reports').selectAll().orderBy('id').execute(),
  }
}

test('the name of a duty officer opens nothing, bound or not', async () => {
  const { say, bind } = await open()
  expect((await say(duty, dutyRoom, '/频次 2', claimed))[0]?.text).toContain('由值班员、管理员使用')
  await bind(duty)
  expect((await say(duty, dutyRoom, '/频次 2', claimed))[0]?.text).toContain('由值班员、管理员使用')
  expect(
    (await say('管理员', dutyRoom, '/绑群 报送群 四平市', { ...claimed, place: 'g1' }))[0]?.text,
  ).toContain('由管理员使用')
})

test('the name of a bound reporter counts no more, and the duty group is asked', async () => {
  const { say, bind, rows, textIn } = await open()
  await bind(tiedong)
  const sent = await say(tiedong, siping, report(), claimed)
  expect(textIn(dutyRoom, sent)).toContain('四平市铁东区报送员（未核实）”不是')
  expect(await rows()).toMatchObject([{ status: 'pending' }])
})

test('the name of a reporter who is not bound counts in the own city’s group, and in no other', async () => {
  const { say, rows } = await open()
  await say(tiedong, siping, report(), claimed)
  await say(tiedong, changchun, report({ enterprise: '别的加油站' }), claimed)
  expect((await rows()).filter(({ status }) => status === 'counted')).toMatchObject([{ room: siping }])
})

test('a number tapped by an impostor does nothing', async () => {
  const { say, rows } = await open()
  await say('路人甲', siping, report(), claimed)
  expect(await say(duty, dutyRoom, '1', claimed)).toEqual([])
  expect(await rows()).toMatchObject([{ status: 'pending' }])
  await say(duty, dutyRoom, '1')
  expect(await rows()).toMatchObject([{ status: 'counted' }])
})

test('a claimed name changes a report only where it was made', async () => {
  const { say, rows } = await open()
  await say('小王', siping, report(), claimed)
  await say('小王', changchun, '/补 1 检查人员 王七', claimed)
  expect(await rows()).toMatchObject([{ version: 1 }])
  await say('小王', siping, '/补 1 检查人员 王七', claimed)
  expect(await rows()).toMatchObject([{ version: 2 }])
})
