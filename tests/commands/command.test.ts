import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { createRouter } from '../../commands/route.ts'
import { duty, dutyRoom, openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

const route = createRouter(commands)
const nameOf = (text: string) => {
  const found = route(text)
  return found.kind === 'command' ? [found.command.name, ...found.args] : found.kind
}

test.each([
  ['/缺报', ['缺报']],
  ['／缺报', ['缺报']],
  ['  / 缺报  ', ['缺报']],
  ['/qb', ['缺报']],
  ['/ＱＢ', ['缺报']],
  ['／日报　5月18日', ['日报', '5月18日']],
  ['/日报5月18日', ['日报', '5月18日']],
  ['/日报 更正', ['日报 更正']],
  ['/日报更正 5月18日', ['日报 更正', '5月18日']],
  ['/频次2', ['频次', '2']],
  ['/台账四平市', ['台账', '四平市']],
  ['/提级四平市铁东区', ['提级', '四平市铁东区']],
  ['/提级撤销 3', ['提级 撤销', '3']],
  ['/催办逾期 化工', ['催办', '逾期', '化工']],
  ['12', 'number'],
  ['１２', 'number'],
  ['1234', 'talk'],
  ['12个', 'talk'],
  ['日报', 'talk'],
  ['/哈哈', 'unknown'],
])('%s is read as %s', (text, expected) => {
  expect(nameOf(text)).toEqual(expected)
})

test.each([
  ['/缺抱', '/缺报'],
  ['/缺报表', '/缺报'],
  ['/报催', '/催报'],
  ['/模版', '/模板'],
])('the near miss %s gets one suggestion', async (text, suggestion) => {
  const { say } = await openConversation()
  const [answer] = await say(tiedong, siping, text)
  expect(answer?.text).toContain(`是否为：${suggestion}`)
})

test('a slash that is nowhere near a command is ordinary talk in a group', async () => {
  const { say } = await openConversation()
  expect(await say(tiedong, siping, '/偷笑/偷笑')).toEqual([])
})

test.each([
  [tiedong, siping, '/频次 2', '由值班员、管理员使用'],
  [tiedong, siping, '/催报', '由值班员、管理员使用'],
  ['厅领导', '厅领导群', '/日报 更正', '由值班员、管理员使用'],
  ['路人甲', siping, '/缺报', '报送员'],
])('%s may not %s %s, and is told who may', async (from, room, text, answer) => {
  const { say } = await openConversation()
  expect((await say(from, room, text))[0]?.text).toContain(answer)
})

test.each(commands.filter(command => command.roles !== 'anyone' && command.roles.includes('system')))(
  'nobody in the chat can play the clock with /$name',
  async ({ name }) => {
    const { say, sent } = await openConversation()
    for (const from of [tiedong, duty, '管理员', '系统']) await say(from, dutyRoom, `/${name} 1`)
    expect(sent.map(message => message.where)).toEqual(Array(4).fill(dutyRoom))
    expect(sent.every(message => message.text?.includes('没有'))).toBe(true)
  },
)

test('help names what the one who asks may use', async () => {
  const { say } = await openConversation()
  const [mine] = await say(tiedong, siping, '/帮助')
  expect(mine?.text).toContain('/撤销')
  expect(mine?.text).not.toContain('/频次')
  const [theirs] = await say(duty, dutyRoom, '/bz 频次')
  expect(theirs?.text).toContain('简写：/pc')
})

test('the template, filled in, is a report', async () => {
  const { say } = await openConversation()
  const [template] = await say(tiedong, siping, '/模板')
  const filled = template!
    .text!.replace(/(受检单位)：.*/, '$1：宏达加油站')
    .replace(/(检查地点)：.*/, '$1：平东街道')
    .replace(/(发现的问题隐患)：.*/, '$1：灭火器失压')
    .replace(/(检查人员)：.*/, '$1：张三')
    .replace(/(整改情况)：.*/, '$1：已整改')
  expect((await say(tiedong, siping, filled))[0]?.text).toContain('宏达加油站，隐患1条，已整改1条')
})

test('in the committee group of 450 an answer goes to the one who asked', async () => {
  const { say } = await openConversation()
  const answers = await say('四平市分管领导', '省安委办工作群', '/缺报')
  expect(answers.map(message => message.where)).toEqual(['四平市分管领导'])
})

test('in a group that the roster does not know nothing is said', async () => {
  const { say } = await openConversation()
  expect(await say('路人甲', '别的群', report())).toEqual([])
  expect((await say('路人甲', '别的群', '/帮助')).map(message => message.where)).toEqual(['路人甲'])
})

test('a stranger’s direct message is answered once a day', async () => {
  const { say } = await openConversation()
  expect((await say('路人甲', null, '你好'))[0]?.text).toContain('不在人员名册中')
  expect(await say('路人甲', null, '在吗')).toEqual([])
})

test('attachments are kept and answered in the reporting group only', async () => {
  const { say, db } = await openConversation()
  const file = (name: string, size: number | null = null) => ({
    file: { name, size, read: async () => Buffer.from('not a workbook') },
  })
  const [table] = await say(tiedong, siping, '', file('../../今日检查.xlsx'))
  expect(table?.text).toContain('“今日检查.xlsx”未计入：不是有效的 .xlsx 文件')
  const [huge] = await say(tiedong, siping, '', file('大表.xlsx', 200 * 1024 * 1024))
  expect(huge?.text).toContain('超过20 MB')
  expect(await say(tiedong, '省安委办工作群', '', file('大表.xlsx'))).toEqual([])
  expect(await say(tiedong, siping, '', file('现场.jpg'))).toEqual([])
  expect(await db.selectFrom('inbox').select('id').where('file', 'is not', null).execute()).toHaveLength(4)
})

test('taking back one’s own last report is confirmed by a tap of the same person', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report())
  expect((await say(tiexi, siping, '/撤销'))[0]?.text).toContain('没有可撤销的报告')
  const [question] = await say(tiedong, siping, '/撤销')
  expect(question?.text).toContain('请回复数字：1 确认撤销；2 不撤销')
  expect(await say(tiexi, siping, '1')).toEqual([])
  expect((await say(tiexi, siping, question!.choices[0]!.command))[0]?.text).toContain('不是您报送的')
  expect((await say(tiedong, siping, '1'))[0]?.text).toContain('第1号（四平市铁东区）已撤销')
  expect(await say(tiedong, siping, '1')).toEqual([])
  expect((await say(tiedong, siping, question!.choices[0]!.command))[0]?.text).toContain('无需重复操作')
  expect(textIn('厅领导群', await until('16:30'))).toContain('实报0家')
})

