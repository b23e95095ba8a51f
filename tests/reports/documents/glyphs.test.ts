import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, expect, test } from 'vitest'
import { fontFamily, registerFonts } from '../../../reports/documents/fonts.ts'
import * as table from '../../../reports/documents/glyph-table.ts'
import { drawable, hasGlyph, textWidth } from '../../../reports/documents/glyphs.ts'
import { readGlyphTable, readWidths } from './font-table.ts'

beforeAll(registerFonts)

test('the table says what the fonts say', () => {
  expect({ ...table }).toEqual(readGlyphTable())
})

test('tells for every character of the font, and for its neighbours, whether it is drawn', () => {
  const widths = readWidths('Regular')
  const wrong: string[] = []
  for (let code = 0x20; code < 0x30000; code++)
    if (hasGlyph(String.fromCodePoint(code)) !== widths.has(code)) wrong.push(code.toString(16))
  expect(wrong).toEqual([])
})

test('what the fonts lack becomes 〓, once for each character that the reader would have seen', () => {
  expect(drawable('整改✅完成👨‍👩‍👧再查🇨🇳𠮷林')).toBe('整改〓完成〓再查〓〓林')
  expect(drawable('第1️⃣项，注意⚠️')).toBe('第1项，注意⚠')
  expect(drawable('半\u{d83d}截')).toBe('半〓截')
  expect(drawable('零\u200b宽\ufeff，e\u0301，甲\u00a0乙\t丙\r\n丁\u0007')).toBe('零宽，é，甲 乙 丙\n丁')
  const plain = '①（一）“三同时”《清单》——35℃、㎡、№……￥1,200'
  expect(drawable(plain)).toBe(plain)
})

test('widths are those that the canvas measures, or a little more, never less', () => {
  const context = createCanvas(1, 1).getContext('2d')
  context.fontKerning = 'none'
  context.textRendering = 'optimizeSpeed'
  for (const bold of [false, true]) {
    context.font = `${bold ? 700 : 400} 100px "${fontFamily}"`
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)).join('')
    for (const text of [ascii, 'AVAToffice fi fl 3,000.5%', '检查企业（19家）属“重大”①℃。'])
      expect(textWidth(text, bold) * 100).toBeCloseTo(context.measureText(text).width, 1)
    for (const text of ['№ЮЩ—·é…²½', 'ﬃﬄ', '（检查）：“整改”，《清单》。'])
      expect(textWidth(text, bold) * 100).toBeGreaterThanOrEqual(context.measureText(text).width - 0.1)
  }
})
