import { describe, expect, it } from 'vitest'
import { faults, hear } from './conversation.ts'

const full = `检查单位：四平市铁东区应急管理局
受检单位：四平市红星加油站
检查地点：铁东区一马路88号
发现的问题隐患：1.灭火器压力不足（依据《汽车加油加气站消防安全管理》第5.2条）；2.配电箱未接地；3.卸油口无静电释放装置（重大隐患）。
检查人员：张三（执法证号07030012）、李四
整改情况：1、2项已整改，3项限期5月25日前整改。`

describe('a report in the six columns', () => {
  it('is read column by column', () => {
    expect(hear(full)).toEqual({
      kind: 'report',
      correction: false,
      units: ['四平市铁东区'],
      summaries: [],
      zeroUnits: [],
      halfReport: false,
      problems: [],
      inspections: [
        {
          inspectingUnit: '四平市铁东区应急管理局',
          unit: '四平市铁东区',
          enterprise: '四平市红星加油站',
          place: '铁东区一马路88号',
          industry: '危险化学品',
          date: null,
          inspectors: ['张三', '李四'],
          teams: null,
          personTimes: 2,
          hazards: [
            {
              text: '灭火器压力不足',
              major: false,
              rectified: true,
              deadline: null,
              basis: '《汽车加油加气站消防安全管理》第5.2条',
            },
            { text: '配电箱未接地', major: false, rectified: true, deadline: null, basis: null },
            {
              text: '卸油口无静电释放装置',
              major: true,
              rectified: false,
              deadline: '2022-05-25',
              basis: null,
            },
          ],
          rectification: '1、2项已整改，3项限期5月25日前整改',
          level: null,
          manners: [],
          basis: null,
          documents: [],
          cases: null,
          fine: null,
          production: null,
        },
      ],
    })
  })

  it('may have its columns in another order, on one line, in brackets, or above their values', () => {
    const shapes = [
      '整改情况:均已整改 检查人员:张三 发现问题:灭火器过期 地点:一马路 企业名称:红星加油站 单位名称:铁东区局',
      '【检查单位】铁东区局【受检单位】红星加油站【检查地点】一马路【发现的问题隐患】灭火器过期【检查人员】张三【整改情况】均已整改',
      '检查单位\n铁东区局\n被检单位\n红星加油站\n检查地点\n一马路\n存在问题\n灭火器过期\n检查人员\n张三\n整改落实情况\n均已整改',
      '1、检查单位：铁东区局\n2、受检单位：红星加油站\n3、检查地点：一马路\n4、隐患：灭火器过期\n5、检查人员：张三\n6、整改：均已整改',
      '检查单位：铁东区局，被检单位：红星加油站，检查地点：一马路，问题隐患：灭火器过期；检查人员：张三；整改情况：均已整改。',
    ]
    for (const shape of shapes) {
      const { inspections, problems } = hear(shape)
      expect(problems).toEqual([])
      expect(inspections).toMatchObject([
        {
          inspectingUnit: '铁东区局',
          unit: '四平市铁东区',
          enterprise: '红星加油站',
          place: '一马路',
          inspectors: ['张三'],
          hazards: [{ text: '灭火器过期', rectified: true }],
          rectification: '均已整改',
        },
      ])
    }
  })

  it('may grade its hazards within their list', () => {
    const graded = (list: string) =>
      hear(full.replace(/发现的问题隐患：.*/, list)).inspections[0]?.hazards.map(({ text, major }) => [
        text,
        major,
      ])
    const both = [
      ['瓦斯超限', true],
      ['标识不清', false],
    ]
    for (const list of [
      '发现的问题隐患：1.重大隐患：瓦斯超限 2.标识不清',
      '发现的问题隐患：\n1、重大隐患：瓦斯超限\n2、一般隐患：标识不清',
      '发现的问题隐患：（1）重大隐患：瓦斯超限；（2）标识不清',
      '发现的问题隐患：①重大事故隐患：瓦斯超限②标识不清',
      '发现的问题隐患：一、重大隐患：瓦斯超限；二、一般隐患：标识不清',
      '4、隐患：1.重大隐患：瓦斯超限 2.标识不清',
      '4、重大隐患：瓦斯超限\n5、一般隐患：标识不清',
      '重大隐患：瓦斯超限\n一般隐患：标识不清',
    ]) {
      expect(graded(list), list).toEqual(both)
    }
    expect(graded('发现的问题隐患：1.瓦斯超限 2.人员：无证上岗')).toEqual([
      ['瓦斯超限', false],
      ['人员：无证上岗', false],
    ])
  })

  it('that names no unit is its sender’s', () => {
    const { units, inspections, problems } = hear(
      '受检单位：红星加油站\n检查地点：一马路\n发现的问题隐患：未发现问题隐患\n检查人员：张三',
    )
    expect(units).toEqual(['四平市铁东区'])
    expect(inspections).toMatchObject([{ inspectingUnit: null, unit: '四平市铁东区', hazards: [] }])
    expect(problems).toEqual([])
  })

  it('may name the sender’s office without the place', () => {
    for (const name of ['我局', '危化科', '应急管理局', '执法大队']) {
      expect(hear(full.replace('四平市铁东区应急管理局', name))).toMatchObject({
        units: ['四平市铁东区'],
        problems: [],
      })
    }
  })

  it('takes unit and date from its heading', () => {
    const { inspections } = hear(
      '四平市铁西区5月17日危化品检查情况：\n受检单位：宏达公司\n检查地点：一马路\n隐患：无\n检查人员：3人',
      { from: '四平市报送员' },
    )
    expect(inspections).toMatchObject([
      {
        inspectingUnit: '四平市铁西区',
        unit: '四平市铁西区',
        date: '2022-05-17',
        industry: '危险化学品',
        personTimes: 3,
      },
    ])
  })

  it('may list several enterprises under one head', () => {
    const { inspections, problems } = hear(`检查日期：昨日
检查单位：铁东区应急局
检查人员：张三、李四
一、受检单位：红星加油站
检查地点：一马路
存在问题：①灭火器过期②标识缺失
整改情况：除第2项外均已整改
二、受检单位：宏达机械厂
检查地点：二马路
存在问题：未发现`)
    expect(problems).toEqual([])
    expect(inspections).toMatchObject([
      {
        unit: '四平市铁东区',
        enterprise: '红星加油站',
        date: '2022-05-17',
        inspectors: ['张三', '李四'],
        hazards: [{ rectified: true }, { rectified: false }],
      },
      {
        unit: '四平市铁东区',
        enterprise: '宏达机械厂',
        date: '2022-05-17',
        inspectors: ['张三', '李四'],
        industry: '工贸',
        hazards: [],
        rectification: null,
      },
    ])
  })

  it('may list several units, which do not lend each other their inspectors', () => {
    const { units, problems } = hear(
      `检查单位：铁东区应急局 受检单位：红星加油站 检查地点：一马路 隐患：无 检查人员：张三
检查单位：铁西区应急局 受检单位：宏达机械厂 检查地点：二马路 隐患：无`,
      { from: '四平市报送员' },
    )
    expect(units).toEqual(['四平市铁东区', '四平市铁西区'])
    expect(problems).toEqual([
      { field: 'inspectors', kind: 'missing', message: '第2家：缺“检查人员”', inspection: 1 },
    ])
  })

  it('of the province’s own comes from a division', () => {
    const text = '受检单位：吉化公司 检查地点：龙潭区 隐患：未发现 检查人员：3人'
    expect(hear(text, { room: '处长工作群', from: '危化二处处长' }).units).toEqual(['吉林省'])
    expect(hear(`检查单位：省应急厅危化二处 ${text}`, { room: '处长工作群', from: '某人' })).toMatchObject({
      units: ['吉林省'],
      problems: [],
    })
  })

  it('hears the unit in the names of a room and a person that nobody listed', () => {
    const text = '受检单位：敦化油库 检查地点：敦化 隐患：未发现 检查人员：3人'
    expect(hear(text, { room: '延边朝鲜族自治州报送群', from: '敦化应急局小王' }).units).toEqual([
      '延边州敦化市',
    ])
    expect(faults(`检查单位：南关区 ${text}`, { room: '延边州报送群', from: '小王' })).toEqual([
      '“长春市南关区”不属于本群（延边州）',
    ])
  })
})

