import { expect, test } from 'vitest'
import { hashCode, newCode } from '../../../commands/channel/binding-code.ts'

test('a code has eight characters, none of which is mistaken for another', () => {
  const drawn = new Set<string>()
  for (let i = 0; i < 500; i++) for (const character of newCode()) drawn.add(character)
  expect(newCode()).toHaveLength(8)
  expect([...drawn].filter(character => '0O1IL2Z5S8B'.includes(character))).toEqual([])
})

test('every character is drawn by chance alone', () => {
  expect(newCode(() => 0)).toBe('AAAAAAAA')
  expect(newCode(below => below - 1)).toBe('99999999')
})

test.each(['acde-fghj', ' ACDE FGHJ ', 'ＡＣＤＥＦＧＨＪ'])('%s is the code ACDEFGHJ', typed => {
  expect(hashCode(typed)).toBe(hashCode('ACDEFGHJ'))
})
