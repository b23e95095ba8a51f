import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, expect, test } from 'vitest'
import { type CardLayout, cardCount, layOutCards } from '../../../reports/commentary/card-layout.ts'
import type { TextLine } from '../../../reports/commentary/card-shapes.ts'
import type { IssuedCommentary } from '../../../reports/commentary/commentary.ts'
import { fontFamily, registerFonts } from '../../../reports/documents/fonts.ts'
import {
  citedHazard,
  issuedCommentary,
  longCommentary,
  mediumCommentary,
  shortCommentary,
} from './fixture.ts'

beforeAll(registerFonts)

const textsOf = ({ shapes }: CardLayout): TextLine[] => shapes.filter(shape => shape.kind === 'text')
const wordsOf = (layout: CardLayout): string[] => textsOf(layout).map(({ content }) => content)
/** The lines of the commentary's own text. */
const linesOf = (issued: IssuedCommentary) =>
  layOutCards({ ...issued, hazards: [] }).flatMap(layout =>
    textsOf(layout).filter(({ size, bold, colour }) => size === 28 && !bold && colour === 'ink'),
  )

/** The rectangle that a line of text covers, as the canvas measures it. */
function boxOf({ content, x, y, size, align, bold }: TextLine) {
  const context = createCanvas(1, 1).getContext('2d')
  context.fontKerning = 'none'
  context.textRendering = 'optimizeSpeed'
  context.font = `${bold ? 700 : 400} ${size}px "${fontFamily}"`
  const { width } = context.measureText(content)
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { content, left, right: left + width, top: y, bottom: y + size, width }
}

const hostile = () =>
  issuedCommentary({
    division: '某某某某某某某某某某某某某某某某某某某某某某某某处',
    author: '买买提·阿卜杜热西提·阿卜杜如苏力·吐尔逊·库尔班江·艾合买提',
    number: 123_456,
    version: 12,
    joint: ['煤矿', '非煤矿山', '危险化学品', '烟花爆竹', '工贸'],
    kinds: ['表扬', '指出问题', '工作要求'],
    text: `${'W'.repeat(200)}\n${'。'.repeat(100)}\n${'　'.repeat(30)}深处\n\n\n\n①${'🔥'.repeat(90)}\n（1）\n-`,
    figures: { date: '2022-05-18', enterprises: 1e12, hazards: 1e12, rectified: 0, majorHazards: 1e12 },
    hazards: [
      citedHazard({
        report: 1234567,
        position: 123,
        unit: 'X'.repeat(60),
        text: '隐患'.repeat(500),
        major: true,
      }),
      citedHazard({ text: '', enterprise: '' }),
    ],
  })

test('a text takes as many cards as it needs, none too high, and about equally high', () => {
  expect(cardCount(shortCommentary())).toBe(1)
  expect(cardCount(mediumCommentary())).toBe(2)
  expect(cardCount(longCommentary())).toBe(4)
  for (const issued of [shortCommentary(), mediumCommentary(), longCommentary(), hostile()]) {
    const layouts = layOutCards(issued)
    expect(layouts).toHaveLength(cardCount(issued))
    for (const { width, height } of layouts) {
      expect(width).toBe(810)
      expect(height).toBeLessThanOrEqual(2000)
      expect(height).toBeGreaterThan(400)
    }
  }
})

test('every text is within its room and within the margins, and none lies on another', () => {
  for (const issued of [shortCommentary(), mediumCommentary(), longCommentary(), hostile()])
    for (const layout of layOutCards(issued)) {
      const texts = textsOf(layout)
      for (const text of texts) {
        const { width, left, right, top, bottom } = boxOf(text)
        expect(width).toBeLessThanOrEqual(text.room + 0.1)
        expect(left).toBeGreaterThanOrEqual(47.9)
        expect(right).toBeLessThanOrEqual(762.1)
        expect(top).toBeGreaterThan(0)
        expect(bottom).toBeLessThan(layout.height)
      }
      const boxes = texts.map(boxOf)
      const overlapping = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map(b => `${a.content} / ${b.content}`),
      )
      expect(overlapping).toEqual([])
    }
})

test('the whole text is there, in its order, and no line begins or ends with a wrong mark', () => {
  for (const issued of [shortCommentary(), mediumCommentary(), longCommentary()]) {
    const lines = linesOf(issued).map(({ content }) => content)
    expect(lines.join('').replaceAll(' ', '')).toBe(issued.text.replace(/[\n ]/g, ''))
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。、；：？！）》”’]/)
      expect(line).not.toMatch(/[（《“‘①]$/)
    }
  }
})