describe('a faulty report', () => {
  it('is told everything that is missing, at once', () => {
    expect(faults('受检单位：红星加油站\n隐患：灭火器过期', { from: '路人', room: null })).toEqual([
      '缺“检查单位”',
      '缺“检查地点”',
      '缺“检查人员”',
      '缺“整改情况”',
    ])
    expect(faults('检查单位：铁东区\n整改情况：均已整改')).toEqual([
      '缺“受检单位”',
      '缺“检查地点”',
      '缺“发现的问题隐患”',
      '缺“检查人员”',
    ])
  })

  it('is told which unit may have been meant', () => {
    expect(faults(full.replace('四平市铁东区应急管理局', '铁冬区'))).toEqual([
      '未找到单位“铁冬区”，是否为四平市铁东区？',
    ])
    expect(faults(full.replace('四平市铁东区应急管理局', '通化应急局'), { room: null })).toEqual([
      '“通化应急局”可能是通化市、通化市通化县，请写明全称',
    ])
  })

  it('is told that the unit belongs to another group', () => {
    expect(faults(full.replace('四平市铁东区应急管理局', '长春市南关区'))).toEqual([
      '“长春市南关区”不属于本群（四平市）',
    ])
    expect(faults(full, { room: '处长工作群' })).toEqual(['“四平市铁东区”不属于本群（省本级）'])
    expect(faults(full, { room: '省安委办工作群' })).toEqual([])
  })

  it('is told that a date is not on the calendar or lies ahead; a deadline may', () => {
    expect(faults(`检查日期：2月30日\n${full}`)).toEqual(['日期“2月30日”不存在，请核对'])
    expect(faults(`检查日期：5月19日\n${full}`)).toEqual(['日期“5月19日”晚于今天，请核对'])
    expect(faults(full.replace('5月25日', '6月31日'))).toEqual(['整改期限“6月31日”不存在，请核对'])
  })

  it('is told what is too long', () => {
    const long = hear(full.replace('红星加油站', '红星'.repeat(60)))
    expect(long.problems).toEqual([
      { field: 'enterprise', kind: 'tooLong', message: '受检单位名称过长', inspection: 0 },
    ])
    expect(long.inspections[0]?.enterprise).toBe(`四平市${'红星'.repeat(13)}红…`)
  })

  it('is told once that the whole is too long, of no inspection in particular', () => {
    const message = '全文超过10000字，只读取了前10000字，请分条报送'
    const reports = `${full.replace('四平市铁东区应急管理局', '铁冬区')}\n`.repeat(150)
    for (const text of [reports, `检查单位：铁东区\n受检单位：无\n${'检查方式：线下\n'.repeat(3000)}`]) {
      const told = hear(text).problems.filter(problem => problem.message.includes('全文'))
      expect(told).toEqual([{ field: 'hazards', kind: 'tooLong', message }])
    }
  })

  it('is asked which hazards are rectified where it only counts them', () => {
    const { inspections, problems } = hear(full.replace('1、2项已整改，3项限期5月25日前整改', '已整改2项'))
    expect(inspections[0]?.hazards.map(({ rectified }) => rectified)).toEqual([null, null, null])
    expect(problems).toEqual([
      { field: 'rectification', kind: 'missing', message: '请写明哪几项已整改', inspection: 0 },
    ])
  })

  it('is asked about numbers of teams and people that cannot be', () => {
    const problem = { field: 'inspectors', kind: 'missing', message: '“检查组、人次”数字过大，请核对' }
    for (const numbers of [
      '检查组：999999个，人次：999999999999',
      '检查组：1000个，人次：1万',
      '检查人员：1200组1,200人次',
      '检查人员：一千组一千二百三十四人',
    ]) {
      const { inspections, problems } = hear(
        full.replace('检查人员：张三（执法证号07030012）、李四', numbers),
      )
      expect(inspections).toMatchObject([{ teams: null, personTimes: null }])
      expect(problems).toEqual([{ ...problem, inspection: 0 }])
    }
    const most = full.replace('检查人员：', '检查组：999个，人次：999\n检查人员：')
    expect(hear(most)).toMatchObject({ inspections: [{ teams: 999, personTimes: 999 }], problems: [] })
  })
})

