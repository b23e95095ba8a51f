import exceljs from 'exceljs'
import { expect, test, vi } from 'vitest'
import type { DailyReport } from '../../../reports/daily/daily-report.ts'
import { renderWorkbook } from '../../../reports/daily/workbook.ts'
import { annexRow, busyReport, emptyReport, hazard, sampleReport } from './fixture.ts'

/** Renders and reopens. */
async function reopen(report: DailyReport) {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await renderWorkbook(report)) as never)
  const rows = (name: string) => {
    const result: unknown[][] = []
    workbook.getWorksheet(name)!.eachRow(row => result.push((row.values as unknown[]).slice(1)))
    return result
  }
  return { workbook, rows }
}

test('the summary has a line for 省本级, each city and the sum, with the figures of the snapshot', async () => {
  const { rows } = await reopen(sampleReport())
  const [title, date, groups, heads, ...lines] = rows('汇总')
  expect(title![0]).toBe('全省应急管理系统直接监管检查日报表')
  expect(date![0]).toBe('2022年5月18日（周三）')
  expect([...new Set(groups)]).toEqual([
    '地区',
    '合计',
    '煤矿',
    '非煤矿山',
    '危险化学品',
    '烟花爆竹',
    '工贸',
    '行业未注明',
  ])
  expect(heads!.slice(1, 10)).toEqual([
    ...['检查组', '人次', '企业', '隐患', '已整改', '整改率'],
    ...['企业', '隐患', '已整改'],
  ])
  expect(lines).toHaveLength(11)
  expect(lines[0]!.slice(0, 10)).toEqual(['省本级', 1, 3, 1, 2, 2, '100.0%', 1, 2, 2])
  expect(lines[1]!.slice(0, 7)).toEqual(['长春市', 3, 8, 5, 7, 6, '85.7%'])
  expect(lines[2]!.slice(0, 7)).toEqual(['吉林市', 0, 0, 0, 0, 0, '—'])
  expect(lines.at(-1)!.slice(0, 10)).toEqual(['合计', 7, 17, 11, 11, 9, '81.8%', 1, 2, 2])
})

test('every figure by place and industry stands in 分行业', async () => {
  const { rows } = await reopen(sampleReport())
  expect(rows('分行业')).toContainEqual(['长春市', '危险化学品', 2, 5, 3, 4, 4, '100.0%'])
  expect(rows('分行业')).toContainEqual(['松原市', '行业未注明', 1, 2, 2, 0, 0, '—'])
})

test('the annexes have the six columns in their order and one line per inspection', async () => {
  const { rows } = await reopen(sampleReport())
  expect(rows('附表2')[2]).toEqual([
    '序号',
    ...['检查单位', '受检单位', '检查地点', '发现的问题隐患', '检查人员', '整改情况'],
    ...['行业', '日期', '编号', '备注'],
  ])
  expect(rows('附表2')[3]).toEqual([
    1,
    '铁东区应急管理局',
    '四平市盛达化工有限公司',
    '铁东区平东大街12号',
    '1. 灭火器压力不足\n2. 可燃气体报警器未检定（限5月25日前整改）',
    '张伟、李强',
    '1项已整改，2项限期5月25日前',
    '危险化学品',
    '2022-05-18',
    1,
  ])
  expect(rows('附表2')[4]!.slice(4, 5)).toEqual(['未发现问题隐患'])
  expect(rows('附表2')[4]!.at(-1)).toBe('迟报')
  expect(
    rows('附表1')
      .slice(3)
      .map(row => row[2]),
  ).toEqual(['八宝煤业有限公司'])
})

test('缺报 lists every unit once with what is the matter', async () => {
  const { reporting } = sampleReport()
  const { rows } = await reopen(sampleReport({ reporting: { ...reporting, late: ['白山市'] } }))
  expect(rows('缺报').slice(3)).toEqual([
    [1, '白城市', '白城市铁东区', '缺报'],
    [2, '延边州', '延边州铁西区', '缺报'],
    [3, '白山市', '白山市', '迟报、零报告'],
    [4, '白山市', '白山市铁东区', '零报告'],
  ])
})

test('prints on A4 landscape with heads on every page and page numbers', async () => {
  const { workbook } = await reopen(busyReport())
  expect(workbook.worksheets.map(sheet => sheet.name)).toEqual(['汇总', '分行业', '附表1', '附表2', '缺报'])
  for (const sheet of workbook.worksheets) {
    const lastHead = sheet.name === '汇总' ? 4 : 3
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect(sheet.pageSetup.printTitlesRow).toBe(`1:${lastHead}`)
    expect(sheet.headerFooter.oddFooter).toContain('&P')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: lastHead })
    expect(sheet.getCell(lastHead + 1, 2).alignment?.vertical).toBe('middle')
    expect(sheet.getCell(lastHead + 1, 2).border?.top?.style).toBe('thin')
  }
  expect(workbook.getWorksheet('附表2')!.getColumn(5).width).toBeGreaterThan(40)
  expect(workbook.getWorksheet('附表2')!.getCell('E4').alignment?.wrapText).toBe(true)
  // The remark is empty, its frame is not.
  expect(workbook.getWorksheet('附表2')!.getCell('K4').border?.top?.style).toBe('thin')
})

test('what looks like a formula is text, and what a cell cannot hold is left out', async () => {
  const enterprises = ['=1+1', '+86', '-甲', '@乙']
  const localRows = [
    ...enterprises.map((enterprise, i) => annexRow({ number: i, enterprise })),
    annexRow({ enterprise: '甲\0\x1b乙<&>"丙', hazards: [hazard('长'.repeat(40_000))] }),
  ]
  const { workbook, rows } = await reopen(sampleReport({ localRows }))
  const sheet = workbook.getWorksheet('附表2')!
  for (const [i, enterprise] of enterprises.entries()) {
    expect(sheet.getCell(4 + i, 3).type).toBe(exceljs.ValueType.String)
    expect(sheet.getCell(4 + i, 3).value).toBe(enterprise)
  }
  expect(rows('附表2')[7]![2]).toBe('甲乙<&>"丙')
  expect(rows('附表2')[7]![4]).toHaveLength(32_767)
})

test('the annex is read once, and only as it is written', async () => {
  let opened = 0
  const localRows = {
    *[Symbol.iterator]() {
      opened++
      for (let number = 1; number <= 3000; number++) yield annexRow({ number })
    },
  }
  const { rows } = await reopen(sampleReport({ localRows }))
  expect(opened).toBe(1)
  expect(
    rows('附表2')
      .slice(3)
      .map(row => row[0]),
  ).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1))
})

test('an empty day opens too', async () => {
  const { rows } = await reopen(emptyReport())
  expect(rows('附表1')[3]).toContain('无')
  expect(rows('缺报')).toHaveLength(3 + 69)
})

test('an annex that cannot be read fails the workbook', async () => {
  const localRows = {
    // biome-ignore lint/correctness/useYield: it fails before its first row
    *[Symbol.iterator]() {
      throw new Error('disk')
    },
  } as DailyReport['localRows']
  await expect(renderWorkbook(sampleReport({ localRows }))).rejects.toThrow('disk')
})

test('the same report is the same file, whenever it is made', async () => {
  const first = await renderWorkbook(sampleReport())
  // A zip tells times to two seconds: an hour later they would differ.
  vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ['Date'] })
  const second = await renderWorkbook(sampleReport())
  vi.useRealTimers()
  expect(second.equals(first)).toBe(true)
})
