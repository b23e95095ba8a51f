import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { duty, dutyRoom, openConversation, report, siping, tiedong } from '../conversation.ts'

const six = ['检查单位', '受检单位', '检查地点', '发现的问题隐患', '检查人员', '整改情况']
const office = '四平市铁东区应急管理局'

type Rows = (string | Date | null)[][]

/** A workbook as people save it: a sheet for each list of rows, columns merged downwards where told. */
async function workbook(sheets: Record<string, Rows>, merges: string[] = []): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name)
    sheet.addRows(rows)
    for (const range of merges) sheet.mergeCells(range)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const attached = (name: string, bytes: Uint8Array) => ({
  file: { name, size: bytes.length, read: async () => bytes },
})
const texts = (messages: { text?: string }[]) => messages.map(message => message.text)

test('a workbook becomes reports as a text would: title, date, merged cells, one hazard a row', async () => {
  const { say, db } = await openConversation()
  const bytes = await workbook(
    {
      Sheet1: [
        ['四平市铁东区安全生产检查情况表'],
        ['填报单位：四平市铁东区应急管理局', null, null, null, '日期：5月17日'],
        ['序号', ...six],
        ['1', office, '四平市宏达加油站', '平东街道', '灭火器压力不足', '张三、李四', '已整改'],
        ['2', null, null, null, '配电箱未接地', null, '限期5月25日前整改'],
        ['3', null, '四平市恒发木业有限公司', '铁东区石岭镇', '未发现问题', null, '无需整改'],
        ['合计', null, '2家', null, '2', null, null],
        ['填表人：张三', null, null, '审核：李四'],
      ],
    },
    ['A1:G1', 'C4:C5', 'D4:D5', 'B4:B6', 'F4:F6'],
  )
  expect(texts(await say(tiedong, siping, '', attached('今日检查.xlsx', bytes)))).toEqual([
    '已收第1号：四平市铁东区—四平市宏达加油站，隐患2条，已整改1条。\n已收第2号：四平市铁东区—四平市恒发木业有限公司，未发现隐患。',
  ])
  const reports = await db
    .selectFrom('reports')
    .select(['date', 'inspectors', 'place'])
    .orderBy('id')
    .execute()
  expect(reports).toEqual([
    { date: '2022-05-17', inspectors: '["张三","李四"]', place: '平东街道' },
    { date: '2022-05-17', inspectors: '["张三","李四"]', place: '铁东区石岭镇' },
  ])
})

test('all sheets count, with dates as Excel keeps them; what has no table is passed over', async () => {
  const { say, db } = await openConversation()
  const row = (enterprise: string) => [
    office,
    enterprise,
    '平东街道',
    '无',
    '张三',
    '无需整改',
    new Date('2022-05-16'),
  ]
  const head = [...six, '检查日期']
  const bytes = await workbook({
    加油站: [head, row('四平市宏达加油站')],
    通讯录: [
      ['姓名', '电话'],
      ['张三', '13800000000'],
    ],
    工贸: [head, row('四平市恒发木业有限公司')],
  })
  const [answer] = await say(tiedong, siping, '', attached('日报.xlsx', bytes))
  expect(answer?.text).toMatch(/第1号.*宏达加油站.*\n.*第2号.*恒发木业/)
  expect(await db.selectFrom('reports').select('date').execute()).toEqual([
    { date: '2022-05-16' },
    { date: '2022-05-16' },
  ])
})

test('the same in a workbook and as a text is one report', async () => {
  const { say, until } = await openConversation()
  await say(tiedong, siping, report())
  await until('10:00')
  const cells = report()
    .split('\n')
    .map(line => line.slice(line.indexOf('：') + 1))
  const bytes = await workbook({ Sheet1: [six, cells] })
  expect((await say(tiedong, siping, '', attached('日报.xlsx', bytes)))[0]?.text).toContain('与第1号')
})

