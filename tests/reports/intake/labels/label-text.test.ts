import { describe, expect, it } from 'vitest'
import { labelText } from '../../../../reports/intake/labels/label-text.ts'
import { normalise } from '../../../../reports/intake/text/normalise.ts'
import { gazetteer } from '../conversation.ts'

/** Fields and values in their order, each as field=value. */
const cut = (text: string): string[] =>
  labelText(normalise(text), gazetteer).values.map(({ field, value }) => `${field}=${value}`)

const two = ['inspectingUnit=铁东区应急局', 'enterprise=红星加油站', 'place=一马路']

describe('labels', () => {
  it.each([
    '检查单位：铁东区应急局\n受检单位：红星加油站\n检查地点：一马路',
    '检 查 单 位：铁东区应急局\n受 检 单 位：红星加油站\n地    点：一马路',
    '检察单位：铁东区应急局\n受捡单位：红星加油站\n检查地占：一马路',
    '检查单位是铁东区应急局，受检单位是红星加油站，检查地点是一马路',
    '检查单位--铁东区应急局\n受检单位→红星加油站\n检查地点 | 一马路',
    '检查单位 铁东区应急局 受检单位 红星加油站 检查地点 一马路',
    '检查单位铁东区应急局\n受检单位红星加油站\n检查地点一马路',
    '【检查单位】【铁东区应急局】【受捡单位】红星加油站【地点】一马路',
    '檢查單位：鐵東區應急局\n受檢單位：紅星加油站\n檢查地點：一馬路',
    '👉检查单位：铁东区应急局\n✅受检单位：红星加油站👍\n📍地点：一马路',
    '单位：铁东区应急局\n企业：红星加油站（二级重大危险源）\n所在地：一马路',
    '单位：铁东区应急局\n企业：红星加油站（位于一马路）',
    '检查单位：铁东区应急局｜受检单位：红星加油站｜检查地点：一马路',
    '捡查单位\n铁东区应急局\n受检单卫\n红星加油站\n检察地占\n一马路',
    '捡查单位 铁东区应急局\n受捡企业 红星加油站\n地典 一马路',
    '检查单位：铁东区应\n急局\n受检单位：红星\n加油站\n检查地点：一马\n路',
  ])('%j', text => {
    expect(cut(text)).toEqual(two)
  })

  it('are not words of a sentence about them', () => {
    expect(cut('检查单位要填全称\n受检单位要填营业执照上的名称\n检查地点要具体')).toEqual([])
    expect(cut('四平市铁东区检查情况较好，对隐患描述的同时写明了依据')).toEqual([])
  })

  it('may stand in brackets, as a remark on how a hazard stands does not', () => {
    expect(
      cut('铁东区应急局检查情况（检查人员：张三、李四）\n企业：红星加油站\n隐患：灯不亮（整改情况：已整改）'),
    ).toEqual([
      'inspectingUnit=铁东区应急局',
      'inspectors=张三、李四',
      'enterprise=红星加油站',
      'hazards=灯不亮（整改情况：已整改）',
    ])
  })

  it('may count what follows', () => {
    for (const label of [
      '隐患2项：',
      '存在问题（2项）：',
      '问题应为2条：',
      '隐患如下：',
      '发现以下隐患：',
      '隐患共2条',
    ])
      expect(cut(`企业：红星加油站\n${label}\n1.灯不亮\n2.通道堵塞`)).toEqual([
        'enterprise=红星加油站',
        'hazards=1.灯不亮\n2.通道堵塞',
      ])
  })

  it('tell enforcement from hazards, and an enterprise from a place, by the value', () => {
    expect(cut('执法情况：下达指令书1份，罚款1万元\n检查情况：灯不亮')).toEqual([
      'aside=下达指令书1份，罚款1万元',
      'hazards=灯不亮',
    ])
    expect(cut('地点：山门镇红星加油站\n隐患：灯不亮')).toEqual([
      'enterprise=红星加油站',
      'place=山门镇',
      'hazards=灯不亮',
    ])
  })

  it('may be as one speaks, and name one inspector each', () => {
    expect(cut('受检：红星加油站\n查：灯不亮\n组长：张三\n组员：李四、王五\n咋整改的：已整改')).toEqual([
      'enterprise=红星加油站',
      'hazards=灯不亮',
      'inspectors=张三、李四、王五',
      'rectification=已整改',
    ])
    expect(cut('查：铁东区应急局\n被查：红星加油站\n哪里：一马路')).toEqual(two)
    expect(cut('检查：红星加油站\n地点：一马路')).toEqual(['enterprise=红星加油站', 'place=一马路'])
  })

  it('speak of hazards under rectification', () => {
    expect(cut('隐患1：灯不亮\n隐患2：通道堵塞\n整改情况：隐患1、隐患2已整改')).toEqual([
      'hazards=灯不亮',
      'hazards=通道堵塞',
      'rectification=隐患1、隐患2已整改',
    ])
  })

  it('end where talk begins', () => {
    expect(cut('整改情况：1项已整改\n2项限期5月25日前\n今天风大，领导们注意保暖')).toEqual([
      'rectification=1项已整改\n2项限期5月25日前',
    ])
  })

  it('may be numbered as a series', () => {
    expect(cut('问题1：灯不亮\n整改情况：已整改\n问题2：通道堵塞\n整改情况：限期整改')).toEqual([
      'hazards=灯不亮',
      'rectification=已整改',
      'hazards=通道堵塞',
      'rectification=限期整改',
    ])
  })

  it('may be numbered by the enterprise', () => {
    expect(
      cut('受检单位1：红星加油站\n检查地点1：一马路\n隐患1：灯不亮\n整改情况1：已整改\n受检单位2：宏达厂'),
    ).toEqual([
      'enterprise=红星加油站',
      'place=一马路',
      'hazards=灯不亮',
      'rectification=已整改',
      'enterprise=宏达厂',
    ])
  })

  it('tell a bare unit by its value and by the other one beside it', () => {
    expect(cut('单位名称：红星加油站\n检查单位：铁东区局')).toEqual([
      'enterprise=红星加油站',
      'inspectingUnit=铁东区局',
    ])
    expect(cut('检查单位：红星加油站\n检查地点：一马路')).toEqual(['enterprise=红星加油站', 'place=一马路'])
    expect(cut('检查单位：铁东区局\n单位：老王家')).toEqual(['inspectingUnit=铁东区局', 'enterprise=老王家'])
  })
})

