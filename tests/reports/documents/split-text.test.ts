import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from '../../../reports/documents/split-text.ts'

const withoutSuffix = (piece: string) => piece.replace(/\n（\d+\/\d+）$/, '')

test('a text below the limit stays as it is', () => {
  expect(splitText('检查三家。')).toEqual(['检查三家。'])
  expect(splitText('检'.repeat(1799))).toHaveLength(1)
  expect(splitText('检'.repeat(1800))).toHaveLength(2)
})

test('breaks at the end of a paragraph and numbers the pieces', () => {
  const paragraph = '检'.repeat(20)
  expect(splitText(`${paragraph}\n${paragraph}\n${paragraph}`, 60)).toEqual([
    `${paragraph}\n${paragraph}\n（1/2）`,
    `${paragraph}\n（2/2）`,
  ])
})

test('breaks a long paragraph behind a sentence, its closing quote included', () => {
  const [first] = splitText(`他说：“${'改'.repeat(20)}。”${'查'.repeat(30)}。`, 40)
  expect(first).toBe(`他说：“${'改'.repeat(20)}。”\n（1/2）`)
})

test('a long word is cut hard, but never inside a character', () => {
  for (const text of ['𠮷'.repeat(100), `a${'𠮷'.repeat(100)}`]) {
    const pieces = splitText(text, 40)
    expect(pieces.every(piece => piece.isWellFormed())).toBe(true)
    expect(pieces.map(withoutSuffix).join('')).toBe(text)
  }
})

test('many pieces leave room for longer suffixes', () => {
  const pieces = splitText('查'.repeat(5000), 40)
  expect(pieces.length).toBeGreaterThan(99)
  expect(pieces.every(piece => piece.length < 40)).toBe(true)
  expect(pieces.at(-1)).toMatch(new RegExp(`\n（${pieces.length}/${pieces.length}）$`))
})

test('every piece stays below the limit and nothing but line breaks is lost', () => {
  const words = fc.array(fc.constantFrom('检查', '。', '！', '\n', '𠮷', '隐患12条', '”', 'a'), {
    maxLength: 400,
  })
  fc.assert(
    fc.property(words, fc.integer({ min: 32, max: 200 }), (parts, limit) => {
      const text = parts.join('')
      const pieces = splitText(text, limit)
      expect(pieces.every(piece => piece.length < limit)).toBe(true)
      const kept = pieces.length === 1 ? pieces[0]! : pieces.map(withoutSuffix).join('')
      expect(kept.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
    }),
  )
})

test('a limit too small for a suffix is refused', () => {
  expect(() => splitText('检查', 10)).toThrow(RangeError)
})
