import { describe, expect, test } from 'vitest'
import { readTable } from '../../../../reports/intake/tables/read-table.ts'

const six = ['检查单位', '受检单位', '检查地点', '发现的问题隐患', '检查人员', '整改情况']
const unit = '四平市铁东区应急管理局'
const first = [unit, '宏达加油站', '平东街道', '1.灭火器过期；2.未接地', '张三、李四', '均已整改']

/** Each inspection as one object: fields with their values, several joined by ｜. */
function read(rows: string[][]) {
  const table = readTable(rows)
  if (table?.kind !== 'inspections') return null
  return table.segments.map(({ own }) => {
    const values: Record<string, string> = {}
    for (const { field, value } of own) values[field] = values[field] ? `${values[field]}｜${value}` : value
    return values
  })
}

const whole = {
  inspectingUnit: unit,
  enterprise: '宏达加油站',
  place: '平东街道',
  hazards: '1.灭火器过期；2.未接地',
  inspectors: '张三、李四',
  rectification: '均已整改',
}

describe('a head', () => {
  test('names the columns in any order, with numbers and remarks beside them', () => {
    const rows = [
      ['序号', '备注', ...six.toReversed()],
      ['1', '复查', ...first.toReversed()],
    ]
    expect(read(rows)).toEqual([whole])
  })

  test('may have spaces, line breaks, brackets, a slip of the pen', () => {
    const head = [
      '检 查\n单 位',
      '受检单位（企业）',
      '检察地点',
      '发现的问题隐患*',
      '检查人员(2人以上)',
      '整该情况：',
    ]
    expect(read([head, first])).toEqual([whole])
  })

  test('stands below a title, a unit and a date, which speak for all rows', () => {
    const table = readTable([
      ['全省直接监管企业检查日报表', '', '', '', ''],
      ['填报单位：四平市铁东区应急管理局', '', '', '日期：5月18日', ''],
      ['受检单位', '检查地点', '发现的问题隐患', '检查人员', '整改情况'],
      first.slice(1),
    ])
    expect(table?.heading).toBe('全省直接监管企业检查日报表\n填报单位：四平市铁东区应急管理局 日期：5月18日')
    expect(table?.kind === 'inspections' && table.segments[0]?.own).toEqual(
      expect.arrayContaining([
        { field: 'reportingUnit', label: '填报单位', value: unit },
        { field: 'date', label: '日期', value: '5月18日' },
      ]),
    )
  })

  test('may have labels and values above it in cells of their own', () => {
    const rows = [['检查单位', unit, '', '检查日期', '2022-05-18'], six.slice(1), first.slice(1)]
    expect(read(rows)).toEqual([{ ...whole, date: '2022-05-18' }])
  })

  test('takes two rows where groups have a head of their own', () => {
    const rows = [
      ['序号', '检查单位', '受检单位', '', '检查情况', '', '整改情况', ''],
      ['', '', '名称', '地址', '发现的问题隐患', '检查人员', '是否整改', '整改期限'],
      ['1', unit, '宏达加油站', '平东街道', '灭火器过期', '张三', '否', '5月25日'],
    ]
    expect(read(rows)).toEqual([
      {
        inspectingUnit: unit,
        enterprise: '宏达加油站',
        place: '平东街道',
        hazards: '灭火器过期',
        inspectors: '张三',
        rectification: '未整改',
        deadline: '5月25日',
      },
    ])
  })

  test('printed again, or with a part of its own, goes on with the table', () => {
    const rows = [
      ['5月18日检查情况'],
      ['一、煤矿'],
      six,
      first,
      ['二、四平市铁西区应急管理局'],
      six.slice(1),
      ['恒发木业', '铁西区', '无', '王五', '无需整改'],
    ]
    expect(readTable(rows)?.heading).toBe('5月18日检查情况')
    expect(read(rows)).toEqual([
      { ...whole, industry: '煤矿' },
      {
        enterprise: '恒发木业',
        place: '铁西区',
        hazards: '无',
        inspectors: '王五',
        rectification: '无需整改',
        industry: '煤矿',
        inspectingUnit: '四平市铁西区应急管理局',
      },
    ])
  })

  test.each([
    ['a company', '宏达加油站', 'enterprise'],
    ['an office', unit, 'inspectingUnit'],
  ])('单位名称 over %s is what stands there', (_, name, field) => {
    const rows = [
      ['单位名称', '存在的问题', '整改情况'],
      [name, '灭火器过期', '已整改'],
    ]
    expect(read(rows)).toEqual([{ [field]: name, hazards: '灭火器过期', rectification: '已整改' }])
  })
})