describe('a correction', () => {
  it.each([
    `更正：\n${full}`,
    `更正如下\n${full}`,
    `修改如下：\n${full}`,
    `补充报送：\n${full}`,
    `四平市铁东区5月18日日报更正：\n${full}`,
    `${full}\n以此为准`,
    `${full}请以此条为准。`,
  ])('says so at its head or end', text => {
    const { correction, inspections } = hear(text)
    expect(correction).toBe(true)
    expect(inspections[0]?.rectification).toBe('1、2项已整改，3项限期5月25日前整改')
  })

  it('is not seen in a report whose hazard needs one', () => {
    expect(hear(full.replace('配电箱未接地', '台账未及时更正')).correction).toBe(false)
  })
})

describe('a zero report', () => {
  it.each([
    '今日无检查',
    '零报告',
    '本日未开展检查。',
    '今天没有开展执法检查',
    '不好意思报晚了，今日无检查，零报告',
    '我局今日无检查任务',
    '因疫情防控，今日未开展检查，零报告。',
    '四平市铁东区应急管理局5月18日零报告',
    '检查单位：四平市铁东区\n日期：5月18日\n今日无检查',
    '检查单位：铁东区\n受检单位：无\n检查地点：无\n发现的问题隐患：无\n检查人员：无\n整改情况：无',
    '各位领导好，铁东区今日零报告，请知悉。',
    '铁东区今日检查企业0家',
    '5月18日铁东区无检查',
    '今日我局无检查任务',
    '四平市铁东区报：零报告',
    '检查单位：铁东区\n受检单位：今日无检查',
  ])('%s', text => {
    expect(hear(text)).toEqual({
      kind: 'zero',
      correction: false,
      units: ['四平市铁东区'],
      inspections: [],
      summaries: [],
      zeroUnits: ['四平市铁东区'],
      halfReport: false,
      problems: [],
    })
  })

  it('may speak for several units, and be at fault', () => {
    expect(hear('梨树县、伊通县今日无检查', { from: '四平市报送员' }).units).toEqual([
      '四平市梨树县',
      '四平市伊通满族自治县',
    ])
    expect(faults('铁冬区今日无检查')).toEqual(['未找到单位“铁冬区”，是否为四平市铁东区？'])
    expect(faults('南关区零报告')).toEqual(['“长春市南关区”不属于本群（四平市）'])
    expect(hear('更正：铁东区今日零报告').correction).toBe(true)
  })
})
