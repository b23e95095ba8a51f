import { describe, expect, it } from 'vitest'
import { labelText } from '../../../../reports/intake/labels/label-text.ts'
import { gazetteer } from '../conversation.ts'

/** Fields and values in their order, each as field=value. */
const cut = (text: string): string[] =>
  labelText(text, gazetteer).values.map(({ field, value }) => `${field}=${value}`)

describe('a label without a separator', () => {
  it.each([
    '受检单位红星加油站，地点一马路，检查人员张三、李四，隐患：灯不亮，整改情况均已整改',
    '受检单位：红星加油站，地点在一马路，检查人员为张三、李四，隐患是灯不亮，整改情况是均已整改',
    '企业 红星加油站\n地点 一马路\n人员 张三、李四\n隐患 灯不亮\n整改 均已整改',
    '红星加油站 地点 一马路 检查人员 张三、李四\n隐患 灯不亮\n整改情况 均已整改',
  ])('shows by its value that it is one: %j', text => {
    expect(cut(text)).toEqual([
      'enterprise=红星加油站',
      'place=一马路',
      'inspectors=张三、李四',
      'hazards=灯不亮',
      'rectification=均已整改',
    ])
  })

  it('is one where others are written so, too', () => {
    expect(cut('单位 铁东区应急局\n企业 宏远精密铸造\n地点 明城镇\n隐患 1、灯不亮 2、通道堵塞')).toEqual([
      'inspectingUnit=铁东区应急局',
      'enterprise=宏远精密铸造',
      'place=明城镇',
      'hazards=1、灯不亮 2、通道堵塞',
    ])
  })

  it('is none in a sentence', () => {
    expect(cut('检查人员应当持证上岗，检查地点要写全称')).toEqual([])
    expect(cut('对隐患整改情况进行通报，执法人员张三对企业进行了检查')).toEqual([])
    expect(cut('检查地点要写到乡镇街道，隐患要一条一条写')).toEqual([])
    expect(cut('人员 全体\n时间 明早8点')).toEqual([])
  })
})
