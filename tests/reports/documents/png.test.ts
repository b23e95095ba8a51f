import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { encodePng } from '../../../reports/documents/png.ts'

test('the picture that is read back has the same pixels', async () => {
  const canvas = createCanvas(40, 30)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, 40, 30)
  context.fillStyle = '#12417a'
  context.fillRect(5, 10, 20, 10)
  const pixels = Buffer.from(canvas.data())

  const image = await loadImage(await encodePng(pixels, 40, 30))
  expect([image.width, image.height]).toEqual([40, 30])
  const copy = createCanvas(40, 30)
  copy.getContext('2d').drawImage(image, 0, 0)
  expect(Buffer.from(copy.data()).equals(pixels)).toBe(true)
})
