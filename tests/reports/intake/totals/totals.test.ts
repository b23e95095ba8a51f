import { describe, expect, test } from 'vitest'
import type { Inspection, StatedTotals } from '../../../../reports/intake/parsed-message.ts'
import { compareTotals, readHeadingTotals, readTotals } from '../../../../reports/intake/totals/totals.ts'
import { createGazetteer } from '../../../../reports/intake/units/gazetteer.ts'
import { roster } from '../roster.ts'

const gazetteer = createGazetteer(roster)
const read = (text: string) => readTotals(text, gazetteer)
/** 组、人次、家、隐患、已整改; a dash where it is not stated. */
const figures = ({ teams, personTimes, enterprises, hazards, rectified }: StatedTotals) =>
  [teams, personTimes, enterprises, hazards, rectified].map(count => count ?? '-').join(' ')
const brief = (text: string) =>
  read(text)?.map(({ inspectingUnit, totals }) => [inspectingUnit, figures(totals)])
const alone = (text: string) =>
  read(text)
    ?.map(({ totals }) => figures(totals))
    .join(' | ')

test.each([
  ['今日全市共派出12个检查组、39人次，检查21家企业，发现隐患13项，已整改8项，限期整改5项', '12 39 21 13 8'],
  ['我县出动执法人员8人次检查危化企业3户，查出问题5条，全部整改完毕', '- 8 3 5 5'],
  ['5月18日，我局派出2个检查组5人次，检查企业6家，未发现问题。', '2 5 6 0 -'],
  ['检查组12个，检查人员39人，检查企业（单位）21家，发现隐患13条，排查整改率100%', '12 39 21 13 13'],
  ['检查企业数：3 隐患数：5 已整改：5', '- - 3 5 5'],
  ['检查组数量：2个\n检查人员数：5人\n检查企业（家）：4\n发现隐患（条）：9\n已整改：9', '2 5 4 9 9'],
  ['今天我区出动三个组九人，检查五家工贸企业，发现七项隐患，六项已整改到位，剩余一项限期整改', '3 9 5 7 6'],
  ['我县检查企业15户次，查出问题隐患22处，现场整改20处，限期整改2处。', '- - 15 22 20'],
  ['【检查组】6个\n【检查人次】19\n【检查企业】11家\n【发现隐患】27项\n【已整改】21项', '6 19 11 27 21'],
  ['煤矿二处本周五派出2个组、5人次，线上检查煤矿3家，发现隐患0项。', '2 5 3 0 -'],
  ['派出检查组、执法人员201人(次)，检查102家企业(单位)，发现隐患88项，整改率87.5%', '- 201 102 88 77'],
  ['今日检查企业5家，发现隐患7项，其中2项限期整改，其余均已整改', '- - 5 7 5'],
  ['两个检查组共6人，今天查了4家，隐患7条整改了5条', '2 6 4 7 5'],
  ['出动检查人员8人次、专家2人次，检查企业5家，排查整改隐患13项', '- 10 5 13 13'],
  ['发现一般隐患11项、重大隐患2项，检查企业9家', '- - 9 13 -'],
  ['我局今日检查企业3家，下达执法文书3份，发现隐患9条，已整改9条，立案1起，罚款2万元', '- - 3 9 9'],
  ['检查餐饮场所3家、加油站2座，发现问题8个，立行立改5个，责令限期整改3个', '- - 5 8 5'],
  ['今日我县检查3家企业（本月累计45家），发现隐患7项，已整改7项', '- - 3 7 7'],
  ['今日我县检查3家企业，发现隐患7项。今年以来累计检查245家，整改隐患600项', '- - 3 7 -'],
  ['今日我县检查3家企业，发现隐患7项，已整改7项。明日计划检查5家', '- - 3 7 7'],
  ['根据《关于开展安全大检查的通知》要求，今日我县检查企业3家，发现问题5个，已全部整改。', '- - 3 5 5'],
])('reads the five figures of %s', (text, expected) => {
  expect(alone(text)).toBe(expected)
})

test.each([
  [
    '铁东区今日检查企业21家：危化10家，工贸11家；发现隐患30条：危化10条，工贸20条；整改28条。',
    '- - 21 30 28',
  ],
  ['铁东区今日检查企业21家：危化10家、工贸11家，发现隐患30条，整改28条。', '- - 21 30 28'],
  ['铁东区今日检查企业3家：发现隐患5项，整改3项', '- - 3 5 3'],
  ['铁东区检查煤矿3家，发现隐患5条，其中重大1条。整改4条', '- - 3 5 4'],
  [
    '铁东区检查企业21家：\n危化10家，\n工贸11家；\n发现隐患30条：危化10条，工贸20条；整改28条。',
    '- - 21 30 28',
  ],
])('a colon behind a number opens its parts in %s', (text, expected) => {
  expect(alone(text)).toBe(expected)
  expect(read(text)!.flatMap(({ problems }) => problems)).toEqual([])
})

