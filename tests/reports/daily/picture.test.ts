import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { pictureOption, renderPicture } from '../../../reports/daily/picture.ts'
import { busyReport, emptyReport, sampleReport } from './fixture.ts'

/** Every text that the picture draws. */
const textsOf = (option: object): string[] => {
  const { elements } = (option as { graphic: { elements: { style: { text?: string } }[] } }).graphic
  return elements.flatMap(({ style }) => style.text ?? [])
}

test('an empty, an ordinary and a full day make a PNG as large as laid out', async () => {
  for (const report of [emptyReport(), sampleReport(), busyReport()]) {
    const image = await loadImage(await renderPicture(report))
    const { width, height } = pictureOption(report)
    expect([image.width, image.height]).toEqual([width * 0.75, height * 0.75])
    expect(image.width).toBe(810)
    expect(image.height).toBeGreaterThan(image.width)
  }
})

test('the title is drawn on the band, and the bars have their colours', async () => {
  const image = await loadImage(await renderPicture(sampleReport()))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const count = (x: number, y: number, width: number, height: number, colour: number[]) => {
    const { data } = context.getImageData(x, y, width, height)
    let found = 0
    for (let i = 0; i < data.length; i += 4)
      if (colour.every((channel, c) => data[i + c] === channel)) found++
    return found
  }
  expect(count(0, 0, 810, 80, [0xff, 0xff, 0xff])).toBeGreaterThan(2000)
  expect(count(0, 0, 810, 80, [0x12, 0x41, 0x7a])).toBeGreaterThan(20_000)
  expect(count(390, 600, 300, 420, [0x3c, 0x9d, 0x63])).toBeGreaterThan(3000)
  expect(count(390, 600, 300, 420, [0xd6, 0x45, 0x45])).toBeGreaterThan(500)
})

test('states the figures of the snapshot', () => {
  const texts = textsOf(pictureOption(sampleReport()).option)
  for (const text of ['2022年5月18日（周三）', '7', '17', '11', '9', '81.8%', '97.1%', '应报69家，实报67家'])
    expect(texts).toContain(text)
  expect(texts).toContain('缺报2家')
  expect(texts).toContain('白城市铁东区、延边州铁西区')
  expect(textsOf(pictureOption(busyReport()).option)).toContain('2022年5月18日（周三） 第2次/共5次 更正第2版')
})

test('69 missing units do not overflow', () => {
  const texts = textsOf(pictureOption(emptyReport()).option)
  const names = texts.filter(text => text.includes('、'))
  expect(names).toHaveLength(10)
  expect(names.at(-1)).toMatch(/等69家$/)
})

test('the picture is the same each time', async () => {
  const [first, second] = [await renderPicture(sampleReport()), await renderPicture(sampleReport())]
  expect(first.equals(second)).toBe(true)
})