describe('rows', () => {
  test('left blank repeat the unit, the date and the inspectors above them, and nothing else', () => {
    const rows = [
      ['检查日期', ...six],
      ['5月18日', ...first],
      ['', '', '恒发木业', '', '无', '', ''],
      ['', '四平市铁西区应急管理局', '鑫源铸造厂', '', '无', '', ''],
    ]
    expect(read(rows)).toEqual([
      { date: '5月18日', ...whole },
      {
        date: '5月18日',
        inspectingUnit: unit,
        enterprise: '恒发木业',
        hazards: '无',
        inspectors: '张三、李四',
      },
      { date: '5月18日', inspectingUnit: '四平市铁西区应急管理局', enterprise: '鑫源铸造厂', hazards: '无' },
    ])
  })

  test.each(['', '宏达加油站', '同上'])(
    'with the enterprise as “%s” tell more hazards of the one above',
    again => {
      const rows = [
        [...six, '整改期限'],
        [unit, '宏达加油站', '平东街道', '灭火器过期', '张三', '已整改', ''],
        ['', again, '', '配电箱未接地；', '', '限期整改', '2022-05-25'],
      ]
      expect(read(rows)).toEqual([
        {
          inspectingUnit: unit,
          enterprise: '宏达加油站',
          place: '平东街道',
          inspectors: '张三',
          hazards: '灭火器过期（已整改）｜配电箱未接地（限期整改，限期2022-05-25前整改）',
        },
      ])
    },
  )

  test('that share one state of rectification, in a merged cell, leave it to the inspection', () => {
    const rows = [
      six,
      [unit, '宏达加油站', '平东街道', '灭火器过期', '张三', '均已整改'],
      ['', '', '', '配电箱未接地', '李四', ''],
    ]
    expect(read(rows)).toEqual([{ ...whole, hazards: '灭火器过期｜配电箱未接地' }])
  })

  test('say in columns of their own that a hazard is major and on what basis', () => {
    const table = readTable([
      ['受检单位', '隐患描述', '是否重大隐患', '依据', '整改情况'],
      ['大栗子铁矿', '监测系统未运行。', '是', '《安全生产法》第三十六条', '限期整改'],
    ])
    expect(table?.kind === 'inspections' && table.segments[0]?.own).toContainEqual({
      field: 'hazards',
      label: '重大隐患',
      value: '监测系统未运行，依据：《安全生产法》第三十六条',
    })
  })

  test('of sums, signatures and remarks are passed over', () => {
    const rows = [
      six,
      first,
      ['', '', '', '', '', ''],
      ['合计', '', '1家', '2', '', ''],
      ['2', '小 计', '', '2', '', ''],
      ['填表人：张三', '', '审核：李四', '', '', ''],
      ['说明：本表每日15时前报送'],
      ['表格原件稍后发邮箱，谢谢'],
    ]
    expect(read(rows)).toEqual([whole])
  })

  test('may leave to a line below who inspected', () => {
    const rows = [six.slice(0, 4), first.slice(0, 4), ['检查人员：张三、李四', '', '日期：5月18日']]
    expect(read(rows)?.[0]).toMatchObject({ inspectors: '张三、李四', date: '5月18日' })
  })

  test('of hazards alone are one inspection where the enterprise stands above', () => {
    const rows = [
      ['现场检查记录'],
      [`检查单位：${unit}`, '', '受检单位：宏达加油站'],
      ['序号', '检查部位', '存在的问题', '整改情况'],
      ['1', '罐区', '灭火器过期', '已整改'],
      ['2', '配电室', '未接地', '限期整改'],
    ]
    expect(read(rows)).toHaveLength(1)
    expect(read(rows)?.[0]).toMatchObject({
      inspectingUnit: unit,
      enterprise: '宏达加油站',
      hazards: '灭火器过期（已整改）｜未接地（限期整改）',
    })
  })

  test('keep the names apart that stand on lines of one cell, and mend what was only wrapped', () => {
    const rows = [six, [unit, '宏达\n加油站', '平东街道', '灭火器过期', '张三\n李四', '已整改']]
    expect(read(rows)?.[0]).toMatchObject({ enterprise: '宏达加油站', inspectors: '张三、李四' })
  })

  test('give dates that lost their format, and sums of money with their unit', () => {
    const rows = [
      [...six, '检查日期', '罚款（万元）', '是否立案'],
      [...first, '44699', '2', '否'],
    ]
    expect(read(rows)?.[0]).toMatchObject({ date: '2022-05-18', fine: '2万元', case: '未立案' })
  })
})

describe('without a head', () => {
  test('six columns in their order are known by what is in them, with a number and a date before them', () => {
    const below = ['', '恒发木业有限公司', '铁东区', '未发现隐患', '', '无需整改']
    expect(read([first, below])?.[1]).toMatchObject({ inspectingUnit: unit, inspectors: '张三、李四' })
    expect(read([['1', '2022-05-18', ...first]])).toEqual([{ ...whole, date: '2022-05-18' }])
  })

  test.each([
    ['in another order', [first[1]!, first[0]!, ...first.slice(2)]],
    ['with a sentence for names', [...first.slice(0, 4), '共派出两个检查组，检查了一整天', first[5]!]],
  ])('a table %s is none', (_, row) => {
    expect(readTable([row, row])).toBeNull()
  })
})

