import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines } from '../../../reports/documents/break-lines.ts'
import { drawable, textWidth } from '../../../reports/documents/glyphs.ts'

const lines = (text: string, room: number) => breakLines(text, { first: room, rest: room })

test('no line begins with a mark that closes nor ends with one that opens', () => {
  for (const [text, expected] of [
    ['检查企业，发现隐患。', ['检查企', '业，发', '现隐', '患。']],
    ['检查企（含危化）业', ['检查企', '（含危', '化）业']],
    ['检查了《清单》所列', ['检查了', '《清', '单》所', '列']],
    ['他说：“改”后', ['他说：', '“改”', '后']],
    ['说：“你整改”后', ['说：', '“你整', '改”后']],
    ['要“三个”一律', ['要“三', '个”一', '律']],
    ['阿里·布拉吉', ['阿里·', '布拉吉']],
    ['共计五～六百', ['共计', '五～六', '百']],
    ['是！？还是', ['是！？', '还是']],
  ] as const)
    expect(lines(text, 3)).toEqual(expected)
})

test('numbers with their measures and Latin words stay whole', () => {
  expect(lines('隐患共计1,200条', 5)).toEqual(['隐患共计', '1,200条'])
  expect(lines('整改率达92.6%以上', 5)).toEqual(['整改率达', '92.6%以上'])
  expect(lines('要求在5月25日前', 5)).toEqual(['要求在', '5月25日前'])
  expect(lines('见隐患12-1、12-3', 4)).toEqual(['见隐患', '12-1、', '12-3'])
  expect(lines('型号为Honeywell的', 6)).toEqual(['型号为', 'Honeywell的'])
  expect(lines('职工don’t know', 4)).toEqual(['职工', 'don’t', 'know'])
  expect(lines('整改的①复查', 4)).toEqual(['整改的', '①复查'])
})

test('a run that is longer than a line is cut, and keeps its marks with it', () => {
  const run = 'A'.repeat(40)
  expect(lines(run, 10).join('')).toBe(run)
  expect(lines(`${'9'.repeat(18)}，以上`, 10)).toEqual(['9'.repeat(17), '9，以上'])
  expect(lines('！'.repeat(7), 3)).toEqual(['！！！', '！！！', '！'])
})

test('blanks at the ends of lines take no room, and no line is empty but that of an empty text', () => {
  expect(lines('检查 检查   检查', 2)).toEqual(['检查', '检查', '检查'])
  expect(lines('', 5)).toEqual([''])
})

test('whatever is written: every line fits, nothing is lost, and no mark stands where it must not', () => {
  const words =
    '检 查 企， 业。 （隐 患） “重 大”。 改》、 说：“ 12.5% GB/T 5月25日 ①整 称‘ 甲’； 五～ 是！？'.split(' ')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...words), maxLength: 60 }),
      fc.integer({ min: 8, max: 20 }),
      (text, room) => {
        const broken = lines(text, room)
        expect(broken.join('')).toBe(text)
        for (const line of broken) {
          expect(textWidth(line)).toBeLessThanOrEqual(room)
          expect(line).not.toMatch(/^[，。、；：？！）》”’～]/)
        }
        for (const line of broken.slice(0, -1)) expect(line).not.toMatch(/[（《“‘①]$/)
      },
    ),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), text => {
      for (const line of drawable(text).split('\n'))
        for (const broken of lines(line, 6)) expect(textWidth(broken)).toBeLessThanOrEqual(6)
    }),
  )
})
