import { expect, test } from 'vitest'
import { readCsv, tablesToCsv } from '../../../reports/tables/csv.ts'

const read = (bytes: Uint8Array) => readCsv('单位', bytes)
const text = (csv: string) => read(new TextEncoder().encode(csv))

test('a byte order mark, Windows line ends, blank lines and quotes are no matter; rows keep their numbers', () => {
  expect(text('\uFEFF单位名称,简称\r\n四平市,四平市\r\n\r\n ,\r\n"四平市,铁东区"," ""铁东"" "\r\n')).toEqual({
    sheet: '单位',
    header: ['单位名称', '简称'],
    rows: [
      { row: 2, cells: { 单位名称: '四平市', 简称: '四平市' } },
      { row: 5, cells: { 单位名称: '四平市,铁东区', 简称: '"铁东"' } },
    ],
  })
})

test('a file saved by Excel on a Chinese Windows is GB18030', () => {
  // 单位,镇赉 / 白城,镕𠮷: within GBK, and beyond it in four bytes.
  const bytes = Buffer.from('b5a5cebb2cd5f2eae30d0ab0d7b3c72ce9469534b2350d0a', 'hex')
  expect(read(bytes)).toEqual({
    sheet: '单位',
    header: ['单位', '镇赉'],
    rows: [{ row: 2, cells: { 单位: '白城', 镇赉: '镕𠮷' } }],
  })
})

test('short rows are filled up, and columns without a name of their own still come through', () => {
  expect(text('甲,,甲\n1\n2,3,4,5\n')).toEqual({
    sheet: '单位',
    header: ['甲', '第2列', '甲（第3列）', '第4列'],
    rows: [
      { row: 2, cells: { 甲: '1', 第2列: '', '甲（第3列）': '', 第4列: '' } },
      { row: 3, cells: { 甲: '2', 第2列: '3', '甲（第3列）': '4', 第4列: '5' } },
    ],
  })
})

test('a file without rows is a table without columns', () => {
  expect(text('')).toEqual({ sheet: '单位', header: [], rows: [] })
})

test('a cell that a spreadsheet would run is written as text and read back as it was', () => {
  const table = {
    sheet: '人员',
    header: ['姓名', '备注'],
    rows: ['=HYPERLINK("x")', '+1', '-1', '@甲', "'=1", "'甲"].map((cell, index) => ({
      row: index + 2,
      cells: { 姓名: cell, 备注: `${index}` },
    })),
  }
  const [file] = tablesToCsv([table])
  expect(file?.sheet).toBe('人员')
  expect(file?.csv).toMatch(/^\uFEFF姓名,备注\n/)
  expect(file?.csv).not.toMatch(/^"?[=+\-@]/m)
  expect(readCsv('人员', new TextEncoder().encode(file?.csv))).toEqual(table)
})