describe('what is broken over lines', () => {
  it('is joined where it stands in one line, and stays a list where it is one', () => {
    expect(cut('受检单位：宏达机械有限\n公司\n隐患：灯不亮\n通道堵塞\n检查人员：张三、李\n四\n王五')).toEqual(
      ['enterprise=宏达机械有限公司', 'hazards=灯不亮\n通道堵塞', 'inspectors=张三、李四、王五'],
    )
    expect(cut('检查地点：一马路88号\n发现通道堵塞')).toEqual(['place=一马路88号', 'hazards=发现通道堵塞'])
  })
})

describe('lines without a label', () => {
  it('name the unit and the enterprise for what follows', () => {
    expect(
      cut(
        '一、铁东区：\n1.红星加油站\n隐患：灯不亮\n整改：已整改\n2.宏达机械厂（铁东区）：\n一马路88号\n（1）通道堵塞\n（2）灯不亮\n已责令限期整改\n【铁西区应急局】\n5月17日\n（一）四平市兴旺木业有限公司\n未发现问题',
      ),
    ).toEqual([
      'inspectingUnit=铁东区',
      'enterprise=红星加油站',
      'hazards=灯不亮',
      'rectification=已整改',
      'enterprise=宏达机械厂',
      'place=一马路88号',
      'hazards=（1）通道堵塞\n（2）灯不亮',
      'rectification=已责令限期整改',
      'inspectingUnit=铁西区应急局',
      'date=5月17日',
      'enterprise=四平市兴旺木业有限公司',
      'hazards=未发现问题',
    ])
  })

  it('may say several things, or be a title', () => {
    expect(cut('铁东区应急局，5月18日，红星加油站\n问题：灯不亮')).toEqual([
      'inspectingUnit=铁东区应急局',
      'date=5月18日',
      'enterprise=红星加油站',
      'hazards=灯不亮',
    ])
    expect(cut('昨日红星加油站检查情况\n问题：灯不亮')).toEqual([
      'date=昨日',
      'enterprise=红星加油站',
      'hazards=灯不亮',
    ])
    expect(cut('红星加油站：1.灯不亮 2.通道堵塞\n宏达机械厂：未发现问题\n检查人员：张三')).toEqual([
      'enterprise=红星加油站',
      'hazards=1.灯不亮 2.通道堵塞',
      'enterprise=宏达机械厂',
      'hazards=未发现问题',
      'inspectors=张三',
    ])
  })

  it('follow a title that could be a label', () => {
    expect(cut('铁东区检查情况：\n1.红星加油站\n隐患：灯不亮').filter(value => !value.endsWith('='))).toEqual(
      ['inspectingUnit=铁东区', 'enterprise=红星加油站', 'hazards=灯不亮'],
    )
  })

  it('sign below the last value', () => {
    expect(cut('受检单位：红星加油站\n整改情况：已整改\n四平市铁东区应急管理局\n2022年5月18日')).toEqual([
      'enterprise=红星加油站',
      'rectification=已整改',
      'reportingUnit=四平市铁东区应急管理局',
      'aside=2022年5月18日',
    ])
  })

  it('give way to a label that says the same, and to one whose value they are', () => {
    expect(cut('铁东区检查情况\n检查单位：铁东区应急局\n受检单位：红星加油站')).toEqual(two.slice(0, 2))
    expect(cut('检查单位\n铁东区应急局\n受检单位\n红星加油站\n检查地点\n一马路')).toEqual(two)
  })

  it('leave the heading its words', () => {
    const { heading } = labelText('四平市铁西区5月17日危化品检查日报：\n受检单位：宏达公司', gazetteer)
    expect(heading).toBe('四平市铁西区5月17日危化品检查日报：')
  })
})
