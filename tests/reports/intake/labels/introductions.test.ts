import { describe, expect, it } from 'vitest'
import { hear } from '../conversation.ts'

const columns = (text: string) =>
  hear(text).inspections.map(({ inspectingUnit, enterprise, place, inspectors, hazards, rectification }) => [
    inspectingUnit,
    enterprise,
    place,
    inspectors.join('、'),
    hazards.map(({ text }) => text).join('；'),
    rectification,
  ])
const filled = ['铁东区应急局', '红星加油站', '一马路', '张伟、李强', '灭火器过期；通道堵塞', '均已整改']

describe('labels within a narration', () => {
  it.each([
    '铁东区应急局检查红星加油站，地点：一马路，检查人员：张伟、李强，隐患：1.灭火器过期；2.通道堵塞，整改情况：均已整改。',
    '铁东区应急局检查红星加油站，地点一马路，检查人员张伟、李强，发现：\n（1）灭火器过期；\n（2）通道堵塞。\n均已整改。',
    '铁东区应急局检查红星加油站（检查地点：一马路；检查人员：张伟、李强），发现灭火器过期、通道堵塞2项隐患，均已整改。',
    '铁东区应急局检查红星加油站，检查地点为一马路，检查人员：张伟，李强。发现问题2项：1.灭火器过期；2.通道堵塞。均已整改。',
    '铁东区应急局检查红星加油站，灭火器过期、通道堵塞，检查地点：一马路，检查人员：张伟、李强，均已整改。',
  ])('end where the sentence goes on: %s', text => {
    expect(columns(text)).toEqual([filled])
  })
})

describe('words before labels', () => {
  const labels = '地点：一马路，检查人员：张伟、李强，隐患：1.灭火器过期；2.通道堵塞，整改情况：均已整改'

  it.each([
    `铁东区应急局5月18日检查情况：红星加油站，${labels}`,
    `铁东区应急局 5-18 红星加油站 ${labels}`,
    `铁东区应急局关于红星加油站的检查情况\n${labels}`,
    `铁东区应急局5月18日检查情况：\n1.危化品：红星加油站，${labels}`,
  ])('name the enterprise without a verb: %s', text => {
    expect(columns(text)).toEqual([filled])
  })

  it('name each enterprise of a list, and who inspected it', () => {
    const text = `四平市5月18日检查情况：
一、铁东区应急局检查红星加油站，${labels}。
二、铁西区应急局检查宏达机械厂，地点：红嘴街，检查人员：王刚。未发现隐患。`
    expect(columns(text)).toEqual([filled, ['铁西区应急局', '宏达机械厂', '红嘴街', '王刚', '', null]])
  })
})

it('totals over a narration that names what they count are no totals', () => {
  const [text, other] = [
    '铁东区应急局派出1个检查组3人次，检查2家加油站。到石岭镇检查红星加油站，发现灭火器过期，已整改；到叶赫镇检查顺达加油站，未发现隐患。',
    '铁东区应急局2组5人次，12日夜查四平市永盛煤矿，地点石岭镇，变电所未配备灭火器，1项已现场整改。检查人员：张伟、李强',
  ]
  expect(hear(text!).summaries).toEqual([])
  expect(columns(text!).map(([, enterprise, place]) => [enterprise, place])).toEqual([
    ['红星加油站', '石岭镇'],
    ['顺达加油站', '叶赫镇'],
  ])
  expect(hear(other!).summaries).toEqual([])
  expect(columns(other!)[0]).toEqual([
    '铁东区应急局',
    '四平市永盛煤矿',
    '石岭镇',
    '张伟、李强',
    '变电所未配备灭火器',
    '1项已现场整改',
  ])
})