test('a workbook of somebody who is not in the roster waits for the duty officer', async () => {
  const { say } = await openConversation()
  const bytes = await workbook({
    Sheet1: [six, [office, '宏达加油站', '平东街道', '无', '张三', '无需整改']],
  })
  const [answer, question] = await say('路人甲', siping, '', attached('日报.xlsx', bytes))
  expect(answer?.text).toContain('已留存第1号')
  expect(question?.where).toBe(dutyRoom)
  expect((await say(duty, dutyRoom, '1'))[0]?.text).toContain('已采信')
})

test('a workbook that its sender withdraws takes its reports back', async () => {
  const { say, until, textIn } = await openConversation()
  const bytes = await workbook({
    Sheet1: [six, [office, '宏达加油站', '平东街道', '无', '张三', '无需整改']],
  })
  await say(tiedong, siping, '', { id: 'm1', ...attached('日报.xlsx', bytes) })
  const answers = await say(tiedong, siping, '', { id: 'm2', recall: 'm1' })
  expect(textIn(siping, [...answers, ...(await until('10:00'))])).toContain(
    '第1号（四平市铁东区）已随消息撤回',
  )
})

test('a CSV file is read likewise', async () => {
  const { say } = await openConversation()
  const csv = `${six.join(',')}\r\n${office},宏达加油站,平东街道,"1.灭火器过期\n2.未接地",张三,均已整改\r\n`
  const [answer] = await say(tiedong, siping, '', attached('日报.csv', Buffer.from(csv)))
  expect(answer?.text).toBe('已收第1号：四平市铁东区—宏达加油站，隐患2条，已整改2条。')
})

test('what is wrong with a row is said as it is of a text', async () => {
  const { say } = await openConversation()
  const row = [office, '宏达加油站', '平东街道', '灭火器过期', null, '已整改']
  const bytes = await workbook({ Sheet1: [six, row, row.with(1, '恒发木业').with(4, '张三')] })
  const [answer] = await say(tiedong, siping, '', attached('日报.xlsx', bytes))
  expect(answer?.text).toContain('检查人员')
  expect(answer?.mentions).toEqual([tiedong])
})

const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])

test.each([
  ['旧表.xls', ole, '“旧表.xls”未计入：不是有效的 .xlsx 文件：旧版 .xls 请另存为 .xlsx 后重发。'],
  [
    '加密.xlsx',
    Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
    '“加密.xlsx”未计入：文件已加密，请取消密码后重发。',
  ],
  [
    '照片.xlsx',
    Buffer.from('ffd8ffe000104a464946', 'hex'),
    '“照片.xlsx”未计入：不是有效的 .xlsx 文件。请用 Excel 或 WPS 另存为 .xlsx 后重发，或将检查情况以文字发到本群。',
  ],
  [
    '大表.csv',
    Buffer.from('甲,乙\n'.repeat(3_000)),
    '“大表.csv”未计入：行数超过 2000 行。请分成几个文件后重发，或将检查情况以文字发到本群。',
  ],
  [
    '名单.csv',
    Buffer.from('姓名,电话\n张三,138\n'),
    '“名单.csv”已留存，其中未识别出检查情况，未计入。如为检查报送，请按“/模板”各栏设置表头后重发，或以文字发到本群。',
  ],
])('%s is answered with what to do instead', async (name, bytes, text) => {
  const { say } = await openConversation()
  const [answer] = await say(tiedong, siping, '', attached(name, bytes))
  expect(answer?.text).toBe(text)
  expect(answer?.mentions).toEqual([tiedong])
  expect((await say(tiedong, siping, report()))[0]?.text).toContain('已收第1号')
})

test('elsewhere a workbook is nobody’s report, and an officer in private is told where to', async () => {
  const { say, db } = await openConversation()
  const bytes = await workbook({
    Sheet1: [six, [office, '宏达加油站', '平东街道', '无', '张三', '无需整改']],
  })
  expect(await say(tiedong, '省安委办工作群', '', attached('日报.xlsx', bytes))).toEqual([])
  const [answer] = await say(tiedong, null, '', attached('日报.xlsx', bytes))
  expect(answer?.text).toBe('“日报.xlsx”请发到“四平市日报报送群”，此处不予登记。')
  expect(await say('路人甲', null, '', attached('日报.xlsx', bytes))).toEqual([])
  expect(await db.selectFrom('reports').select('id').execute()).toEqual([])
})
