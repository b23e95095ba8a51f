import { describe, expect, it } from 'vitest'
import { labelText } from '../../../../reports/intake/labels/label-text.ts'
import { gazetteer } from '../conversation.ts'

/** Fields and values in order of their names, each as field=value. */
const told = (text: string): string[] =>
  labelText(text, gazetteer)
    .values.map(({ field, value }) => `${field}=${value}`)
    .sort()

describe('a line of several parts', () => {
  it.each([
    '铁东区应急局 5-17 红星加油站 一马路 张三、李四\n隐患：灯不亮',
    '5.17 铁东区应急局 一马路 红星加油站，张三、李四\n隐患：灯不亮',
    '张三、李四 一马路 5-17 红星加油站 铁东区应急局\n隐患：灯不亮',
    '铁东区应急局｜5-17｜红星加油站｜一马路｜灭火器过期｜张三、李四'.replaceAll('｜', '|'),
  ])('heads an inspection: %j', text => {
    expect(told(text)).toEqual([
      expect.stringMatching(/^date=5[-.]17$/),
      'enterprise=红星加油站',
      expect.stringMatching(/^hazards=(?:灯不亮|灭火器过期)$/),
      'inspectingUnit=铁东区应急局',
      'inspectors=张三、李四',
      'place=一马路',
    ])
  })

  it('names a development zone as the place beside an office', () => {
    expect(told('铁东区应急局 红星加油站 铁东经济开发区\n隐患：灯不亮')).toContain('place=铁东经济开发区')
  })

  it('is a title: who inspected whom', () => {
    expect(told('铁东区应急局关于红星加油站的检查情况\n隐患：灯不亮')).toEqual([
      'enterprise=红星加油站',
      'hazards=灯不亮',
      'inspectingUnit=铁东区应急局',
    ])
  })

  it('says nothing where nothing was inspected', () => {
    expect(told('张三 李四 红星加油站')).toEqual([])
    expect(told('红星加油站 一马路')).toEqual([])
  })
})

describe('lines below values', () => {
  it('tell hazards and rectification without a label', () => {
    expect(
      told('受检单位：红星加油站\n检查地点：一马路\n1.灯不亮\n2.通道堵塞\n均已整改\n检查人员：张三'),
    ).toEqual([
      'enterprise=红星加油站',
      'hazards=1.灯不亮\n2.通道堵塞',
      'inspectors=张三',
      'place=一马路',
      'rectification=均已整改',
    ])
  })

  it('may be signed in the same line', () => {
    expect(told('受检单位：红星加油站\n隐患：灯不亮。铁东区应急局报')).toEqual([
      'enterprise=红星加油站',
      'hazards=灯不亮',
      'reportingUnit=铁东区应急局',
    ])
  })
})
