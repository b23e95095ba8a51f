import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { duty, dutyRoom, openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

const [leaders, heads, committee] = ['厅领导群', '处长工作群', '省安委办工作群']

test('at the compile time each group gets what is meant for it', async () => {
  const { say, until } = await openConversation()
  await say(tiedong, siping, report())
  const sent = (await until('17:00')).filter(
    message => message.at.toISOString() === '2022-05-18T08:30:00.000Z',
  )
  const kinds = (room: string) =>
    sent
      .filter(message => message.where === room)
      .map(message => message.file?.name.split('.').at(-1) ?? 'text')
  expect(kinds(leaders).filter(kind => kind !== 'text')).toEqual(['xlsx', 'png'])
  expect(kinds(leaders)[0]).toBe('text')
  expect(kinds(committee)).toEqual(['text', 'png'])
  const slices = sent.filter(message => message.where === heads)
  expect(slices.every(message => message.file === undefined)).toBe(true)
  expect(slices.flatMap(message => message.mentions)).toEqual(['危化一处处长', '危化二处处长'])
  expect(slices.at(-1)?.text).toBe('煤矿一处、煤矿二处、非煤处、工贸处：本批次无本行业检查。')
  expect(sent.every(message => (message.text ?? '').length < 1800)).toBe(true)
  expect(sent.some(message => message.where === siping)).toBe(false)
})

test('/日报 shows it again, to each as much as is sent to him anyway', async () => {
  const { say, until } = await openConversation()
  expect((await say(duty, dutyRoom, '/日报'))[0]?.text).toContain('将于16:30编制')
  await say(tiedong, siping, report())
  await until('16:30')
  const again = async (from: string, room: string | null, text = '/日报') =>
    (await say(from, room, text)).map(message => message.file?.name ?? message.text?.split('\n')[0])
  expect(await again(duty, dutyRoom)).toEqual(
    expect.arrayContaining(['日报表2022-05-18.xlsx', '日报表2022-05-18.png']),
  )
  expect(await again(tiedong, siping, '/日报 5月18日')).toEqual([
    '全省应急管理系统直接监管检查日报表',
    '日报表2022-05-18.png',
  ])
  expect(await again('危化二处处长', null)).toContain('全省应急管理系统直接监管检查日报表（危化二处）')
  expect(await again(duty, dutyRoom, '/日报 5月17日')).toEqual(['5月17日没有已编制的日报表。'])
  expect(await again(duty, dutyRoom, '/日报 明年')).toEqual([expect.stringContaining('看不懂日期')])
})

test('what comes after compiling goes into a numbered corrected edition that a duty officer issues', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report())
  await until('17:00')
  expect((await say(duty, dutyRoom, '/日报 更正'))[0]?.text).toContain('无需更正')
  await say(
    tiexi,
    siping,
    report({ unit: '铁西区应急局', enterprise: '铁西石化', rectification: '均已整改' }),
  )
  const [question] = await say(duty, dutyRoom, '/日报 更正')
  expect(question?.text).toContain('拟发5月18日日报表更正第1版：新增第2号（四平市铁西区）；实报由1家变为2家')
  const sent = await say(duty, dutyRoom, '1')
  expect(textIn(leaders, sent)).toContain('更正第1版')
  expect(textIn(leaders, sent)).toContain('更正内容：新增第2号（四平市铁西区）')
  expect(textIn(heads, sent)).toContain('危化一处')
  expect(textIn(heads, sent)).not.toContain('煤矿一处')
  expect(textIn(committee, sent)).toContain('检查企业2家，发现隐患4条，已整改3条，整改率75.0%')
  // A second tap on the same choice finds nothing to correct.
  const twice = await say(duty, dutyRoom, question!.choices[0]!.command)
  expect(twice.map(message => message.where)).toEqual([dutyRoom])
})

test('the workbook that goes out holds the reports, and text that looks like a formula stays text', async () => {
  const { say, until } = await openConversation()
  await say(tiedong, siping, report({ enterprise: '=HYPERLINK("http://example.com")加油站' }))
  const workbook = new ExcelJS.Workbook()
  const file = (await until('16:30')).find(message => message.file?.name.endsWith('.xlsx'))
  await workbook.xlsx.load(Buffer.from(file!.file!.bytes) as never)
  const annex = workbook.getWorksheet('附表2')!
  const cells: unknown[] = []
  annex.eachRow(row => {
    row.eachCell(cell => {
      cells.push(cell.value)
    })
  })
  expect(cells).toContain('=HYPERLINK("http://example.com")加油站')
})
