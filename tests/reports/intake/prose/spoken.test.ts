import { expect, it } from 'vitest'
import { readProse } from '../../../../reports/intake/prose/prose.ts'
import { gazetteer } from '../conversation.ts'

/** What is told of one field, in the order of the text. */
const tell = (field: string, text: string): string[] =>
  readProse(text, gazetteer).flatMap(each => (each.field === field ? [each.value] : []))

it.each([
  ['铁东：张三、李四5月18日检查红星加油站，发现灭火器过期，已整改。', '铁东'],
  ['四平铁东：18日张三到一马路检查红星加油站，灭火器过期，已整改', '四平铁东'],
  ['四平市5月18日检查情况：\n1、铁东区应急局检查红星加油站，发现灭火器过期，已整改。', '铁东区应急局'],
  ['领导好我这边是铁东区应急局今天去的是红星加油站发现灭火器过期已经现场整改了', '铁东区应急局'],
  [
    '红星加油站，位于一马路，检查人员张三、李四，存在问题：灭火器过期，已整改。铁东区应急局报',
    '铁东区应急局',
  ],
])('reads the unit of %s', (text, unit) => {
  expect(tell('inspectingUnit', text)).toEqual([unit])
})

it.each([
  ['检查了红星加油站，张伟 李强去的，灭火器过期，已整改', '张伟、李强'],
  ['铁东区应急局到一马路检查红星加油站，张伟、李强参加，发现灭火器过期，已整改。', '张伟、李强'],
  ['今天张伟 李强去石岭镇查的红星加油站，灭火器过期，已整改', '张伟、李强'],
  ['今天去的是红星加油站，去的人有张伟和李强，发现灭火器过期，让他们改了', '张伟、李强'],
  ['18日检查红星加油站，王刚带队，王刚、张伟、李强3人。发现灭火器过期，已整改', '王刚、张伟、李强等3人'],
  ['由局长古天明带队，张伟、李强参加，到石岭镇检查红星加油站，发现灭火器过期，已整改', '古天明、张伟、李强'],
  ['周一张伟 李强赴石岭镇检查红星加油站，发现灭火器过期，已整改', '张伟、李强'],
])('reads the people of %s', (text, people) => {
  expect(tell('inspectors', text)).toEqual([people])
})

it.each<[string, string[]]>([
  ['发现加油机未贴标识和人孔井内有积油两个问题，均已整改', ['加油机未贴标识', '人孔井内有积油']],
  ['一个是灭火器过期，另一个是通道堵塞，都已整改', ['灭火器过期', '通道堵塞']],
  ['问题 1灭火器过期 2加油机漏油 1 2都已整改', ['灭火器过期', '加油机漏油']],
  ['隐患两条：1.有限空间无警示标识；2.通道堵塞，均已整改', ['有限空间无警示标识', '通道堵塞']],
  [
    '发现：1.灭火器过期（已整改）；2.通道堵塞（限5月25日前整改）。',
    ['灭火器过期（已整改）', '通道堵塞（限5月25日前整改）'],
  ],
])('cuts the hazards of %s', (said, hazards) => {
  const [found] = tell('hazards', `张三、李四到一马路检查红星加油站，${said}`)
  expect(found?.split('\n')).toEqual(hazards)
})

it('tells the document with the order that follows it in the sentence', () => {
  const told = (said: string) => tell('rectification', `检查红星加油站，发现灭火器过期，${said}`)
  expect(told('已下达《责令限期整改指令书》，限5月25日前整改。')).toEqual([
    '已下达《责令限期整改指令书》，限5月25日前整改',
  ])
  expect(told('限5月25日前整改。已下达《责令限期整改指令书》。')).toEqual(['限5月25日前整改'])
})

it('knows an enterprise again by a short name', () => {
  const text =
    '张三到石岭镇检查四平市鸿运木业有限公司和四平市红星加油站。鸿运公司发现围墙破损，限5月25日前整改；加油站未发现隐患。'
  expect(tell('enterprise', text)).toEqual(['四平市鸿运木业有限公司', '四平市红星加油站'])
  expect(tell('hazards', text)).toEqual(['围墙破损', '未发现隐患'])
  expect(tell('place', text)).toEqual(['石岭镇', '石岭镇'])
})

it('tells of all enterprises that nothing was found, and each town', () => {
  const text = '张三赴石岭镇检查红星加油站，赴叶赫镇检查宏达机械厂，均未发现隐患。'
  expect(tell('hazards', text)).toHaveLength(2)
  expect(tell('place', text)).toEqual(['石岭镇', '叶赫镇'])
})