test('numbers are unique among a room’s open offers, expire, and survive a restart', async () => {
  const first = await openConversation()
  await first.say(tiedong, siping, report())
  await first.say(tiexi, siping, '零报告')
  const [one] = await first.say(tiedong, siping, '/撤销').then(sent => sent.filter(s => s.choices.length > 0))
  const [two] = await first.say(tiexi, siping, '/撤销')
  expect([...one!.choices, ...two!.choices].map(choice => choice.number)).toEqual([1, 2, 3, 4])
  await first.close()
  const second = await openConversation({ time: '09:20', directory: first.directory })
  expect((await second.say(tiexi, siping, '4'))[0]?.text).toContain('第2号保留')
  await second.until('09:40')
  expect((await second.say(tiedong, siping, '1'))[0]?.text).toBe('该选项已失效，请重新发送“/撤销 1”。')
})

test('催报 reminds the groups at once, and not twice within ten minutes', async () => {
  const { say, textIn } = await openConversation()
  await say(tiedong, siping, '零报告')
  const sent = await say(duty, dutyRoom, '/催报')
  expect(textIn(siping, sent)).toContain('尚未报送：四平市、四平市铁西区')
  expect(textIn(dutyRoom, sent)).toContain('已提醒68家')
  expect((await say(duty, dutyRoom, '/催报')).map(message => message.where)).toEqual([dutyRoom])
  const single = await say(duty, dutyRoom, '/催报 铁西区')
  expect(single.map(message => message.where)).toEqual([siping, dutyRoom])
})