test.each([
  [
    '铁东区今日检查企业2家，发现隐患3条，已整改1条，其中甲化工厂灭火器过期已整改，乙化工厂通道堵塞限期整改。',
    '- - 2 3 1',
  ],
  ['检查企业2家，发现隐患3条，已整改1条，其中灭火器过期已整改。', '- - 2 3 1'],
  ['检查企业2家，发现隐患3条，整改1条，现均已整改。', '- - 2 3 3'],
])('a stated number of rectified hazards stays, unless all are said to be by now: %s', (text, expected) => {
  expect(alone(text)).toBe(expected)
})

describe('whose figures they are', () => {
  test('each unit of a message has its own', () => {
    expect(brief('铁东区检查5家，发现隐患6项，已整改4项；铁西区检查3家，发现隐患2项，均已整改')).toEqual([
      ['铁东区', '- - 5 6 4'],
      ['铁西区', '- - 3 2 2'],
    ])
    expect(
      brief('四平市今日情况：\n1、铁东区：检查组2个，企业4家，隐患5项\n2、长岭县应急局：企业2家，无隐患'),
    ).toEqual([
      ['铁东区', '2 - 4 5 -'],
      ['长岭县应急局', '- - 2 0 -'],
    ])
  })

  test('a breakdown below the whole is not added again, and fills what the whole leaves out', () => {
    const [whole, ...others] = read(
      '今日全市检查企业21家，发现隐患13项。其中：铁东区检查5家，发现隐患3项，已整改2项；铁西区检查16家，发现隐患10项，已整改6项。',
    )!
    expect(others).toEqual([])
    expect(whole).toMatchObject({ inspectingUnit: null, wholeJurisdiction: true, problems: [] })
    expect(figures(whole!.totals)).toBe('- - 21 13 8')
    expect(brief('铁东区：检查3家，隐患2项\n铁西区：检查5家，隐患3项\n合计：检查8家，隐患5项')).toEqual([
      [null, '- - 8 5 -'],
    ])
  })

  test('counties behind the bare name of their city are its parts', () => {
    const counties = '铁东区：检查5家，隐患12条；双辽市：检查6家，隐患20条；梨树县：检查10家，隐患18条。'
    const [city, ...others] = read(`四平市今日检查企业21家。${counties}`)!
    expect(others).toEqual([])
    expect(city).toMatchObject({ inspectingUnit: '四平市', wholeJurisdiction: true, problems: [] })
    expect(figures(city!.totals)).toBe('- - 21 50 -')
    const [differing, ...rest] = read(`四平市今日检查企业20家。${counties}`)!
    expect(rest).toEqual([])
    expect(differing!.problems.map(({ message }) => message)).toEqual([
      '合计与分项不符：检查企业20家，各单位相加21家',
    ])
  })

  test('a city that tells of its own office stands beside its counties', () => {
    const counties = '铁东区：检查5家，隐患12条；梨树县：检查10家，隐患18条。'
    for (const city of [
      '四平市今日检查企业2家',
      '四平市应急局今日检查企业12家',
      '四平市本级今日检查企业12家',
    ])
      expect(read(`${city}。${counties}`)).toHaveLength(3)
  })

  test.each([
    '四平市全市今日共派出5个组10人次，检查企业3家，发现隐患5项',
    '四平市各县（市、区）共检查企业3家，发现隐患5项',
    '四平市（含各县区）今日检查企业3家，发现隐患5项',
  ])('the whole jurisdiction may stand behind its name: %s', text => {
    expect(read(text)).toMatchObject([{ inspectingUnit: '四平市', wholeJurisdiction: true }])
  })

  test('parts by industry add up to the whole, or are told one by one', () => {
    expect(alone('今日检查企业11家，其中煤矿3家、危化8家，发现隐患13项')).toBe('- - 11 13 -')
    expect(alone('检查煤矿3家、危化8家，发现隐患13项，均已整改')).toBe('- - 11 13 13')
    const apart = read('铁东区：煤矿检查3家，隐患5项，已整改5项；危化检查8家，隐患6项，已整改2项')!
    expect(apart.map(({ industry, totals }) => [industry, figures(totals)])).toEqual([
      ['煤矿', '- - 3 5 5'],
      ['危险化学品', '- - 8 6 2'],
    ])
  })

  test('unit, jurisdiction, industry and date are as written', () => {
    const [one] = read('5月18日，四平市铁东区应急管理局检查危化企业6家，发现隐患2项')!
    expect(one).toMatchObject({
      inspectingUnit: '四平市铁东区应急管理局',
      wholeJurisdiction: false,
      industry: '危险化学品',
      date: { month: 5, day: 18 },
    })
    expect(read('各县（市、区）今日共检查企业15户，发现隐患2项')![0]).toMatchObject({
      wholeJurisdiction: true,
      date: { offset: 0 },
    })
  })
})

