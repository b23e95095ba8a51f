import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { type AnsweredCommentary, renderCommentaryWorkbook } from '../../../reports/commentary/workbook.ts'
import { moment } from '../../../reports/time.ts'
import { issuedCommentary, mediumCommentary } from './fixture.ts'

const round = { date: '2022-05-18', number: 1, ofDay: 1, endsAt: moment('2022-05-18', '17:30') }

/** Renders and reopens. */
async function reopen(commentaries: AnsweredCommentary[], change: Partial<typeof round> = {}) {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await renderCommentaryWorkbook({ ...round, ...change }, commentaries)) as never)
  const rows = (name: string) => {
    const result: unknown[][] = []
    workbook.getWorksheet(name)!.eachRow(row => result.push((row.values as unknown[]).slice(1)))
    return result
  }
  return { workbook, rows }
}

const answer = (unit: string, text: string) => ({
  unit,
  text,
  person: '李强',
  at: moment('2022-05-19', '09:05'),
})

test('each commentary has a line with what it refers to and who has answered, each answer one of its own', async () => {
  const { workbook, rows } = await reopen([
    {
      issued: {
        ...mediumCommentary(),
        references: {
          units: ['松原市应急管理局', '辽源市应急管理局'],
          reports: [12, 15],
          hazards: [
            { report: 12, position: 1 },
            { report: 12, position: 3 },
          ],
        },
      },
      asked: ['松原市应急管理局', '辽源市应急管理局'],
      answers: [answer('松原市应急管理局', '已复查'), answer('松原市应急管理局', '补充：\n共2处')],
    },
    { issued: issuedCommentary({ division: '工贸处', number: 1 }), asked: [], answers: [] },
  ])
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['点评', '回应'])
  const [title, note, heads, first, second, ...more] = rows('点评')
  expect([title![0], note![0]]).toEqual(['日点评汇总（点评）', '2022年5月18日（周三）'])
  expect(heads).toEqual([
    ...['处室', '期号', '日期', '性质', '内容', '涉及单位', '涉及报告', '涉及隐患', '回应'],
  ])
  expect(first).toEqual([
    '危化二处',
    '第3期（更正）',
    '2022-05-18',
    '表扬、指出问题、工作要求、协同（烟花爆竹）',
    mediumCommentary().text,
    '松原市应急管理局、辽源市应急管理局',
    '12、15',
    '12-1、12-3',
    '应回应2家，已回应1家；未回应：辽源市应急管理局',
  ])
  expect(second!.slice(0, 5)).toEqual([...['工贸处', '第1期', '2022-05-18', '表扬', issuedCommentary().text]])
  expect(more).toEqual([])
  expect(rows('回应').slice(2)).toEqual([
    ['期号', '单位', '人员', '时间', '内容'],
    ['危化二处日点评第3期（更正）', '松原市应急管理局', '李强', '2022-05-19 09:05', '已复查'],
    ['危化二处日点评第3期（更正）', '松原市应急管理局', '李强', '2022-05-19 09:05', '补充：\n共2处'],
  ])
})

test('what looks like a formula is text', async () => {
  const texts = ['=1+1', '+86', '-甲', '@乙', '=HYPERLINK("http://a","b")']
  const { workbook } = await reopen(
    texts.map(text => ({ issued: issuedCommentary({ text }), asked: [], answers: [answer('@甲', text)] })),
  )
  for (const [i, text] of texts.entries()) {
    const cell = workbook.getWorksheet('点评')!.getCell(4 + i, 5)
    expect([cell.type, cell.value]).toEqual([exceljs.ValueType.String, text])
    expect(workbook.getWorksheet('回应')!.getCell(4 + i, 5).type).toBe(exceljs.ValueType.String)
  }
})

test('answers of units that were not asked are counted, and a day of several rounds says which', async () => {
  const { rows } = await reopen(
    [{ issued: issuedCommentary(), asked: [], answers: [answer('白城市', '好')] }],
    { number: 2, ofDay: 3 },
  )
  expect(rows('点评')[1]![0]).toBe('2022年5月18日（周三）　第2轮/共3轮')
  expect(rows('点评')[3]!.at(-1)).toBe('已回应1家')
})

test('a round without commentary opens too, and the same round is the same file', async () => {
  const { rows } = await reopen([])
  expect(rows('点评')[3]![0]).toBe('无')
  expect(rows('回应')[3]![0]).toBe('无')
  const [first, second] = [
    await renderCommentaryWorkbook(round, []),
    await renderCommentaryWorkbook(round, []),
  ]
  expect(first.equals(second)).toBe(true)
})
