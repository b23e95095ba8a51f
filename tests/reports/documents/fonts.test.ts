import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, expect, test } from 'vitest'
import { fontFamily, registerFonts } from '../../../reports/documents/fonts.ts'

beforeAll(registerFonts)

/** The pixels of one character. */
function draw(character: string, weight = 400): Buffer {
  const canvas = createCanvas(60, 60)
  const context = canvas.getContext('2d')
  context.font = `${weight} 40px "${fontFamily}"`
  context.fillText(character, 10, 45)
  return Buffer.from(canvas.data())
}

test('Chinese characters have glyphs of their own, not the box for a missing one', () => {
  // A private-use character is in no font: what is drawn for it is the box.
  const box = draw('\u{f8fe}')
  const blank = draw(' ')
  const drawn = [...'吉林省安全生产日报表隐患整改'].map(character => draw(character))
  for (const pixels of drawn) {
    expect(pixels.equals(box)).toBe(false)
    expect(pixels.equals(blank)).toBe(false)
  }
  expect(new Set(drawn.map(pixels => pixels.toString('base64'))).size).toBe(drawn.length)
})

test('bold is a weight of its own', () => {
  expect(draw('查', 700).equals(draw('查'))).toBe(false)
})
