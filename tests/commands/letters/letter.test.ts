import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { report, siping, tiedong } from '../../conversation.ts'
import { head, heads, leader, leaders, openOverdueDistrict } from './overdue-district.ts'

test('a head drafts a letter about what is overdue; he sees its pages, its words and where it goes', async () => {
  const { say } = await openOverdueDistrict()
  const shown = await say(head, heads, '/提示函 四平市铁东区')
  expect(shown.every(({ where }) => where === heads)).toBe(true)
  expect(shown[0]!.file!.name).toMatch(/^关于四平市铁东区隐患逾期未整改的提示函.*\.png$/)
  const preview = shown.at(-1)!
  expect(preview.text).toContain('四平市铁东区人民政府区长：')
  expect(preview.text).toContain('“配电箱未接地”（编号1-2），整改期限为5月16日，已逾期2天。')
  expect(preview.text).toContain('发至：四平市日报报送群')
  expect(preview.text).toContain('回函期限：5月25日17:00')
  expect(preview.choices.map(({ label }) => label)).toEqual(['送签', '修改', '取消'])
})

test('said twice it is drafted once', async () => {
  const { say } = await openOverdueDistrict()
  await say(head, heads, '/提示函 四平市铁东区')
  const [again] = (await say(head, heads, '/提示函 四平市铁东区 1-2')).slice(-1)
  expect(again!.text).toContain('已有稿1，未重复起草。')
  await say(head, heads, '/提示函 送签 1')
  const [refused] = await say(head, heads, '/提示函 四平市铁东区')
  expect(refused!.text).toContain('同样内容的稿1已送签')
})

test('what cannot stand in a letter is refused by name', async () => {
  const { say } = await openOverdueDistrict()
  const answer = async (words: string, from = head, room = heads) =>
    (await say(from, room, `/提示函 ${words}`)).at(-1)!.text
  expect(await answer('四平市铁东区 9-9')).toContain('没有编号为9-9的隐患')
  expect(await answer('四平市铁东区 1-1、1-2')).toContain('未起草：1-1已销号。')
  expect(await answer('四平市铁西区 1-2')).toContain('未起草：1-2属四平市铁东区。')
  expect(await answer('四平市铁东区 1-2', '煤矿一处处长')).toContain('1-2由危化一处、危化二处分管')
  expect(await answer('四平市铁西区')).toContain('没有本处室分管的逾期或重大隐患。请写明隐患编号')
  expect(await answer('吉林省')).toContain('请写明单位')
  expect(await answer('四平市铁东区', tiedong, siping)).toContain('提示函由处长、厅领导起草。')
  expect(await answer('')).toContain('2022年尚无提示函')
})

test('a city answers for what is below it; without hazards the words are the matter', async () => {
  const { say } = await openOverdueDistrict()
  const ofCity = (await say(leader, leaders, '/提示函 四平市')).at(-1)!
  expect(ofCity.text).toContain('四平市人民政府市长：')
  expect(ofCity.text).toContain('隐患：1-2')
  const words = (await say(leader, leaders, '/提示函 四平市铁西区 连续三次未按时报送')).at(-1)!
  expect(words.text).toContain('连续三次未按时报送。')
  expect(words.text).not.toContain('隐患：')
})

