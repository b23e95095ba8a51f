import { describe, expect, test } from 'vitest'
import { readEnforcement } from '../../../../reports/intake/fields/enforcement.ts'

const documents = (...texts: string[]) => readEnforcement(texts).documents
const cases = (...texts: string[]) => readEnforcement(texts).cases
const fine = (...texts: string[]) => readEnforcement(texts).fine
const production = (...texts: string[]) => readEnforcement(texts).production

describe('documents served', () => {
  test.each([
    ['下达《责令限期整改指令书》', ['责令限期整改指令书']],
    ['已下达责令限期整改指令书1份', ['责令限期整改指令书']],
    [
      '《现场检查记录》1份、《责令限期整改指令书》（（吉四）应急责改〔2022〕12号）1份',
      ['现场检查记录', '责令限期整改指令书'],
    ],
    ['当场出具现场检查记录和现场处理措施决定书', ['现场检查记录', '现场处理措施决定书']],
    ['执法文书：责令限期整改指令书（吉四铁应急责改〔2022〕5号）', ['责令限期整改指令书']],
    ['《责令限期整改指令书（吉四应急责改〔2022〕12号）》', ['责令限期整改指令书']],
    ['依法送达行政处罚决定书，罚款2万元', ['行政处罚决定书']],
    ['下达整改指令书，责令改正通知书各一份', ['整改指令书', '责令改正通知书']],
    ['现场下达指令书1份', ['指令书']],
    ['隐患整改通知单已送达', ['隐患整改通知单']],
    ['文书：《停产停业整顿通知书》', ['停产停业整顿通知书']],
  ])('%s', (text, expected) => {
    expect(documents(text)).toEqual(expected)
  })

  test.each([
    '执法文书：（吉四）应急责改〔2022〕12号',
    '执法文书：无',
    '拟下达行政处罚决定书',
    '无现场检查记录',
    '设备安全检查记录不全',
    '未按责令限期整改指令书要求整改',
    '依据《安全生产法》第九十九条',
    '动火作业票未审批',
  ])('%s names none', text => {
    expect(documents(text)).toEqual([])
  })

  test('one that is named twice is one', () => {
    expect(documents('执法文书：责令限期整改指令书', '下达《责令限期整改指令书》')).toEqual([
      '责令限期整改指令书',
    ])
  })
})

test.each([
  ['已立案', 1],
  ['立案查处', 1],
  ['依法对该企业立案调查', 1],
  ['立案2起', 2],
  ['立案查处3件', 3],
  ['共两起立案', 2],
  ['2起已立案', 2],
  ['立案情况：1起', 1],
  ['立案情况：已立案', 1],
  ['是否立案：是', 1],
  ['是否立案：否', 0],
  ['立案：无', 0],
  ['立案：0', 0],
  ['未立案', 0],
  ['不予立案', 0],
  ['暂未立案', 0],
  ['立案0起', 0],
  ['拟立案', null],
  ['拟对该企业立案查处', null],
  ['正在申请立案', null],
  ['逾期不改将立案查处', null],
  ['已限期整改', null],
  ['立案2起，其余企业未立案', 2],
])('%s files %s cases', (text, expected) => {
  expect(cases(text)).toBe(expected)
})

test('a case that is stated in its column and in the text is one', () => {
  expect(cases('立案情况：已立案', '对企业立案1起')).toBe(1)
  expect(cases()).toBeNull()
})

test.each([
  ['罚款2万元', 20_000],
  ['罚款人民币5000元', 5000],
  ['罚款0.5万元', 5000],
  ['罚款两万元', 20_000],
  ['处1.5万元罚款', 15_000],
  ['处以人民币3万元的罚款', 30_000],
  ['给予5千元罚款', 5000],
  ['罚款1万5千元', 15_000],
  ['罚款两万五千元', 25_000],
  ['罚款二十万元', 200_000],
  ['罚款贰万元整', 20_000],
  ['罚款20,000元', 20_000],
  ['罚款金额：20000', 20_000],
  ['罚款金额：2万', 20_000],
  ['罚款(万元)：2', 20_000],
  ['行政处罚3000元', 3000],
  ['罚款：0元', 0],
  ['对企业罚款2万元，对主要负责人罚款0.5万元', 25_000],
  ['对企业罚款2万元，对主要负责人罚款2万元', 40_000],
  ['共罚款2.5万元，其中企业罚款2万元，个人罚款0.5万元', 25_000],
  ['罚款3万元（其中对个人罚款1万元）', 30_000],
  ['拟罚款2万元', null],
  ['拟处2万元罚款', null],
  ['可处5万元以下罚款', null],
  ['处5万元以下罚款', null],
  ['处五千元以上五万元以下的罚款', null],
  ['逾期不改将处2万元罚款', null],
  ['罚款2家', null],
  ['罚款：无', null],
  ['未罚款', null],
  ['注册资本500万元', null],
])('%s is a fine of %s yuan', (text, expected) => {
  expect(fine(text)).toBe(expected)
})

test('a fine that is stated in its column and in the text is one fine', () => {
  expect(fine('罚款金额：2万元', '已下达处罚决定，罚款2万元')).toBe(20_000)
  expect(fine('对企业罚款2万元', '对负责人罚款1万元')).toBe(30_000)
})

test.each([
  ['责令停产停业整顿', 'stopped'],
  ['责令企业立即停产整改', 'stopped'],
  ['停产整改', 'stopped'],
  ['责令暂时停产停业', 'stopped'],
  ['下达停产指令', 'stopped'],
  ['依法责令其停止生产', 'stopped'],
  ['停产停业：是', 'stopped'],
  ['停产停业：否', null],
  ['停产情况：责令停产整顿', 'stopped'],
  ['停产情况：无', null],
  ['责令停产整改，验收合格后方可恢复生产', 'stopped'],
  ['责令停止使用相关设备', null],
  ['停止使用该加油机', null],
  ['企业处于停产状态', null],
  ['停产企业未落实值班', null],
  ['停产检修期间动火未审批', null],
  ['逾期不改将责令停产停业整顿', null],
  ['擅自恢复生产', null],
  ['开展复工复产检查', null],
  ['未经验收擅自恢复生产', null],
  ['恢复生产', 'resumed'],
  ['验收合格，同意恢复生产', 'resumed'],
  ['同意复产', 'resumed'],
  ['该矿已恢复正常生产', 'resumed'],
  ['复产验收合格', 'resumed'],
  ['验收合格恢复生产', 'resumed'],
  ['前期责令停产整顿，经复查验收合格，准予恢复生产', 'resumed'],
] as const)('%s: production %s', (text, expected) => {
  expect(production(text)).toBe(expected)
})

test.each([
  ['names of documents', '责令限期整改'.repeat(3400)],
  ['digits', `罚款${'1'.repeat(20_000)}`],
  ['numerals', `罚款${'一'.repeat(20_000)}`],
  ['grouped digits', `罚款${'1,111'.repeat(4000)}`],
  ['fines', '罚款2万元'.repeat(4000)],
  ['cases', '立案'.repeat(10_000)],
  ['columns', '立案：'.repeat(6600)],
  ['orders', '停产：'.repeat(6600)],
  ['brackets', '《'.repeat(20_000)],
  ['stops', '责令停产'.repeat(5000)],
])('20,000 characters of %s are read like any text', (_, text) => {
  expect(() => readEnforcement([text])).not.toThrow()
})
