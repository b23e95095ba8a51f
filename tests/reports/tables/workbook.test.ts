import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeWorkbook, readSheets, readWorkbook } from '../../../reports/tables/workbook.ts'
import { checkWorkbookSize, UnreadableWorkbook } from '../../../reports/tables/workbook-archive.ts'
import { tablesToWorkbook } from '../../../reports/tables/write-workbook.ts'
import { sheetXml, textCell, workbookParts, zip } from './zip.ts'

const table = (texts: string[][]) => ({
  sheet: '检查',
  header: ['受检单位', '隐患'],
  rows: texts.map(([first = '', second = ''], index) => ({
    row: index + 2,
    cells: { 受检单位: first, 隐患: second },
  })),
})

const refusal = async (bytes: Uint8Array, limits = {}) => {
  const error = await readWorkbook(bytes, limits).catch(error => error)
  expect(error).toBeInstanceOf(UnreadableWorkbook)
  return error.message as string
}

const mb = 2 ** 20

describe('a workbook as people make it', () => {
  test('is read back as it was written, formulas in text left as text', async () => {
    const tables = [
      table([
        ['甲煤矿', '=1+1'],
        ['@乙', ''],
        ['  丙'.trim(), '1、甲；\n2、乙'],
      ]),
    ]
    expect(await readWorkbook(await tablesToWorkbook(tables))).toEqual(tables)
  })

  test('keeps every Chinese character of a sheet of many chunks', async () => {
    const long = table(
      Array.from({ length: 5_000 }, (_, row) => [`企业${row}`, `第${row}处隐患：安全通道堵塞`]),
    )
    expect(await readWorkbook(await tablesToWorkbook([long]))).toEqual([long])
    const inline = sheetXml(
      long.rows.map(({ row, cells }) => `<row r="${row}">${textCell(`A${row}`, cells.隐患!)}</row>`).join(''),
    )
    const [sheet] = await readSheets(zip(workbookParts(inline)))
    expect(sheet?.rows.map(({ cells }) => cells[0])).toEqual(long.rows.map(({ cells }) => cells.隐患))
  })

  test('gives a title, merged cells, formulas, dates, numbers and rich text as text, hidden sheets not', async () => {
    const workbook = new exceljs.Workbook()
    const sheet = workbook.addWorksheet('日报')
    sheet.mergeCells('A1:D1')
    sheet.getCell('A1').value = '安全生产检查情况表'
    sheet.getRow(3).values = ['日期', '人次', '企业', '整改率', '完成', '时间']
    sheet.getRow(5).values = [
      new Date('2022-05-18'),
      39,
      '甲',
      0.1 + 0.2,
      true,
      new Date('2022-05-18T14:30:00Z'),
    ]
    sheet.getCell('B5').value = { formula: 'SUM(B6:B9)', result: 39 }
    sheet.getCell('C5').value = { richText: [{ text: '甲' }, { text: '煤矿', font: { bold: true } }] }
    sheet.mergeCells('C5:C6')
    workbook.addWorksheet('选项', { state: 'hidden' }).addRow(['煤矿', '工贸'])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())

    expect(await readWorkbook(bytes)).toEqual([
      {
        sheet: '日报',
        header: ['日期', '人次', '企业', '整改率', '完成', '时间'],
        rows: [
          {
            row: 5,
            cells: {
              日期: '2022-05-18',
              人次: '39',
              企业: '甲煤矿',
              整改率: '0.3',
              完成: '是',
              时间: '2022-05-18 14:30',
            },
          },
        ],
      },
    ])
    expect((await readSheets(bytes))[0]?.rows[0]).toEqual({ row: 1, cells: ['安全生产检查情况表'] })
  })

  test('may have its parts in any order and under absolute targets', async () => {
    const xml = sheetXml(`<row r="1">${textCell('A1', '甲')}${textCell('B1', '乙')}</row>`)
    const [read] = await readWorkbook(zip(workbookParts(xml, '/xl/worksheets/sheet1.xml')))
    expect(read).toEqual({ sheet: '检查', header: ['甲', '乙'], rows: [] })
  })

  test('is told by its name or by what is in it', () => {
    expect(looksLikeWorkbook('日报.XLSX')).toBe(true)
    expect(looksLikeWorkbook('旧日报.xls')).toBe(true)
    expect(looksLikeWorkbook('未命名', zip(workbookParts('')))).toBe(true)
    expect(looksLikeWorkbook('照片.jpg', new Uint8Array([0xff, 0xd8]))).toBe(false)
    expect(looksLikeWorkbook('日报.docx', zip({ '[Content_Types].xml': '', 'word/document.xml': '' }))).toBe(
      false,
    )
  })
})

