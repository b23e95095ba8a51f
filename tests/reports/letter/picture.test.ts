import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { type LetterLine, layOutLetter, letterPageCount } from '../../../reports/letter/layout.ts'
import { renderLetterPicture } from '../../../reports/letter/picture.ts'
import { hostileLetter, letterOf, sentLetter } from './fixture.ts'

const points = (millimetres: number) => (millimetres * 72) / 25.4
const textOf = ({ runs }: LetterLine) => runs.map(({ text }) => text).join('')

/** A letter whose body is so many characters. */
const longLetter = (characters: number) =>
  sentLetter({
    sections: [{ heading: null, paragraphs: ['安'.repeat(characters)] }],
    annex: null,
    contact: null,
  })

test('a page has 22 lines of 28 characters, and the annex begins one of its own', () => {
  const [, second] = layOutLetter(longLetter(28 * 60))
  expect(second).toHaveLength(22)
  for (const line of second!) expect(textOf(line)).toBe('安'.repeat(28))
  const pages = layOutLetter(sentLetter())
  expect(pages).toHaveLength(letterPageCount(sentLetter()))
  expect(pages.at(-1)!.slice(0, 2).map(textOf)).toEqual(['附件', '四平市铁东区逾期未整改隐患清单'])
})

test('every line lies within the type area, and none on another', () => {
  for (const letter of [sentLetter(), letterOf(), hostileLetter(), longLetter(5000)])
    for (const [i, lines] of layOutLetter(letter).entries()) {
      expect(lines.length).toBeGreaterThan(0)
      let free = i === 0 ? points(37) + 32 : points(37) - 0.01
      for (const { top, height, left, right } of lines) {
        expect(top).toBeGreaterThanOrEqual(free)
        free = top + height
        expect(left).toBeGreaterThanOrEqual(points(28) - 0.01)
        expect(right).toBeLessThanOrEqual(points(28 + 156) + 0.01)
      }
      expect(free).toBeLessThanOrEqual(points(37 + 225) + 0.01)
    }
})

test('the first page has text of the body, whatever the length, and the signature is never alone on one', () => {
  for (let characters = 200; characters < 900; characters += 14) {
    const pages = layOutLetter(longLetter(characters))
    expect(pages[0]!.some(line => textOf(line).includes('安安'))).toBe(true)
    const last = pages.at(-1)!.map(textOf)
    expect(last.at(-1)).toBe('2022年5月18日')
    expect(last.filter(text => text.startsWith('安')).length).toBeGreaterThan(0)
  }
})

test('no text is lost between lines and pages', () => {
  const text = layOutLetter(sentLetter()).flat().map(textOf).join('')
  for (const { heading, paragraphs } of sentLetter().content.sections) {
    expect(text).toContain(heading ?? '')
    for (const paragraph of paragraphs) expect(text).toContain(paragraph)
  }
  const rows = layOutLetter(hostileLetter()).flat().map(textOf).join('')
  for (let i = 0; i < 60; i++) expect(rows).toContain(`${i + 1}.隐患${i}\u20111：`)
})

test('a page is drawn as a PNG of an A4 shape: a red mark, black text, white margins', async () => {
  const image = await loadImage(await renderLetterPicture(sentLetter(), 1))
  expect([image.width, image.height]).toEqual([1080, 1527])
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  /** Parts of a strip of the page, in millimetres, that are red and dark. */
  const shares = (left: number, top: number, width: number, height: number) => {
    const { data } = context.getImageData(
      ...([left, top, width, height].map(mm => Math.round((mm * 1080) / 210)) as [
        number,
        number,
        number,
        number,
      ]),
    )
    let [red, dark] = [0, 0]
    for (let i = 0; i < data.length; i += 4) {
      if (data[i]! > 180 && data[i + 1]! < 80) red++
      if (data[i]! < 80) dark++
    }
    return { red: red / (data.length / 4), dark: dark / (data.length / 4) }
  }
  expect(shares(32, 30, 146, 11.3).red).toBeGreaterThan(0.1)
  // Both double lines reach over 170 mm, and no further.
  expect(shares(20.5, 45.4, 169, 0.6).red).toBeGreaterThan(0.9)
  expect(shares(20.5, 276.4, 169, 0.5).red).toBeGreaterThan(0.9)
  expect(shares(0, 0, 19.5, 297)).toEqual({ red: 0, dark: 0 })
  expect(shares(190.5, 0, 19, 297)).toEqual({ red: 0, dark: 0 })
  expect(shares(28, 100, 156, 100).dark).toBeGreaterThan(0.03)
})

test('all pages of a hostile letter can be drawn, and there is none beyond', async () => {
  const letter = hostileLetter()
  const count = letterPageCount(letter)
  expect(count).toBeGreaterThan(5)
  for (const page of [1, 2, count])
    expect((await renderLetterPicture(letter, page)).length).toBeGreaterThan(1000)
  await expect(renderLetterPicture(letter, count + 1)).rejects.toThrow(RangeError)
})