test.each([
  ['今日检查企业5家，隐患13项，已整改8项、未整改4项', '合计与分项不符：隐患13项，已整改8项、未整改4项'],
  ['今日检查企业5家，发现隐患3项，已整改4项', '合计与分项不符：隐患3项，已整改4项'],
  ['检查企业21家：危化10家，工贸10家；发现隐患2项', '合计与分项不符：检查企业21家，各行业相加20家'],
  ['检查企业21家，发现隐患30条：危化10条，工贸19条', '合计与分项不符：隐患30项，分项相加29项'],
  [
    '检查企业21家，其中煤矿3家、危化8家、工贸9家，发现隐患2项',
    '合计与分项不符：检查企业21家，各行业相加20家',
  ],
  [
    '发现隐患13项，其中一般隐患11项、重大隐患1项，检查企业4家',
    '合计与分项不符：隐患13项，一般隐患和重大隐患相加12项',
  ],
  [
    '全市检查9家，隐患5项。其中铁东区检查3家，隐患2项；铁西区检查5家，隐患3项',
    '合计与分项不符：检查企业9家，各单位相加8家',
  ],
])('says what does not add up in %s', (text, message) => {
  expect(read(text)!.flatMap(({ problems }) => problems)).toEqual([
    { field: 'totals', kind: 'inconsistent', message },
  ])
})

test('one part picked out of the whole, and orders for all hazards, contradict nothing', () => {
  for (const text of [
    '检查企业21家，其中危化8家，发现隐患13项，已整改8项',
    '检查企业21家，发现隐患13项，责令限期整改13项，已整改8项',
  ])
    expect(read(text)![0]!.problems).toEqual([])
})

test.each([
  '今年以来，全市共检查企业210家，发现隐患300项，已整改280项。',
  '一季度我区检查企业45家，发现隐患60项，全部整改。',
  '5月份检查情况：\n铁东区检查50家，隐患30项',
  '1-5月检查企业230家，整改隐患400项',
  '截至目前，我县共检查企业230家，整改隐患400项',
  '明日计划检查20家企业，派出5个组。',
  '请各县区每日检查不少于3家，发现隐患立即整改',
  '全省各市（州）共派出49个检查组、201人次，检查102家企业，发现隐患88项',
  '记者从市应急管理局获悉，5月18日共检查21家企业，发现隐患13项。',
  '关于开展安全检查的通知：各单位派出检查组3个，检查企业20家',
  '铁东区报的21家，隐患13项，和表对不上',
  '你们今天检查5家，隐患6项？',
  '今天检查了3家，累死了',
  '昨天那3家企业的5项隐患都整改了',
  '12个检查组都到位了，39人次',
  '培训30人次，参加企业12家',
  '下午去3家企业检查，2个人一组',
  '今天没有检查企业',
  '铁东区今日检查企业0家，隐患0项',
  '已收第12号：四平市铁东区，合计：检查21家，隐患13项，已整改8项。请逐家补报受检单位和隐患。',
  '好的收到',
  '',
])('takes no totals from %s', text => {
  expect(read(text)).toBeNull()
})

test('leaves an inspection with its enterprise and hazards to those who read prose', () => {
  for (const text of [
    '今日派出2人对四平市盛达化工有限公司进行检查，发现隐患2项：1.灭火器过期；2.通道堵塞。已整改。',
    '今日检查1家企业，宏达加油站，发现灭火器过期等隐患2项，已整改',
    '受检单位：四平市盛达化工有限公司\n发现隐患：1.灭火器过期\n检查人员：2人',
  ])
    expect(read(text)).toBeNull()
})

describe('totals above a list', () => {
  const inspection = (enterprise: string, rectified: (boolean | null)[]): Inspection => ({
    inspectingUnit: null,
    unit: null,
    enterprise,
    place: null,
    industry: null,
    date: null,
    inspectors: [],
    teams: null,
    personTimes: null,
    hazards: rectified.map(state => ({
      text: '灭火器失压',
      major: false,
      rectified: state,
      deadline: null,
      basis: null,
    })),
    rectification: null,
    level: null,
    manners: [],
    basis: null,
    documents: [],
    cases: null,
    fine: null,
    production: null,
  })
  const listed = [inspection('甲厂', [true, true]), inspection('乙厂', [false, false])]

  test('are read from the heading and compared with the list', () => {
    const stated = readHeadingTotals('今日检查2家企业，发现隐患5项，具体如下：', gazetteer)!
    expect(figures(stated)).toBe('- - 2 5 -')
    expect(compareTotals(stated, listed)?.message).toBe('合计与分项不符：隐患写明5项，逐家列出4项')
    expect(compareTotals({ ...stated, hazards: 4, rectified: 2 }, listed)).toBeNull()
    expect(readHeadingTotals('今日检查情况如下：', gazetteer)).toBeNull()
  })

  test('say nothing of rectification where the list leaves it open', () => {
    const stated = { teams: null, personTimes: null, enterprises: 1, hazards: 1, rectified: 1 }
    expect(compareTotals(stated, [inspection('甲厂', [null])])).toBeNull()
  })
})

test('a text of any length and shape is read in one pass', () => {
  for (const part of [
    '铁东区检查5家，',
    '3家、',
    '（',
    '其中',
    '一',
    '未发现问题',
    '隐患5项',
    '截至今日',
    '\n',
  ])
    expect(() => read(`今日检查3家，${part.repeat(20_000)}`.slice(0, 4000))).not.toThrow()
})
