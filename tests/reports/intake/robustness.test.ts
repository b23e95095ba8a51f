import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labels } from '../../../reports/intake/labels/labels.ts'
import { hostileTexts } from '../../bench/intake-hostile.ts'
import { readFixtures } from '../../eval/expectation.ts'
import { hear } from './conversation.ts'

const fixtures = await readFixtures()

/** Texts made of what reports are made of, in any order. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...labels.keys(),
    ':',
    '：',
    '\n',
    '；',
    '、',
    ' ',
    '（',
    '）',
    '【',
    '】',
    '《',
    '》',
    '「',
    '」\n- - -\n',
  ),
  fc.constantFrom(
    '1.',
    '2、',
    '（1）',
    '①',
    '一是',
    '- ',
    '已整改',
    '除第3项外',
    '1、2项',
    '限期5月25日前',
    '2月30日',
    '昨日',
  ),
  fc.constantFrom(
    '四平市铁东区',
    '铁冬区',
    '市应急局',
    '危化二处',
    '红星加油站',
    '今日无检查',
    '零报告',
    '更正',
    '以此为准',
    '依据',
    '\t',
    '| ',
    '出动检查组3个',
    '39人次',
    '检查企业21家',
    '罚款2万元',
    '立案1起',
    '停产整顿',
    '责令限期整改',
    '四不两直',
    '张三、李四等5人',
    '☑已整改 □未整改',
    '😀',
    '××',
    '檢查單位',
    '5MPa',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fragment, { maxLength: 60 }).map(parts => parts.join('')),
)

describe('intake', () => {
  it('never throws, and says nothing of chat', () => {
    fc.assert(
      fc.property(anyText, fc.string(), fc.option(fc.string()), (text, at, room) => {
        const parsed = hear(text, { at, room })
        expect(hear(text)).toEqual(hear(text))
        if (parsed.kind !== 'report') expect(parsed.inspections).toEqual([])
        if (parsed.kind === 'chat') expect(parsed.problems.concat()).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('never throws on 20,000 characters of what reports are made of', () => {
    fc.assert(
      fc.property(fc.array(fragment, { minLength: 1, maxLength: 40 }), parts => {
        const part = `${parts.join('')}甲`
        const parsed = hear(part.repeat(Math.ceil(20_000 / part.length)))
        expect(['report', 'zero', 'chat']).toContain(parsed.kind)
      }),
      { numRuns: 100 },
    )
  })

  it('takes every hostile text of the bench', () => {
    // A tenth of their length is enough for a pattern without end; the bench tells which are slow.
    for (const { name, text } of hostileTexts(fixtures, 2000)) expect(() => hear(text), name).not.toThrow()
  })

  it.each([
    [
      'reports with unknown units',
      (at: number) => `检查单位：铁冬${at % 30}区\n受检单位：甲站\n隐患：1.过期 2.堵塞\n整改：1项已整改\n`,
    ],
    ['days', () => '今日'],
    ['dates', () => '5月18日'],
    ['labels', () => '检查单位：'],
    ['words', () => '隐患整改'],
    ['brackets', () => '（依据《'],
    ['numbers', () => '1、2项已整改，'],
  ])('takes 20,000 characters of %s in its stride', (_, part) => {
    let body = ''
    for (let at = 0; body.length < 19_950; at++) body += part(at)
    const texts = [
      '',
      '受检单位：甲站\n隐患：',
      '隐患：过期\n受检单位：',
      '受检单位：甲站\n隐患：过期\n整改：',
    ].map(head => head + body)
    // A pattern that backtracks without end would run into the test's own limit.
    for (const text of texts) expect(hear(text).problems.length).toBeLessThan(2000)
  })
})
