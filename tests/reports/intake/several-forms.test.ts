import { describe, expect, it } from 'vitest'
import { faults, hear } from './conversation.ts'

const asCity = { from: '四平市报送员' }

describe('one message may say several things', () => {
  it('a unit that inspected nothing, and another that did', () => {
    for (const text of [
      '铁西区今日无检查。\n双辽市检查双辽化工厂，发现灭火器过期，已整改，检查人员赵六。',
      '铁西区零报告；双辽市检查双辽化工厂，发现灭火器过期，已整改，检查人员赵六。',
    ]) {
      expect(hear(text, asCity)).toMatchObject({
        kind: 'report',
        zeroUnits: ['四平市铁西区'],
        inspections: [{ unit: '四平市双辽市', enterprise: '双辽化工厂', inspectors: ['赵六'] }],
      })
    }
  })

  it('words that lead to labels', () => {
    expect(
      hear(
        '铁东区应急局5月17日检查红星加油站，地点：一马路，检查人员：张三、李四，隐患：灭火器过期，整改情况：已整改',
      ),
    ).toMatchObject({
      inspections: [
        {
          inspectingUnit: '铁东区应急局',
          enterprise: '红星加油站',
          place: '一马路',
          date: '2022-05-17',
          inspectors: ['张三', '李四'],
          hazards: [{ text: '灭火器过期', rectified: true }],
        },
      ],
      problems: [],
    })
  })

  it('totals over a list that differs from them', () => {
    expect(
      faults(
        '铁东区今日检查2家企业，发现隐患3项\n受检单位：红星加油站\n地点：一马路\n隐患：灭火器过期\n人员：张三\n整改：已整改',
      ),
    ).toEqual([expect.stringContaining('合计与分项不符')])
  })
})

describe('what was not filled in', () => {
  const form = (enterprise: string, place: string) =>
    `受检单位：${enterprise}\n检查地点：${place}\n隐患：灭火器过期\n检查人员：张三\n整改情况：已整改`

  it('is asked for, also where the words of an example were left standing', () => {
    expect(faults(form('××公司', '××街道××号'))).toEqual(['缺“受检单位”', '缺“检查地点”'])
  })

  it('is what the inspection before says, where it says 同上', () => {
    const [, second] = hear(`${form('红星加油站', '一马路')}\n${form('宏达机械厂', '同上')}`).inspections
    expect(second).toMatchObject({ enterprise: '宏达机械厂', place: '一马路' })
  })

  it('are the hazards of a report that only counts them', () => {
    expect(faults(form('红星加油站', '一马路').replace('灭火器过期', '共发现5处隐患'))).toEqual([
      '缺“发现的问题隐患”',
    ])
  })
})

it('keeps the branch in brackets and drops other remarks', () => {
  const nameOf = (written: string) =>
    hear(`受检单位：${written}\n地点：一马路\n隐患：无\n人员：张三`).inspections[0]?.enterprise
  expect(nameOf('中石油（一店）')).toBe('中石油（一店）')
  expect(nameOf('红星（四平）有限公司')).toBe('红星（四平）有限公司')
  expect(nameOf('宏达机械厂（停产）')).toBe('宏达机械厂')
})

describe('a correction of single fields', () => {
  it.each([
    ['补充：检查人员：王五', { inspectors: ['王五'], states: ['inspectors'] }],
    ['更正：整改情况：均已整改', { rectification: '均已整改', states: ['rectification'] }],
    ['补：检查地点：南路8号', { place: '南路8号', states: ['place'] }],
    ['更正：行业：工贸', { industry: '工贸', states: [] }],
  ])('%s', (text, stated) => {
    expect(hear(text)).toMatchObject({
      kind: 'report',
      correction: true,
      inspections: [stated],
      problems: [],
    })
  })
})

describe('half a report', () => {
  it.each(['检查人员：张三、李四', '隐患：配电箱未接地', '地点：南路8号'])('%s is noticed', text => {
    expect(hear(text)).toMatchObject({ kind: 'chat', halfReport: true })
  })
  it.each([
    '各位领导辛苦了',
    '隐患排查情况请今天报',
    '检查地点要写到乡镇',
    '检查人员：怎么填？',
    '会议时间：5月19日9:00\n地点：三楼会议室',
    '隐患：大家注意',
  ])('%s is none', text => {
    expect(hear(text)).toMatchObject({ kind: 'chat', halfReport: false })
  })
})
