import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columns, labels } from '../../../reports/intake/forms/labels.ts'
import { renderTemplate } from '../../../reports/intake/template.ts'
import { hear } from './conversation.ts'

const widen = (text: string) =>
  text.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000')

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

  it('reads a text in full-width characters as it reads it in half-width ones', () => {
    const text = `检查单位:四平市铁东区 受检单位:ABC加油站 检查地点:1-2号 日期:2022-05-17
隐患:1.灭火器(2具)过期;2.未接地(已整改) 检查人员:张三,李四等5人 整改情况:1项限期5.25前整改,其余已整改`
    const narrow = (value: unknown) => JSON.stringify(value).normalize('NFKC')
    expect(hear(text).inspections[0]).toMatchObject({ date: '2022-05-17', personTimes: 5 })
    expect(narrow(hear(widen(text)))).toBe(narrow(hear(text)))
  })

  it('reads its own template back, whatever is filled in', () => {
    const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map(code => String.fromCodePoint(code))
    const plain = (min: number, max: number) =>
      fc
        .string({ unit: character, minLength: min, maxLength: max })
        .filter(text => !/[请填写要须需应怎如无均已未正良合现]/.test(text))
    const filled = fc.record({
      inspectingUnit: fc.constantFrom('四平市铁东区', '铁西区', '四平市梨树县应急管理局'),
      enterprise: plain(3, 30),
      place: plain(2, 40),
      hazards: plain(4, 80),
      inspectors: plain(2, 3).filter(
        name => !/[一二三四五六七八九十两〇零廿卅百千组等人名位和与及共]/.test(name),
      ),
      rectification: fc.constantFrom('均已整改', '未整改', '限期5月25日前整改'),
    })
    fc.assert(
      fc.property(filled, values => {
        const text = renderTemplate(null)
          .split('\n')
          .map((line, index) => line + values[Object.keys(columns)[index] as keyof typeof values])
          .join('\n')
        const { kind, inspections, problems } = hear(text)
        expect(kind).toBe('report')
        expect(problems).toEqual([])
        expect(inspections).toMatchObject([
          { ...values, inspectors: [values.inspectors], hazards: [{ text: values.hazards }] },
        ])
      }),
    )
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
