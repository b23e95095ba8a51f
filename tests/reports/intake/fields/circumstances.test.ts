import { expect, test } from 'vitest'
import { readCircumstances } from '../../../../reports/intake/fields/circumstances.ts'

const level = (...texts: string[]) => readCircumstances(texts).level
const manners = (...texts: string[]) => readCircumstances(texts).manners
const basis = (...texts: string[]) => readCircumstances(texts).basis

test.each([
  ['省级抽查', '省级抽查'],
  ['开展省级检查', '省级抽查'],
  ['市级督查', '市级督查'],
  ['市级抽查', '市级督查'],
  ['县级检查', '县级督查'],
  ['县级督查', '县级督查'],
  ['区级执法检查', '县级督查'],
  ['企业自查', '企业自查'],
  ['企业自查自改', '企业自查'],
  ['检查级别：省级', '省级抽查'],
  ['检查类型：企业自查', '企业自查'],
  ['检查层级：县', '县级督查'],
  ['省级督查反馈的隐患', null],
  ['督促企业自查自改', null],
  ['企业自查记录不全', null],
  ['省级标准化企业', null],
])('the level of %s is %s', (text, expected) => {
  expect(level(text)).toBe(expected)
})

test.each([
  ['线上', ['线上']],
  ['检查方式：线上检查', ['线上']],
  ['通过视频检查', ['线上']],
  ['远程视频巡查', ['线上']],
  ['线上+线下相结合', ['线上', '线下']],
  ['检查方式：四不两直、夜查', ['四不两直', '夜查']],
  ['采取“四不两直”方式开展夜间突击检查', ['四不两直', '夜查']],
  ['“双随机、一公开”检查', ['双随机']],
  ['检查方式：干部+专家', ['干部+专家']],
  ['采用“干部＋专家”模式', ['干部+专家']],
  ['聘请化工专家2名', ['干部+专家']],
  ['会同专家对企业检查', ['干部+专家']],
  ['以“线上+线下”方式', ['线上', '线下']],
  ['双随机+专家', ['双随机', '干部+专家']],
  ['带专家检查', ['干部+专家']],
  ['检查方式：现场检查', []],
  ['生产线上无防护罩', []],
  ['企业未聘请专家论证', []],
  ['要求企业邀请专家评估', []],
  ['未开展夜间巡查', []],
])('the manners of %s are %j', (text, expected) => {
  expect(manners(text)).toEqual(expected)
})

test.each([
  ['检查依据：《安全生产法》第六十五条', '《安全生产法》第六十五条'],
  [
    '依据《中华人民共和国安全生产法》第六十五条第一款，对宏达加油站进行检查',
    '《中华人民共和国安全生产法》第六十五条第一款',
  ],
  ['根据《2022年执法检查计划》、《安全生产法》，开展执法检查', '《2022年执法检查计划》、《安全生产法》'],
  ['依据《安全生产法》第一百零二条，责令限期整改', null],
  ['违反《安全生产法》第三十六条', null],
])('the basis of %s is %s', (text, expected) => {
  expect(basis(text)).toBe(expected)
})

test('a column says more than the text around it', () => {
  expect(level('配合省级督查，由县局检查', '检查级别：县级')).toBe('县级督查')
  expect(manners('检查方式：线上', '夜查，线上')).toEqual(['线上', '夜查'])
})

test.each([
  ['books', '依据《法》第一条'.repeat(2000)],
  ['brackets', '依据《'.repeat(6600)],
  ['articles', `依据《安全生产法》${'第一条'.repeat(6000)}`],
  ['experts', '聘请'.repeat(10_000)],
  ['lines', '线上'.repeat(10_000)],
])('20,000 characters of %s are read like any text', (_, text) => {
  expect(() => readCircumstances([text])).not.toThrow()
})