describe('a file that is no workbook is refused in words for its sender', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('检查单位,受检单位')],
    ['a zip of something else', zip({ 'word/document.xml': '<document/>' })],
    ['a zip with a workbook that is not one', zip({ 'xl/workbook.xml': 'text' })],
    ['a sheet that is not XML', zip(workbookParts(sheetXml('<row r="1"></rows>')))],
    ['a zip cut off', zip(workbookParts(sheetXml(''))).subarray(0, -30)],
  ])('%s', async (_, bytes) => {
    expect(await refusal(bytes)).toBe('不是有效的 .xlsx 文件')
  })

  test('an old .xls, and one under a password', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await refusal(ole)).toBe('不是有效的 .xlsx 文件：旧版 .xls 请另存为 .xlsx 后重发')
    const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await refusal(encrypted)).toBe('文件已加密，请取消密码后重发')
    expect(await refusal(zip(workbookParts(''), { flags: 1 }))).toBe('文件已加密，请取消密码后重发')
  })

  test('whatever happens to its bytes on the way, it is read or refused', async () => {
    const bytes = await tablesToWorkbook([table([['甲', '乙']])])
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(damage, async spots => {
        const broken = new Uint8Array(bytes)
        for (const [at, value] of spots) broken[at] = value
        await readWorkbook(broken).then(
          read => expect(JSON.stringify(read)).not.toContain('\uFFFD'),
          error => expect(error).toBeInstanceOf(UnreadableWorkbook),
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('a workbook that asks for too much is refused', () => {
  test('by its size, before it is loaded', async () => {
    expect(() => checkWorkbookSize(200 * mb)).toThrow('文件超过 20 MB')
    expect(() => checkWorkbookSize(20 * mb)).not.toThrow()
    expect(await refusal(new Uint8Array(21), { bytes: 20 })).toContain('文件超过')
  })

  test('a zip bomb, in a sheet or beside it', async () => {
    const bomb = new Uint8Array(80 * mb)
    const inSheet = zip(workbookParts(bomb))
    expect(inSheet.length).toBeLessThan(mb)
    expect(await refusal(inSheet)).toBe('文件内容展开后过大')
    expect(await refusal(zip({ ...workbookParts(sheetXml('')), 'xl/media/a.png': bomb }))).toBe(
      '文件内容展开后过大',
    )
  })

  test('a zip that lies about its sizes', async () => {
    expect(await refusal(zip(workbookParts(new Uint8Array(80 * mb)), { declared: 100 }))).toBe(
      '不是有效的 .xlsx 文件',
    )
  })

  test('too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`a${index}`, '']))
    expect(await refusal(zip(parts))).toBe('文件内容展开后过大')
  })

  test('too many rows or columns, or one long text in many cells', async () => {
    const rows = (count: number, cell: (row: number) => string) =>
      zip(
        workbookParts(
          sheetXml(
            Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${cell(i + 1)}</row>`).join(''),
          ),
        ),
      )
    expect(await refusal(rows(20_001, row => `<c r="A${row}"><v>1</v></c>`))).toBe('行数超过 20000 行')
    expect(await refusal(rows(1, () => textCell('XFD1', '远')))).toBe('列数超过 200 列')
    const shared = {
      ...workbookParts(
        sheetXml(
          Array.from({ length: 3_000 }, () => '<row r="1"><c r="A1" t="s"><v>0</v></c></row>').join(''),
        ),
      ),
      'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(10_000)}</t></si></sst>`,
    }
    expect(await refusal(zip(shared))).toBe('文件内容展开后过大')
  })

  test('column definitions and cell references without end cost nothing', async () => {
    const cols = '<cols><col min="1" max="2000000000"/></cols>'
    const [sheet] = await readSheets(
      zip(workbookParts(sheetXml(`<row r="1">${textCell('A1', '甲')}</row>`, cols))),
    )
    expect(sheet?.rows).toEqual([{ row: 1, cells: ['甲'] }])
    expect(await refusal(zip(workbookParts(sheetXml(`<row r="1">${textCell('ZZZZZZ1', '甲')}</row>`))))).toBe(
      '不是有效的 .xlsx 文件',
    )
  })

  test('a reading that was called off', async () => {
    const bytes = await tablesToWorkbook([table([['甲', '乙']])])
    expect(await refusal(bytes, { signal: AbortSignal.abort() })).toBe('文件读取超时')
  })
})
