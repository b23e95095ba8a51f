import { expect, test } from 'vitest'
import { printed } from '../../../bot/doors/printed-conversation.ts'

const at = new Date('2022-05-18T10:00:05+08:00')
const common = { at: at.toISOString(), from: '四平市报送员', room: '四平市日报报送群' }

test('a message has its time, room and speaker above it', () => {
  const { said } = printed('out')
  expect(said({ at, message: { ...common, id: 'a', text: '第一行\n\n第二行' } })).toBe(
    '10:00:05 四平市日报报送群 四平市报送员\n    第一行\n\n    第二行',
  )
  expect(said({ at, message: null })).toBeNull()
})

test('a quoted and a withdrawn message are shown by what they said', () => {
  const { said } = printed('out')
  said({ at, message: { ...common, id: 'a', text: '检查单位：某局\n其余' } })
  expect(said({ at, message: { ...common, id: 'b', text: '更正', quote: 'a' } })).toContain(
    '（引用：检查单位：某局…）\n    更正',
  )
  expect(said({ at, message: { ...common, id: 'c', text: '', recall: 'a' } })).toContain(
    '（撤回：检查单位：某局…）',
  )
})

test('words of the bot that are quoted are shown as well', () => {
  const { said } = printed('out')
  expect(
    said({ at, message: { ...common, id: 'a', text: '已整改', quotedText: '【日点评】\n其余' } }),
  ).toContain('（引用：【日点评】…）\n    已整改')
})

test('a long text that goes to several places is printed once, and what is added to it', () => {
  const { sent } = printed('out')
  const message = { at: '2022-05-18T16:47:00+08:00', mentions: [], choices: [] }
  const text = '【日点评】\n一\n二\n三'
  expect(sent({ ...message, room: '甲', text })).toContain('    二\n    三')
  expect(sent({ ...message, room: '乙', text, mentions: ['张三'] })).toBe(
    '▶ 16:47:00 乙 安委日报机器人\n    @张三 【日点评】\n    （全文同上）',
  )
  expect(sent({ ...message, room: '丙', text: `${text}\n请回应。` })).toContain('（全文同上）\n    请回应。')
})

test('where another day begins its date is shown', () => {
  const { sent } = printed('out')
  const heads = ['2022-05-18T17:42:00', '2022-05-19T10:00:00', '2022-05-19T10:00:05'].map(
    time => sent({ at: `${time}+08:00`, room: '甲', text: '好', mentions: [], choices: [] }).split(' 甲')[0],
  )
  expect(heads).toEqual(['▶ 17:42:00', '▶ 2022-05-19 10:00:00', '▶ 10:00:05'])
})

test('what the bot says is marked, with those it mentions and its attachments by path', () => {
  const { sent } = printed('out/demo')
  const common = { at: '2022-05-18T16:30:00+08:00', mentions: [], choices: [] }
  expect(sent({ ...common, room: '厅领导群', text: '日报表', mentions: ['厅领导'] })).toBe(
    '▶ 16:30:00 厅领导群 安委日报机器人\n    @厅领导 日报表',
  )
  expect(sent({ ...common, to: '值班员', file: '日报表.xlsx' })).toBe(
    '▶ 16:30:00 私聊 值班员 安委日报机器人\n    【附件】out/demo/日报表.xlsx',
  )
})
