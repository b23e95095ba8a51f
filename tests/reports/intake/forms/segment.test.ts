import { expect, it } from 'vitest'
import { segment } from '../../../../reports/intake/forms/segment.ts'
import { labelText } from '../../../../reports/intake/labels/label-text.ts'
import type { LabelField } from '../../../../reports/intake/labels/labels.ts'
import { gazetteer } from '../conversation.ts'

/** Of each inspection what one field says, its own or shared. */
const told = (text: string, ...fields: LabelField[]) =>
  segment(labelText(text, gazetteer)).map(({ own, shared }) =>
    fields.map(field => [...own, ...shared].find(value => value.field === field)?.value ?? null),
  )

it('hands to all what is said once at the end', () => {
  const text =
    '检查单位：铁东区局\n企业：红星加油站\n隐患：灯不亮\n企业：宏达厂\n隐患：通道堵塞\n整改情况：均已整改\n检查人员：张三'
  expect(told(text, 'enterprise', 'rectification', 'inspectors')).toEqual([
    ['红星加油站', '均已整改', '张三'],
    ['宏达厂', '均已整改', '张三'],
  ])
  expect(told(text.replace('整改情况：', '以上隐患'), 'rectification')).toEqual([
    ['以上隐患均已整改'],
    ['以上隐患均已整改'],
  ])
})

it('does not hand rectification to an enterprise where nothing was found', () => {
  const text = '企业：红星加油站\n隐患：未发现\n企业：宏达厂\n隐患：通道堵塞\n整改情况：已整改'
  expect(told(text, 'rectification')).toEqual([[null], ['已整改']])
})

it('gives each what stands above its name, if each has one of its own', () => {
  const text =
    '时间：5月17日\n地点：一马路\n企业：红星加油站\n隐患：无\n时间：5月18日\n地点：二马路\n企业：宏达厂\n隐患：无'
  expect(told(text, 'date', 'place', 'enterprise')).toEqual([
    ['5月17日', '一马路', '红星加油站'],
    ['5月18日', '二马路', '宏达厂'],
  ])
})

it('gives all what stands once above the first', () => {
  const text =
    '检查单位：铁东区局\n行业：危化品\n地点：铁东区\n企业：红星加油站\n隐患：无\n企业：宏达油库\n隐患：无'
  expect(told(text, 'inspectingUnit', 'industry', 'place')).toEqual([
    ['铁东区局', '危化品', '铁东区'],
    ['铁东区局', '危化品', '铁东区'],
  ])
})

it('takes a title over the units for no inspection', () => {
  const text = '四平市5月18日检查汇总\n铁东区：\n企业：红星加油站\n隐患：无\n铁西区：\n企业：宏达厂\n隐患：无'
  expect(told(text, 'inspectingUnit', 'date', 'enterprise')).toEqual([
    ['铁东区', '5月18日', '红星加油站'],
    ['铁西区', '5月18日', '宏达厂'],
  ])
})

it('makes an inspection of each enterprise under one label where nothing was found', () => {
  expect(told('受检单位：红星加油站、宏达机械厂\n隐患：均未发现问题', 'enterprise')).toEqual([
    ['红星加油站'],
    ['宏达机械厂'],
  ])
  expect(
    told('受检单位：红星加油站、宏达机械厂\n地点：分别为一马路、二马路\n隐患：无', 'enterprise', 'place'),
  ).toEqual([
    ['红星加油站', '一马路'],
    ['宏达机械厂', '二马路'],
  ])
  expect(told('受检单位：红星加油站、宏达机械厂\n隐患：灯不亮', 'enterprise')).toEqual([
    ['红星加油站、宏达机械厂'],
  ])
})