test('each card says by itself what it is, and carries its marks', () => {
  for (const [i, layout] of layOutCards(mediumCommentary()).entries()) {
    for (const words of [
      '危化二处日点评',
      '第3期',
      '2022年5月18日（周三）',
      `（${i + 1}/2）`,
      '更正',
      '协同：烟花爆竹',
    ])
      expect(wordsOf(layout)).toContain(words)
    for (const words of ['2022年5月18日16:52发布', '危化二处处长　张林波'])
      expect(wordsOf(layout)).toContain(words)
    for (const kind of ['表扬', '指出问题', '工作要求']) expect(wordsOf(layout)).toContain(kind)
  }
  expect(wordsOf(layOutCards(issuedCommentary({ version: 3 }))[0]!)).toContain('第2次更正')
  const plain = wordsOf(layOutCards(issuedCommentary({ kinds: [] }))[0]!)
  for (const words of ['（1/1）', '更正', '表扬', '涉及隐患']) expect(plain).not.toContain(words)
})

test('items of a list hang by their marks; blanks and empty lines of the author stay', () => {
  const long = '检查情况当日录入系统，录入率要达到百分之百，逾期不录入的全省通报批评'
  const lines = linesOf(
    issuedCommentary({
      kinds: [],
      text: `1. ${long}\n一是${long}\n（1）${long}\n①${long}\n　　${long}\n\n12.5%的企业${long}`,
    }),
  )
  const indents = lines.map(({ x, size }) => Number(((x - 48) / size).toFixed(1)))
  expect(indents).toEqual([0, 1.1, 0, 2, 0, 2.6, 0, 1, 2, 0, 0, 0])
  const gaps = lines.slice(1).map(({ y }, i) => y - lines[i]!.y)
  expect(gaps).toEqual([44, 54, 44, 54, 44, 54, 44, 54, 44, 74, 44])
})

test('the table gives each hazard a row with number, unit, enterprise, hazard and state', () => {
  const rowOf = (change: Parameters<typeof citedHazard>[0]) => {
    const words = wordsOf(layOutCards(issuedCommentary({ hazards: [citedHazard(change)] }))[0]!)
    return words
      .slice(
        words.indexOf('整改情况') + 1,
        words.findIndex(word => word.includes('日报表数据')),
      )
      .join('|')
  }
  expect(rowOf({})).toBe(
    '12-1|四平市铁|东区应急|管理局|四平市盛达|化工有限公|司|可燃气体报警器未按期|检定|限5月25日|前整改',
  )
  expect(rowOf({ rectified: true })).toMatch(/已整改$/)
  expect(rowOf({ deadline: '2022-05-17' })).toMatch(/逾期未整改\|限5月17日$/)
  expect(rowOf({ deadline: null })).toMatch(/未整改$/)
  expect(rowOf({ deadline: null, rectified: null })).toMatch(/未注明$/)
  expect(rowOf({ major: true })).toContain('【重大】可燃气')
  expect(rowOf({ enterprise: null })).toContain('|—|')
})

test('a table that flows on repeats its heads, and its rows stay whole', () => {
  const hazards = Array.from({ length: 40 }, (_, i) => citedHazard({ position: i + 1 }))
  const layouts = layOutCards(issuedCommentary({ hazards }))
  expect(layouts.length).toBeGreaterThan(1)
  const numbers = layouts.map(layout => wordsOf(layout).filter(word => /^12-\d+$/.test(word)))
  expect(numbers.flat()).toEqual(hazards.map(({ position }) => `12-${position}`))
  for (const [i, layout] of layouts.entries()) {
    const words = wordsOf(layout)
    expect(words.includes('整改情况')).toBe(numbers[i]!.length > 0)
    expect(words.filter(word => word === '前整改')).toHaveLength(numbers[i]!.length)
  }
})

test('the figures stand with the daily report that they are of; without one they are left out', () => {
  const words = wordsOf(layOutCards(issuedCommentary())[0]!)
  expect(words).toContain('2022年5月18日日报表数据（危化二处监管行业）')
  for (const [label, value] of [
    ['检查企业（家）', '19'],
    ['发现隐患（条）', '27'],
    ['已整改（条）', '21'],
    ['重大隐患（条）', '1'],
  ])
    expect(words[words.indexOf(label!) - 1]).toBe(value)
  expect(wordsOf(layOutCards(issuedCommentary({ figures: null }))[0]!).join()).not.toContain('日报表')
})

test('a heading does not stand last on a card, nor one line of a paragraph alone', () => {
  const sections = '工作要求：\n检查情况当日录入系统，录入率要达到百分之百，逾期不录入的，全省通报批评。\n'
  for (let count = 20; count < 40; count++)
    for (const layout of layOutCards(issuedCommentary({ text: sections.repeat(count), kinds: [] })).slice(
      0,
      -1,
    )) {
      // The foot has two texts.
      expect(wordsOf(layout).at(-3)).toBe('录入的，全省通报批评。')
    }
})
