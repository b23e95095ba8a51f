import { expect, it } from 'vitest'
import { looksLikeEnterprise, splitRemark } from '../../../../reports/intake/fields/enterprise-names.ts'

it.each([
  '红星加油站',
  '宏达机械厂（铁西区）',
  '红星（四平）有限公司',
  '桦甸市兴华选厂尾矿库',
  '恩育乡村级加油点',
  '消防器材厂',
  '四平市无损检测公司',
])('%s is an enterprise', name => {
  expect(looksLikeEnterprise(name)).toBe(true)
})

it.each([
  '加油站',
  '灭火器过期',
  '未设置标识的加油站',
  '各企业',
  '铁东区应急管理局',
  '张三',
  '检查加油站',
  '施工现场',
  '通道堵塞，影响商场',
])('%s is none', text => {
  expect(looksLikeEnterprise(text)).toBe(false)
})

it('tells a remark from a branch', () => {
  expect(splitRemark('红星加油站（轻工）')).toEqual({ name: '红星加油站', remark: '轻工' })
  expect(splitRemark('红星加油站（二站）')).toEqual({ name: '红星加油站（二站）', remark: null })
})
