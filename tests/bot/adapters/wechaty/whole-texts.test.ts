import { expect, test } from 'vitest'
import { report, siping, tiedong } from '../../../conversation.ts'
import { openDepartment } from './open-department.ts'

test.each([
  ['lines that end in a colon', '检查单位:\n四平市铁东区应急管理局\n受检单位:\n宏达加油站'],
  ['markup', '宏达 A&B <一厂> “&amp;” &lt;br/&gt; 已整改'],
  ['the sentence of a new friend', "I've accepted your friend request. Now let's chat!"],
  ['the same in Chinese', '我通过了你的朋友验证请求，现在我们可以开始聊天了'],
  ['emoji', '👍🇨🇳 已整改 [强]'],
  ['a mention of somebody else', '@王五\u2005请看\n @李四 也看'],
  ['a head like that of a speaker', '@abcdef0123:\n不是发言人'],
])('a text reaches the inbox as it was typed: %s', async (_, text) => {
  const { wechat, bot, reporter, group } = await openDepartment()
  wechat.say(reporter, group, text)
  expect(await bot.heard(1)).toMatchObject([{ text, room: siping, sender: tiedong, mention: 0 }])
})

test('a report with a line break behind each colon counts whole', async () => {
  const { wechat, reporter, group, answer, reports } = await openDepartment()
  wechat.say(reporter, group, report({ enterprise: '宏达 A&B 加油站' }).replaceAll('：', ':\n'))
  expect(await answer(group, '已收')).toContain('隐患2条，已整改1条')
  expect(await reports()).toEqual([{ sender: tiedong, enterprise: '宏达 A&B 加油站', status: 'counted' }])
})

test('emoji that the platform writes as markup are characters', async () => {
  const { wechat, bot, reporter, group } = await openDepartment()
  const Content = `${reporter.id}:<br/>收到<span class="emoji emoji1f44d"></span>`
  wechat.deliver({ FromUserName: group.id, Content })
  expect(await bot.heard(1)).toMatchObject([{ text: '收到👍' }])
})

test.each(['\u2005', ' ', '\n'])(
  'the bot is called by its group card, which has a blank, behind it %j',
  async behind => {
    const { wechat, bot, reporter, group } = await openDepartment()
    wechat.say(reporter, group, `@安委 日报${behind}${report()}`)
    const [row] = await bot.heard(1)
    expect(row).toMatchObject({ mention: 1, sender: tiedong })
    expect(row!.text.trimStart()).toBe(report())
  },
)

test('a quote is taken apart, and points to the message that it quotes', async () => {
  const { wechat, bot, officer, reporter, group } = await openDepartment()
  const quoted = wechat.say(reporter, group, '铁东区：1 处 <未整改>')
  await bot.heard(1)
  wechat.quote(officer, group, { quoted }, '请核实:\n是否属实')
  expect((await bot.heard(2))[1]).toMatchObject({ text: '请核实:\n是否属实', quote: quoted })
})

test('a quote whose id is not known is found by its words, in its own group only', async () => {
  const { wechat, bot, officer, reporter, group, otherGroup } = await openDepartment()
  const quoted = wechat.say(reporter, group, '铁东区：1 处未整改')
  await bot.heard(1)
  wechat.say(officer, otherGroup, '铁东区：1 处未整改')
  await bot.heard(2)
  wechat.quote(officer, group, { quoted: '铁东区：1 处未整改', by: reporter, id: '999' }, '请核实')
  expect((await bot.heard(3))[2]).toMatchObject({ text: '请核实', quote: quoted })
})

test('who speaks in a group of 450 before anybody knows him is heard under his name', async () => {
  const { wechat, bot, group } = await openDepartment()
  wechat.fill(group, 450)
  wechat.sayFromUnknown('新来的', group, report())
  expect(await bot.heard(1)).toMatchObject([{ sender: '新来的', claimed: 1, text: report() }])
})

test('what somebody says who is found nowhere is kept at once, and waits for the duty officer', async () => {
  const { wechat, bot, group, dutyGroup, answer, reports } = await openDepartment()
  const Content = `@${'0'.repeat(40)}:<br/>${report().replaceAll('\n', '<br/>')}`
  wechat.deliver({ FromUserName: group.id, Content })
  expect(await bot.heard(1)).toMatchObject([{ sender: '未知成员', claimed: 1, text: report() }])
  expect(await reports()).toMatchObject([{ status: 'pending' }])
  await answer(dutyGroup, '请核对是否采信')
})

test('what the account itself says on its phone is nobody’s message', async () => {
  const { wechat, bot, reporter, group } = await openDepartment()
  wechat.say(wechat.self, group, report())
  wechat.systemNote(group, '"李四"邀请"王五"、"赵六"加入了群聊')
  wechat.say(reporter, group, '大家好')
  expect((await bot.heard(1)).map(({ text }) => text)).toEqual(['大家好'])
})
