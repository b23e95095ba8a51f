import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { beforeAll, expect, test } from 'vitest'
import { renderCard } from '../../../reports/commentary/card.ts'
import { cardCount, layOutCards } from '../../../reports/commentary/card-layout.ts'
import type { IssuedCommentary } from '../../../reports/commentary/commentary.ts'
import { fontFamily, registerFonts } from '../../../reports/documents/fonts.ts'
import { issuedCommentary, longCommentary, mediumCommentary, shortCommentary } from './fixture.ts'

beforeAll(registerFonts)

/** The card as a picture that can be looked at. */
async function look(issued: IssuedCommentary, page = 1): Promise<SKRSContext2D> {
  const image = await loadImage(await renderCard(issued, page))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context
}

/** The colours RRGGBB in a part of a picture, and how many pixels have each. */
function coloursIn(context: SKRSContext2D, x: number, y: number, width: number, height: number) {
  const { data } = context.getImageData(x, y, width, height)
  const found = new Map<string, number>()
  for (let i = 0; i < data.length; i += 4) {
    const colour = Buffer.from(data.subarray(i, i + 3))
      .toString('hex')
      .toUpperCase()
    found.set(colour, (found.get(colour) ?? 0) + 1)
  }
  return found
}

const pagesOf = (issued: IssuedCommentary) => Array.from({ length: cardCount(issued) }, (_, i) => i + 1)

test('the cards of a short, an ordinary and a long commentary are pictures as large as laid out', async () => {
  for (const issued of [shortCommentary(), mediumCommentary(), longCommentary()])
    for (const page of pagesOf(issued)) {
      const { canvas } = await look(issued, page)
      const { width, height } = layOutCards(issued)[page - 1]!
      expect([canvas.width, canvas.height]).toEqual([width, height])
    }
})

test('nothing is drawn outside the margins', async () => {
  for (const issued of [shortCommentary(), mediumCommentary(), longCommentary()])
    for (const page of pagesOf(issued)) {
      const context = await look(issued, page)
      const { height } = context.canvas
      const band = issued.version > 1 ? 196 : 142
      // Beside the panels, then beside the text within them.
      for (const x of [0, 786]) {
        expect([...coloursIn(context, x, 0, 24, band).keys()]).toEqual(['12417A'])
        expect([...coloursIn(context, x, band, 24, height - band).keys()]).toEqual(['EEF2F7'])
      }
      for (const x of [36, 764])
        expect([...coloursIn(context, x, band + 40, 12, 60).keys()]).toEqual(['FFFFFF'])
      expect([...coloursIn(context, 0, height - 16, 810, 16).keys()]).toEqual(['EEF2F7'])
    }
})

/** The pixels of one character. */
function draw(character: string, weight: number): Buffer {
  const canvas = createCanvas(40, 40)
  const context = canvas.getContext('2d')
  context.font = `${weight} 28px "${fontFamily}"`
  context.fillText(character, 4, 32)
  return Buffer.from(canvas.data())
}

test('no character of any card is drawn as the box for a missing one', () => {
  for (const issued of [shortCommentary(), mediumCommentary(), longCommentary()])
    for (const weight of [400, 700]) {
      // A private-use character is in no font: what is drawn for it is the box.
      const box = draw('\u{f8fe}', weight)
      const blank = draw(' ', weight)
      const characters = new Set(
        layOutCards(issued).flatMap(({ shapes }) =>
          shapes.flatMap(shape => (shape.kind === 'text' ? [...shape.content] : [])),
        ),
      )
      for (const character of characters) {
        const pixels = draw(character, weight)
        expect(pixels.equals(box), character).toBe(false)
        expect(pixels.equals(blank), character).toBe(/\s/.test(character))
      }
    }
})

test('what the fonts lack is drawn as 〓, wherever it stands', async () => {
  const rare = { text: '整改✅𠮷', author: '王🔥', division: '危化😀处' }
  const known = { text: '整改〓〓', author: '王〓', division: '危化〓处' }
  const [first, second] = [
    await renderCard(issuedCommentary(rare), 1),
    await renderCard(issuedCommentary(known), 1),
  ]
  expect(first.equals(second)).toBe(true)
})

test('praise, criticism and demands differ in colour, and in how much of the bar is filled', async () => {
  const filled = new Map<string, number>()
  for (const [kind, colour] of [
    ['表扬', '3C9D63'],
    ['指出问题', 'D64545'],
    ['工作要求', '2F6DB5'],
  ] as const) {
    const context = await look(issuedCommentary({ kinds: [kind], figures: null, text: '检查。\n'.repeat(8) }))
    filled.set(kind, coloursIn(context, 48, 260, 8, 300).get(colour)! / (8 * 300))
    // The word itself stands in a badge above.
    expect(coloursIn(context, 48, 182, 160, 44).get(colour)).toBeGreaterThan(500)
  }
  expect(filled.get('表扬')).toBe(1)
  expect(filled.get('指出问题')).toBeCloseTo(0.67, 1)
  expect(filled.get('工作要求')).toBeCloseTo(0.5, 1)
})

test('the same commentary is the same picture, and a page that it does not have is refused', async () => {
  const [first, second] = [await renderCard(mediumCommentary(), 2), await renderCard(mediumCommentary(), 2)]
  expect(first.equals(second)).toBe(true)
  for (const page of [0, 3]) await expect(renderCard(mediumCommentary(), page)).rejects.toThrow(RangeError)
})