describe('forms', () => {
  test('with labels in the first column have an inspection in each of the others', () => {
    const rows = [
      ['项目', '第一家', '第二家'],
      ...six.map((label, index) => [label, first[index]!, index === 1 ? '恒发木业' : first[index]!]),
    ]
    expect(read(rows)).toEqual([whole, { ...whole, enterprise: '恒发木业' }])
  })

  test('with labels and values side by side are one inspection', () => {
    const rows = [
      ['现场检查表'],
      ['检查单位', unit, '受检单位', '宏达加油站'],
      ['检查地点', '平东街道', '检查人员', '张三、李四'],
      ['发现的问题隐患', '1.灭火器过期；2.未接地', '', ''],
      ['整改情况', '均已整改', '', ''],
    ]
    expect(read(rows)).toEqual([whole])
  })
})

describe('figures', () => {
  test('by unit are totals, the row of sums apart', () => {
    const totals = { teams: 2, personTimes: 6, enterprises: 4, hazards: 7, rectified: 7 }
    expect(
      readTable([
        ['延边州6月28日检查情况统计'],
        ['县市', '检查组（个）', '检查人次', '检查企业（家）', '发现隐患（项）', '已整改（项）', '整改率'],
        ['延吉市', '2', '6', '4', '7', '7', '100%'],
        ['合计', '2', '6', '4', '7', '7', ''],
      ]),
    ).toEqual({
      kind: 'totals',
      heading: '延边州6月28日检查情况统计',
      rows: [{ unit: '延吉市', totals }],
      sum: totals,
    })
  })
})

test.each([
  ['a duty roster', ['日期', '带班领导', '值班人员', '电话'], ['5月18日', '王局长', '张三', '0434-1234567']],
  ['contacts', ['单位名称', '联系人', '职务', '联系电话'], ['宏达加油站', '张三', '站长', '13800000000']],
  [
    'a list of enterprises',
    ['企业名称', '地址', '行业', '负责人'],
    ['宏达加油站', '平东街道', '危化', '张三'],
  ],
  ['a plan', [...six.slice(0, 3), '检查人员'], [unit, '宏达加油站', '平东街道', '张三']],
  ['an empty form', six, ['', '', '', '', '', '']],
  ['nothing', [], []],
])('%s is no table of inspections', (_, head, row) => {
  expect(readTable([head, row])).toBeNull()
})

describe('a table of figures', () => {
  const head = ['单位', '检查组', '人次', '检查企业', '发现隐患', '已整改']
  const totals = { teams: 3, personTimes: 9, enterprises: 5, hazards: 12, rectified: 10 }

  test.each([[['铁东区', '3', '9', '5', '12', '10']], [['铁东区', '3个', '9人次', '5家', '12项', '10项']]])(
    'with plain heads is none of inspections: %j',
    row => {
      expect(readTable([head, row])).toMatchObject({ kind: 'totals', rows: [{ unit: '铁东区', totals }] })
    },
  )

  test('is one of inspections where a firm or a hazard is named', () => {
    const rows = [head, ['铁东区', '1', '2', '宏达加油站', '灭火器过期', '否']]
    expect(readTable(rows)?.kind).toBe('inspections')
  })
})

describe('a row without its enterprise', () => {
  const enterprises = (...rows: string[][]) =>
    read([six, first, ...rows])?.map(({ enterprise }) => enterprise)

  test('is an inspection of its own at another place, or with other inspectors', () => {
    expect(enterprises([unit, '', '七马路街道', '通道堵塞', '张三、李四', '未整改'])).toEqual([
      '宏达加油站',
      undefined,
    ])
    expect(enterprises(['', '', '', '通道堵塞', '王五、赵六', '未整改'])).toEqual(['宏达加油站', undefined])
  })

  test('tells more of the firm above where place and inspectors are the same or within it', () => {
    expect(enterprises(['', '', '平东街道', '通道堵塞', '张三、李四', '未整改'])).toEqual(['宏达加油站'])
    expect(enterprises(['', '', '配电室', '通道堵塞', '', '未整改'])).toEqual(['宏达加油站'])
  })

  test.each(['#REF!', '#N/A', '=VLOOKUP(A2,B:C,2,0)'])(
    'has none where the formula came to nothing: %s',
    name => {
      expect(enterprises([unit, name, '平东街道', '通道堵塞', '张三、李四', '未整改'])).toEqual([
        '宏达加油站',
        undefined,
      ])
    },
  )
})
