import { expect, test } from 'vitest'
import type { IssuedCommentary } from '../../../reports/commentary/commentary.ts'
import { commentaryTitle, renderCommentary } from '../../../reports/commentary/commentary-text.ts'

const issued: IssuedCommentary = {
  id: 7,
  division: '危化二处',
  number: 3,
  date: '2022-05-18',
  author: '危化二处处长',
  text: '1. 铁东区较好；\n　　（1）依据齐全\n\n2. 请梨树县补报',
  kinds: ['表扬', '工作要求'],
  references: { units: ['四平市铁东区', '四平市梨树县'], reports: [], hazards: [] },
  joint: [],
  version: 1,
  issuedAt: '2022-05-18T09:00:00.000Z',
  hazards: [],
  figures: null,
}

test('a commentary has division, number and date above, the text as written, and the office that signs', () => {
  expect(renderCommentary(issued)).toBe(
    '【日点评】危化二处 第3期（5月18日）\n\n1. 铁东区较好；\n　　（1）依据齐全\n\n2. 请梨树县补报\n\n——危化二处处长',
  )
  expect(commentaryTitle(issued)).toBe('危化二处日点评第3期')
})

test('a correction says that it stands in place of what was said before', () => {
  const corrected = { ...issued, version: 2 }
  expect(renderCommentary(corrected).split('\n').slice(0, 2)).toEqual([
    '【日点评】危化二处 第3期（5月18日）【更正】',
    '原文更正，以本条为准。',
  ])
  expect(commentaryTitle(corrected)).toBe('危化二处日点评第3期（更正）')
  expect(commentaryTitle({ ...issued, version: 3 })).toBe('危化二处日点评第3期（第2次更正）')
})

test('one that touches the industries of another division is marked', () => {
  expect(renderCommentary({ ...issued, joint: ['煤矿', '工贸'] })).toContain('\n【协同】涉及煤矿、工贸。\n')
})
