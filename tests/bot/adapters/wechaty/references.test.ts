import { expect, test } from 'vitest'
import { recalledIds, splitQuote } from '../../../../bot/adapters/wechaty/references.ts'

test('a recall names its message by the platform’s XML or by the bare id', () => {
  const xml =
    '<sysmsg type="revokemsg"><revokemsg><oldmsgid>105</oldmsgid><msgid>7112233445566778899</msgid></revokemsg></sysmsg>'
  expect(recalledIds(xml)).toEqual(['7112233445566778899', '105'])
  expect(recalledIds('7112233445566778899')).toEqual(['7112233445566778899'])
  expect(recalledIds('"李四" 撤回了一条消息')).toEqual([])
})

test('what is quoted stands apart from what was typed', () => {
  expect(
    splitQuote('「李四：检查单位：四平市\n检查人员：张三」\n- - - - - - - - - - - - - - -\n已整改'),
  ).toEqual({
    quoted: { id: null, text: '检查单位：四平市\n检查人员：张三' },
    text: '已整改',
  })
  expect(splitQuote('「某某厂」已整改')).toEqual({ quoted: null, text: '「某某厂」已整改' })
})

test('a text without end is read in time that grows with its length', () => {
  expect(splitQuote(`「李四：${'」\n'.repeat(50_000)}`).quoted).toBeNull()
})
