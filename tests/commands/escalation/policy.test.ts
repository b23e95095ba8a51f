import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { readSheets } from '../../../reports/tables/workbook.ts'
import { duty, dutyRoom, openConversation, siping, tiedong } from '../../conversation.ts'

const leader = '厅领导'
const leaders = '厅领导群'
const administrator = '管理员'

const attached = (bytes: Uint8Array) => ({
  file: { name: '督办规则.xlsx', size: bytes.length, read: async () => bytes },
})

test('one cell is changed from chat, and holds from when it is adopted', async () => {
  const { say } = await openConversation()
  const [shown] = await say(leader, leaders, '/督办 规则')
  expect(shown!.text).toContain('3. 提示函：处长、厅领导决定，发属地政府，5个工作日内反馈')
  const [asked] = await say(leader, leaders, '/督办 修改规则 提示函 反馈期限 7')
  expect(asked!.text).toContain('拟修改督办规则：提示函反馈期限（工作日）5改为7。')
  expect((await say(leader, leaders, '/督办 规则'))[0]!.text).toContain('5个工作日内反馈')
  const [adopted] = await say(leader, leaders, asked!.choices[0]!.command)
  expect(adopted!.text).toBe(
    '督办规则已启用：提示函反馈期限（工作日）5改为7。新开的督办按此办理，已开的督办仍按原规则办理。',
  )
  expect((await say(leader, leaders, '/督办 规则'))[0]!.text).toContain('发属地政府，7个工作日内反馈')
  expect((await say(leader, leaders, asked!.choices[0]!.command))[0]!.text).toContain('已失效或已启用')
})

test('a workbook is sent out, edited, posted and adopted', async () => {
  const { say } = await openConversation()
  const [sent] = await say(administrator, dutyRoom, '/督办 规则 导出')
  const book = new exceljs.Workbook()
  await book.xlsx.load(sent!.file!.bytes.buffer as ArrayBuffer)
  const grounds = book.getWorksheet('督办事由')!
  grounds.eachRow(row => {
    if (row.getCell(1).value === '逾期未整改') row.getCell(2).value = '3'
  })
  const edited = new Uint8Array(await book.xlsx.writeBuffer())
  expect(await readSheets(edited)).toHaveLength(2)
  const [asked] = await say(administrator, dutyRoom, '', attached(edited))
  expect(asked!.text).toContain('拟修改督办规则：逾期未整改标准1改为3。')
  await say(administrator, dutyRoom, '1')
  expect((await say(administrator, dutyRoom, '/督办 规则'))[0]!.text).toContain('逾期满3天')
})

test('a workbook with faults changes nothing, and all faults are said', async () => {
  const { say } = await openConversation()
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('督办阶梯')
  sheet.addRows([
    ['阶梯', '决定人'],
    ['点名点评', '谁都行'],
  ])
  const [answer] = await say(
    administrator,
    dutyRoom,
    '',
    attached(new Uint8Array(await book.xlsx.writeBuffer())),
  )
  expect(answer!.text).toContain('督办规则未导入：“督办阶梯”缺少“对象”列')
  expect(answer!.text).toContain('缺少“督办事由”表')
})

test.each([
  [duty, dutyRoom, '/督办 修改规则 提示函 反馈期限 7', '由厅领导、管理员使用'],
  [leader, leaders, '/督办 修改规则 提示函 反馈期限 多', '未作改动：提示函的反馈期限应为1至60的整数'],
  [leader, leaders, '/督办 修改规则 警告 期限 7', '请写明要修改哪一项：点名点评、督办提示'],
  [leader, leaders, '/督办 修改规则 提示函 颜色 7', '可改：决定人、对象、反馈期限（工作日）'],
  [leader, leaders, '/督办 修改规则 约谈 决定人 处长', '约谈的决定人应包括“厅领导”'],
  [tiedong, siping, '/督办 规则', '由值班员、处长、厅领导、管理员使用'],
])('%s in %s: %s is refused', async (from, room, text, words) => {
  const { say } = await openConversation()
  expect((await say(from, room, text)).map(each => each.text).join()).toContain(words)
})

test('a shorter time brings the chase nearer by itself, and the heads hear what was adopted', async () => {
  const { say, until, textIn, sent } = await openConversation()
  const [asked] = await say(leader, leaders, '/督办 修改规则 点名点评 反馈期限 1')
  expect(asked!.text).toContain(
    '拟修改督办规则：点名点评反馈期限（工作日）2改为1；点名点评提前催复（工作日）1改为0。',
  )
  const before = sent.length
  await say(leader, leaders, asked!.choices[0]!.command)
  await until('09:05')
  const told = sent.slice(before)
  expect(textIn('处长工作群', told)).toContain('【督办规则】厅领导：督办规则已启用：点名点评反馈期限')
  expect(textIn(leaders, told)).not.toContain('【督办规则】')
})

test('grounds hold for all from when they are adopted', async () => {
  const { say } = await openConversation()
  const [asked] = await say(administrator, dutyRoom, '/督办 修改规则 逾期未整改 3')
  const [adopted] = await say(administrator, dutyRoom, asked!.choices[0]!.command)
  expect(adopted!.text).toBe('督办规则已启用：逾期未整改标准1改为3。督办事由自启用起按此认定。')
})
