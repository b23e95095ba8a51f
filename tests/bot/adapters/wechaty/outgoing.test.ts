import { FileBox } from 'file-box'
import { expect, test } from 'vitest'
import { sendDelivery, type Targets } from '../../../../bot/adapters/wechaty/outgoing.ts'
import type { Delivery } from '../../../../commands/message.ts'

/** One room with two members, one friend with a remark, one without; notes what is said to whom. */
function openChat() {
  const said: unknown[][] = []
  const listen =
    (to: string) =>
    async (...words: unknown[]) => {
      said.push([to, ...words])
    }
  const members = ['处长甲', '处长乙']
  const targets: Targets<string> = {
    Room: {
      find: async ({ topic }) =>
        topic === '处长工作群'
          ? {
              member: async name => {
                if (name === '已退群者') throw new Error('not found')
                return members.includes(name) ? `成员${name}` : undefined
              },
              say: listen(topic),
            }
          : undefined,
    },
    Contact: {
      find: async query => {
        if ('alias' in query) return query.alias === '值班员' ? { say: listen('备注为值班员') } : undefined
        return ['值班员', '王五'].includes(query.name) ? { say: listen(`昵称为${query.name}`) } : undefined
      },
    },
  }
  const send = (delivery: Partial<Delivery> & Pick<Delivery, 'to'>) =>
    sendDelivery(targets, { mentions: [], choices: [], ...delivery })
  return { said, send }
}

test('a text goes to the room of that name, with those who are mentioned', async () => {
  const { said, send } = openChat()
  await send({ to: { room: '处长工作群' }, text: '请点评', mentions: ['处长甲', '处长乙'] })
  await send({ to: { room: '处长工作群' }, text: '已收到' })
  expect(said).toEqual([
    ['处长工作群', '请点评', '成员处长甲', '成员处长乙'],
    ['处长工作群', '已收到'],
  ])
})

test('who is not found in the room is named in the text', async () => {
  const { said, send } = openChat()
  await send({ to: { room: '处长工作群' }, text: '请点评', mentions: ['处长甲', '处长丙', '已退群者'] })
  expect(said).toEqual([['处长工作群', '@处长丙 @已退群者 请点评', '成员处长甲']])
})

test('a direct message goes to the friend with that remark, else with that nickname', async () => {
  const { said, send } = openChat()
  await send({ to: { person: '值班员' }, text: '已更正' })
  await send({ to: { person: '王五' }, text: '已更正' })
  expect(said).toEqual([
    ['备注为值班员', '已更正'],
    ['昵称为王五', '已更正'],
  ])
})

test('a file goes out under its name', async () => {
  const { said, send } = openChat()
  const file = { name: '日报表.xlsx', bytes: new Uint8Array([1, 2, 3]) }
  await send({ to: { room: '处长工作群' }, file })
  await send({ to: { person: '王五' }, file })
  for (const [, box] of said as [string, FileBox][]) {
    expect(FileBox.valid(box)).toBe(true)
    expect(box.name).toBe('日报表.xlsx')
    expect([...(await box.toBuffer())]).toEqual([1, 2, 3])
  }
  expect(said.map(([to]) => to)).toEqual(['处长工作群', '昵称为王五'])
})

test('an unknown room or person is an error, so that it is tried again and told', async () => {
  const { send } = openChat()
  await expect(send({ to: { room: '无此群' }, text: '' })).rejects.toThrow('room not found: 无此群')
  await expect(send({ to: { person: '赵六' }, text: '' })).rejects.toThrow('person not found: 赵六')
})
