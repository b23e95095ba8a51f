import { describe, expect, it } from 'vitest'
import { labelText } from '../../../../reports/intake/labels/label-text.ts'
import { gazetteer } from '../conversation.ts'

/** Fields and values in their order, each as field=value. */
const cut = (text: string): string[] =>
  labelText(text, gazetteer).values.map(({ field, value }) => `${field}=${value}`)

describe('a value that stands in one line', () => {
  it.each([
    ['检查人员：张三、李四。未发现隐患。', ['inspectors=张三、李四', 'hazards=未发现隐患']],
    ['检查人员：张三，李四，已整改', ['inspectors=张三，李四', 'rectification=已整改']],
    ['检查地点：一马路，未发现隐患', ['place=一马路', 'hazards=未发现隐患']],
    [
      '地点：一马路88号，红星小区东侧；灯不亮；均已整改',
      ['place=一马路88号，红星小区东侧', 'hazards=灯不亮', 'rectification=均已整改'],
    ],
    ['检查单位：铁东区应急局，今天上午去的', ['inspectingUnit=铁东区应急局', 'date=今天上午去的']],
    ['检查单位：铁东区应急局，铁东区公安局', ['inspectingUnit=铁东区应急局，铁东区公安局']],
    ['受检单位：红星加油站，在一马路', ['enterprise=红星加油站', 'place=一马路']],
    ['检查日期：5月18日，未发现隐患。', ['date=5月18日', 'hazards=未发现隐患']],
    ['检查人员：组长：张三；组员：李四', ['inspectors=张三、李四']],
    ['检查人员：张三（证号1，2）、李四。检查组查阅了资料', ['inspectors=张三（证号1，2）、李四']],
  ])('%s', (text, values) => {
    expect(cut(text)).toEqual(values)
  })

  it('leaves what a label tells to the label', () => {
    expect(cut('检查人员：张三。发现问题。\n隐患：灯不亮')).toEqual(['inspectors=张三', 'hazards=灯不亮'])
  })
})