test('a part is replaced and the letter shown anew', async () => {
  const { say } = await openOverdueDistrict()
  await say(head, heads, '/提示函 四平市铁东区')
  const revise = async (words: string) => (await say(head, heads, `/提示函 修改 1 ${words}`)).at(-1)!.text
  expect(await revise('')).toContain('/提示函 修改 1 期限 5月30日')
  expect(await revise('标题 关于宏达加油站的提示函')).toContain('第2版')
  // A Saturday.
  const moved = await revise('期限 5月28日')
  expect(moved).toContain('5月28日为休息日，期限顺延至5月30日。')
  expect(moved).toContain('回函期限：5月30日17:00')
  expect(await revise('期限 8月1日')).toContain('期限2022年8月1日距今超过60天')
  expect(await revise('期限 5月17日')).toContain('应在今天以后')
  expect(await revise('期限 尽快')).toContain('看不懂期限')
  const changed = await say(head, heads, '/提示函 修改 1 要求 立即停用配电箱。\n24日前更换。')
  expect(changed.map(({ file }) => file)).toEqual([undefined])
  expect(changed[0]!.text).toContain('────\n工作要求\n立即停用配电箱。\n24日前更换。\n────')
  const shown = (await say(head, heads, '/提示函 稿1'))[0]!.text
  expect(shown).toContain('关于宏达加油站的提示函')
  expect(shown).toContain('三、工作要求\n立即停用配电箱。\n24日前更换。\n请于2022年5月30日（周一）17:00前')
  const other = (await say('煤矿一处处长', heads, '/提示函 修改 1 标题 无')).at(-1)!
  expect(other.text).toContain('由危化二处处长起草')
})

test('sent back with a reason, it is his again; before the leaders only they change it', async () => {
  const { say, submit } = await openOverdueDistrict()
  const told = await submit()
  const request = told.filter(({ where }) => where === leaders)
  expect(request.map(({ file }) => file?.name.split('.').at(-1))).toEqual([
    'docx',
    ...request.slice(2).map(() => 'png'),
    undefined,
  ])
  expect(request.at(-1)!.choices.map(({ label }) => label)).toEqual(['签发', '退回'])
  expect((await say(head, heads, '/提示函 修改 1 标题 无'))[0]!.text).toContain('请厅领导先退回')
  const returned = await say(leader, leaders, '/退回 1 请写明企业负责人')
  const back = returned.find(({ where }) => where === heads)!
  expect(back.mentions).toEqual([head])
  expect(back.text).toContain('厅领导退回提示函稿1')
  expect(back.text).toContain('请写明企业负责人')
  await say(head, heads, '/提示函 修改 1 正文 企业负责人未到场')
  const again = (await say(head, heads, '/提示函 送签 1')).find(({ text }) => text?.includes('【待签发】'))!
  expect(again.text).toContain('【待签发】提示函稿1（第2版）')
  expect(again.text).toContain('厅领导5月18日09:00退回：请写明企业负责人\n已修改：正文')
  expect((await say(head, heads, '/签发 1'))[0]!.text).toContain('由厅领导使用')
})

test('the letter of a chain: cancelled, its rung is taken back', async () => {
  const { say, db } = await openOverdueDistrict()
  const drafted = await say(leader, leaders, '/督办 1-2 提示函')
  expect(drafted.at(-1)!.text).toContain('拟发提示函（稿1）')
  const again = (await say(head, heads, '/提示函 四平市铁东区 1-2 企业拒不整改')).at(-1)!
  expect(again.text).toContain('已有稿1，未重复起草；说明未写入')
  const [answer] = (await say(leader, leaders, '/提示函 取消 1')).slice(-1)
  expect(answer!.text).toBe('稿1已取消，未发出。督办1随之撤销。')
  expect((await chainById(db, 1))!.state).toBe('withdrawn')
  expect((await say(leader, leaders, '/提示函 送签 1'))[0]!.text).toContain('稿1已取消')
})

test('hazards of several chains need a letter each', async () => {
  const { say, wait } = await openOverdueDistrict()
  await say(
    tiedong,
    siping,
    report({
      enterprise: '四平市鑫源化工有限公司',
      hazards: '1.安全阀未校验',
      rectification: '第1项限期5月17日前整改',
    }),
  )
  await say(head, heads, '/督办 1-2')
  await say(head, heads, '/督办 2-1')
  await wait(130)
  const [refused] = await say(head, heads, '/提示函 四平市铁东区')
  expect(refused!.text).toContain('分属督办1（1-2）、督办2（2-1），请按督办分别起草')
  expect((await say(head, heads, '/提示函 四平市铁东区 2-1')).at(-1)!.text).toContain('点名点评')
})
