import { expect, test } from 'vitest'
import { mentionText, withoutMentions } from '../../../../bot/adapters/wechaty/mentions.ts'

const names = ['安委 日报', '安委日报机器人']

test.each([
  ['@安委日报机器人\u2005/帮助', '/帮助'],
  ['@安委日报机器人 /帮助', '/帮助'],
  ['@安委 日报\u2005/帮助', '/帮助'],
  ['收到 @安委日报机器人', '收到 '],
  ['@安委日报机器人\n检查单位：四平市', '\n检查单位：四平市'],
])('%j mentions the bot, and the text is without it', (text, rest) => {
  expect(withoutMentions(text, names)).toEqual({ text: rest, mentioned: true })
})

test.each(['@安委日报机器人们 你好', '@张三\u2005收到', 'a@安委', '没有提到谁'])('%j does not', text => {
  expect(withoutMentions(text, names)).toEqual({ text, mentioned: false })
})

test('a name with signs of a pattern is a name', () => {
  expect(withoutMentions('@(.*)+ 你好', ['(.*)+'])).toEqual({ text: '你好', mentioned: true })
})

test('a mention is read back as it is written', () => {
  expect(withoutMentions(`${mentionText('安委日报机器人')}请看`, names).text).toBe('请看')
})
