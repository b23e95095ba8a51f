import { loadImage } from '@napi-rs/canvas'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { renderBoardPicture } from '../../../reports/hazards/board-picture.ts'
import { boardPictureLayout } from '../../../reports/hazards/board-picture-layout.ts'
import { renderBoardWorkbook } from '../../../reports/hazards/board-workbook.ts'
import { boardOf, entry, manyEntries } from './board-fixture.ts'

async function reopen(bytes: Buffer) {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(bytes as never)
  const rows = (name: string) =>
    (workbook.getWorksheet(name)!.getSheetValues() as unknown[][])
      .slice(3)
      .map(row => Array.from(row.slice(1), value => value ?? ''))
  return { list: rows('台账'), summary: rows('汇总') }
}

test('the workbook lists all that is open, and sums it up by city and industry', async () => {
  const board = boardOf([
    entry(
      {
        text: '=1+1',
        enterprise: '@宏达',
        major: true,
        deadline: '2022-05-15',
        recurrenceOf: { report: 3, position: 2 },
        afterClosure: true,
      },
      { pictures: 2, takenOver: true, rung: '提示函' },
    ),
    entry({ report: 13, state: 'closed' }),
    entry({
      report: 14,
      unit: '吉林省',
      industry: null,
      state: 'reported',
      deadline: null,
      rectifiedBy: '张三',
    }),
  ])
  const { list, summary } = await reopen(await renderBoardWorkbook(board))
  const [heads, first, second] = list as string[][]
  expect(Object.fromEntries(heads!.map((head, i) => [head, first![i]]))).toMatchObject({
    编号: '12-1',
    单位: '四平市铁东区',
    企业: '@宏达',
    隐患: '=1+1',
    重大: '重大',
    期限: '2022-05-15',
    状态: '整改中',
    逾期天数: 3,
    屡改屡犯: '与3-2',
    提级: '提级',
    督办阶梯: '提示函',
    照片数: 2,
  })
  expect(Object.fromEntries(heads!.map((head, i) => [head, second![i]]))).toMatchObject({
    编号: '14-1',
    单位: '省本级',
    行业: '行业未注明',
    整改人: '张三',
    照片数: 0,
  })
  expect(list).toHaveLength(3)
  expect(summary.slice(1)).toEqual([
    ['四平市', '危险化学品', 1, 1, 0, 0, 1, 1, 1, 1, 0, 2, 1, '50.0%'],
    ['省本级', '行业未注明', 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, '0.0%'],
    ['合计', '', 2, 1, 1, 0, 1, 1, 1, 1, 0, 3, 1, '33.3%'],
  ])
})

test('the picture states the figures, the cities and the five that have been overdue longest', async () => {
  const board = boardOf(manyEntries())
  const layout = boardPictureLayout(board)
  const { elements } = (layout.option as { graphic: { elements: { style: { text?: string } }[] } }).graphic
  const texts = elements.flatMap(({ style }) => style.text ?? [])
  for (const figure of ['open', 'overdue', 'major', 'found'] as const)
    expect(texts).toContain(String(board.figures[figure]))
  expect(texts.filter(text => /^逾期\d+天$/.test(text))).toEqual([
    '逾期4天',
    '逾期4天',
    '逾期3天',
    '逾期3天',
    '逾期3天',
  ])
  const { data } = (layout.option as unknown as { yAxis: { data: string[] }[] }).yAxis[0]!
  expect(data).toHaveLength(9)
  const image = await loadImage(await renderBoardPicture(board))
  expect([image.width, image.height]).toEqual([810, layout.height * 0.75])
})

test('a picture of one city shows its units, and one of what is not overdue says so', () => {
  const layout = boardPictureLayout(boardOf([entry(), entry({ report: 13, unit: '四平市铁西区' })]))
  const { data } = (layout.option as unknown as { yAxis: { data: string[] }[] }).yAxis[0]!
  expect(data).toEqual(['四平市铁东区', '四平市铁西区'])
  expect(JSON.stringify(layout.option)).toContain('无逾期隐患')
})
