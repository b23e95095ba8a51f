import { Buffer } from 'node:buffer'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { looksLikeTable, readAttachedSheets } from '../../../reports/tables/attached-sheets.ts'
import { UnreadableWorkbook } from '../../../reports/tables/workbook-archive.ts'
import { sheetXml, textCell, workbookParts, zip } from './zip.ts'

const rows = async (name: string, bytes: Uint8Array) =>
  (await readAttachedSheets(name, bytes)).map(sheet => sheet.rows.map(({ cells }) => cells))

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const error = await readAttachedSheets(name, bytes).catch(error => error)
  expect(error).toBeInstanceOf(UnreadableWorkbook)
  return error.message
}

async function workbook(fill: (sheet: exceljs.Worksheet) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('日报'))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(500, 1)])
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])

describe('what people attach is read', () => {
  test('a workbook: formulas by their last result, blanks below a merged cell', async () => {
    const bytes = await workbook(sheet => {
      sheet.addRow(['甲局', '甲厂'])
      sheet.addRow(['', { formula: 'A1&"乙"', result: '乙厂' }])
      sheet.addRow(['', { formula: 'NOW()' }])
      sheet.mergeCells('A1:A2')
    })
    expect(await rows('日报.xlsx', bytes)).toEqual([
      [
        ['甲局', '甲厂'],
        ['', '乙厂'],
      ],
    ])
  })

  test('a workbook under the name of a picture, or of a text', async () => {
    const bytes = await workbook(sheet => void sheet.addRow(['甲', '乙']))
    expect(looksLikeTable('IMG_1.jpg', bytes)).toBe(true)
    expect(await rows('IMG_1.jpg', bytes)).toEqual([[['甲', '乙']]])
    expect(await rows('日报.csv', bytes)).toEqual([[['甲', '乙']]])
  })

  test('a CSV file in whatever a Chinese Windows writes', async () => {
    const text = '检查单位,"发现的\n问题"\r\n四平市,1.甲\r\n'
    const read = [
      [
        ['检查单位', '发现的\n问题'],
        ['四平市', '1.甲'],
      ],
    ]
    expect(await rows('日报.csv', Buffer.from(text))).toEqual(read)
    expect(await rows('日报.csv', Buffer.from(`\uFEFF${text}`))).toEqual(read)
    expect(await rows('日报.csv', Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'))).toEqual(
      read,
    )
    // 单位,镇赉
    expect(await rows('日报.csv', Buffer.from('b5a5cebb2cd5f2eae30d0a', 'hex'))).toEqual([[['单位', '镇赉']]])
  })

  test('sheets whose elements have a prefix and whose rows and cells do not say where they are', async () => {
    const prefixed = (xml: string) => xml.replace(/<(\/?)(?=\w)/g, '<$1x:')
    const cells = (...texts: string[]) =>
      texts.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
    const sheet = `<worksheet><sheetData><row>${cells('甲', '乙')}</row><row>${cells('丙')}<c/>${cells('丁')}</row><row r="9">${cells('戊')}</row></sheetData></worksheet>`
    const plain = workbookParts(sheet)
    expect(await rows('日报.xlsx', zip(plain))).toEqual([[['甲', '乙'], ['丙', '', '丁'], ['戊']]])
    const parts = {
      ...plain,
      'xl/worksheets/sheet1.xml': prefixed(sheet),
      'xl/workbook.xml': prefixed(plain['xl/workbook.xml']).replace('r:id="r1" xmlns:r="r"', 'd3p1:id="r1"'),
    }
    expect(await rows('日报.xlsx', zip(parts))).toEqual([[['甲', '乙'], ['丙', '', '丁'], ['戊']]])
  })

  test('a cell that says where it is keeps its place among those that do not', async () => {
    const sheet = sheetXml(`<row r="3">${textCell('B3', '乙')}<c t="inlineStr"><is><t>丙</t></is></c></row>`)
    expect((await readAttachedSheets('日报.xlsx', zip(workbookParts(sheet))))[0]?.rows).toEqual([
      { row: 3, cells: ['', '乙', '丙'] },
    ])
  })

  test('a link to the outside is only its text', async () => {
    const bytes = await workbook(sheet => {
      sheet.getCell('A1').value = { text: '甲厂', hyperlink: 'http://example.invalid/x' }
      sheet.getCell('B1').value = { formula: "'[外部.xlsx]Sheet1'!A1", result: '乙厂' }
    })
    expect(await rows('日报.xlsx', bytes)).toEqual([[['甲厂', '乙厂']]])
  })
})

describe('what cannot be read is refused with the reason', () => {
  const bytes = () => workbook(sheet => void sheet.addRow(['甲', '乙']))

  test.each([
    ['a picture under the name of a workbook', '日报.xlsx', jpeg, '不是有效的 .xlsx 文件'],
    ['a picture under the name of a CSV file', '日报.csv', jpeg, '不是有效的 .csv 文件'],
    ['an old workbook', '日报.xls', ole, '不是有效的 .xlsx 文件：旧版 .xls 请另存为 .xlsx 后重发'],
    [
      'a web page under the name of a workbook',
      '日报.xls',
      Buffer.from('<html><table>'),
      '不是有效的 .xlsx 文件',
    ],
    ['nothing', '日报.xlsx', new Uint8Array(), '文件为空'],
    [
      'a workbook under a password',
      '日报.xlsx',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      '文件已加密，请取消密码后重发',
    ],
  ])('%s', async (_, name, bytes, reason) => {
    expect(await refusal(name, bytes)).toBe(reason)
  })

  test('a workbook cut off on its way', async () => {
    const whole = await bytes()
    expect(await refusal('日报.xlsx', whole.subarray(0, whole.length / 2))).toBe('不是有效的 .xlsx 文件')
  })

  test('a zip bomb', async () => {
    expect(await refusal('日报.xlsx', zip(workbookParts(new Uint8Array(40 * 2 ** 20))))).toBe(
      '文件内容展开后过大',
    )
  })

  test('more rows than anybody reports', async () => {
    const many = Array.from(
      { length: 2_001 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`,
    )
    expect(await refusal('日报.xlsx', zip(workbookParts(sheetXml(many.join('')))))).toBe('行数超过 2000 行')
    expect(await refusal('日报.csv', Buffer.from('甲,乙\n'.repeat(100_000)))).toBe('行数超过 2000 行')
  })

  test('a reading that takes too long', async () => {
    const error = await readAttachedSheets('日报.xlsx', await bytes(), AbortSignal.abort()).catch(
      error => error,
    )
    expect(error.message).toBe('文件读取超时')
  })
})

test('other files are no tables', () => {
  expect(looksLikeTable('现场.jpg', jpeg)).toBe(false)
  expect(looksLikeTable('通知.docx', zip({ 'word/document.xml': '' }))).toBe(false)
})
