import { expect, it } from 'vitest'
import { findLabel } from '../../../../reports/intake/labels/find-label.ts'
import { labels } from '../../../../reports/intake/labels/labels.ts'

it('knows every label by its name', () => {
  for (const [name, field] of labels) expect(findLabel(name)).toBe(field)
})

it.each([
  ['检 查 单 位', 'inspectingUnit'],
  ['3、检查人员（签字）', 'inspectors'],
  ['【受检单位】', 'enterprise'],
  ['问题1', 'hazards'],
  ['隐患一', 'hazards'],
])('%s means %s', (name, field) => {
  expect(findLabel(name)).toBe(field)
})

it.each([
  ['检察单位', 'inspectingUnit'],
  ['检检查单位', 'inspectingUnit'],
  ['查检单位', 'inspectingUnit'],
  ['受捡单位', 'enterprise'],
  ['检查地占', 'place'],
  ['发现的问题瘾患', 'hazards'],
  ['发现的问隐患', 'hazards'],
  ['捡查人员', 'inspectors'],
  ['整该情况', 'rectification'],
  ['捡察单位', 'inspectingUnit'],
  ['检察人圆', 'inspectors'],
  ['瘾患', 'hazards'],
  ['间题', 'hazards'],
  ['地典', 'place'],
])('%s is a slip of the pen for %s', (name, field) => {
  expect(findLabel(name)).toBe(field)
})

it.each([
  '参会人员',
  '会议地点',
  '生产情况',
  '检单位',
  '值班人员',
  '检查站',
  '主送单位',
  '天气',
  '文体',
  '收件单位',
  '建设单位',
  '',
  '检'.repeat(50),
])('%j is no label', name => {
  expect(findLabel(name)).toBeNull()
})
