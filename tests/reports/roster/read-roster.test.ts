import { expect, test } from 'vitest'
import { readRoster } from '../../../reports/roster/read-roster.ts'
import { readCsv } from '../../../reports/tables/csv.ts'

const sheets = {
  单位: '单位名称,简称,层级,上级,报送\n吉林省,吉林省,省,,否\n四平市,四平市,市,吉林省,是\n四平市铁东区,铁东区,县,四平市,是',
  处室: '处室,分管行业\n危化二处,危险化学品、烟花爆竹',
  群: '群名称,角色,属地\n值班群,值班群,\n四平市日报报送群,报送群,四平市',
  人员: '姓名,角色,单位,处室\n四平市报送员,报送员,四平市,\n危化二处处长,处长,,危化二处',
}

const read = (changes: Partial<Record<keyof typeof sheets, string>> = {}) =>
  readRoster(
    Object.entries({ ...sheets, ...changes })
      .filter(([, csv]) => csv !== '')
      .map(([sheet, csv]) => readCsv(sheet, new TextEncoder().encode(csv))),
  )

/** The faults, as a person would read them aloud. */
const faults = (changes: Parameters<typeof read>[0]) =>
  read(changes).faults.map(
    ({ sheet, row, column, reason }) => `${sheet} ${row ?? '-'} ${column ?? '-'}：${reason}`,
  )

test('a roster without faults', () => {
  const { roster, faults } = read()
  expect(faults).toEqual([])
  expect(roster.units[2]).toEqual({
    name: '四平市铁东区',
    shortName: '铁东区',
    level: 'county',
    parent: '四平市',
    reports: true,
  })
  expect(roster.divisions).toEqual([{ name: '危化二处', industries: ['危险化学品', '烟花爆竹'] }])
  expect(roster.rooms[1]).toEqual({ name: '四平市日报报送群', roles: ['reporting'], jurisdiction: '四平市' })
  expect(roster.people[1]).toEqual({
    name: '危化二处处长',
    role: 'divisionHead',
    unit: null,
    division: '危化二处',
  })
})

test('lists may be separated by ； as well, and an empty short name follows from the full one', () => {
  const { roster, faults } = read({
    处室: '处室,分管行业\n危化二处,危险化学品；烟花爆竹',
    单位: sheets.单位.replace('四平市铁东区,铁东区', '四平市铁东区,'),
  })
  expect(faults).toEqual([])
  expect(roster.divisions[0]?.industries).toEqual(['危险化学品', '烟花爆竹'])
  expect(roster.units[2]?.shortName).toBe('铁东区')
})

test('a missing sheet or column is told once, without complaints that follow from it', () => {
  expect(faults({ 单位: '' })).toEqual(['单位 - -：缺少此表'])
  expect(faults({ 人员: '姓名,角色\n甲,处长' })).toEqual(['人员 - 单位：缺少此列', '人员 - 处室：缺少此列'])
})

test('units: names, levels, parents', () => {
  const unit = (line: string) => faults({ 单位: `${sheets.单位}\n${line}` })
  expect(unit(',无名,县,四平市,是')).toEqual(['单位 5 单位名称：不能为空'])
  expect(unit('四平市,四平市,市,吉林省,是')).toEqual(['单位 5 单位名称：“四平市”重复'])
  expect(unit('白城市,白城市,地,吉林省,有')).toEqual([
    '单位 5 层级：不能识别“地”，应为省、市、县',
    '单位 5 报送：不能识别“有”，应为是、否',
  ])
  expect(unit('白城市大安市,大安市,县,白城市,是')).toEqual(['单位 5 上级：名册中没有“白城市”'])
  expect(unit('大安市,大安市,县,,是')).toEqual(['单位 5 上级：不能为空'])
  expect(unit('大安市,大安市,县,吉林省,是')).toEqual(['单位 5 上级：县级单位的上级应为市级单位'])
  expect(unit('大安市,大安市,县,大安市,是')).toEqual(['单位 5 上级：上级不能是本单位'])
  expect(unit('甲,甲,县,乙,是\n乙,乙,县,甲,是')).toHaveLength(2)
  expect(unit('辽宁省,辽宁省,省,吉林省,否')).toEqual([
    '单位 5 层级：省级单位只能有一个',
    '单位 5 上级：省级单位不应有上级',
  ])
  expect(
    faults({
      单位: '单位名称,简称,层级,上级,报送',
      群: '群名称,角色,属地\n值班群,值班群,',
      人员: '姓名,角色,单位,处室',
    }),
  ).toEqual(['单位 - 层级：缺少省级单位'])
})

test('names are at most 60 characters, all of them visible', () => {
  const person = (name: string) => faults({ 人员: `姓名,角色,单位,处室\n"${name}",值班员,,` })
  expect(person('甲'.repeat(60))).toEqual([])
  expect(person('👩'.repeat(60))).toEqual([])
  expect(person('甲'.repeat(61))).toEqual(['人员 2 姓名：超过 60 个字符'])
  for (const hidden of ['\n', '\u0000', '\u202e', '\u200b']) {
    expect(person(`甲${hidden}乙`)).toEqual(['人员 2 姓名：含有不可见的控制字符'])
  }
})

test('divisions, rooms and people: unknown words and names, what a role needs', () => {
  expect(faults({ 处室: '处室,分管行业\n危化二处,化工、工贸\n工贸处,' })).toEqual([
    '处室 2 分管行业：不能识别“化工”，应为煤矿、非煤矿山、危险化学品、烟花爆竹、工贸',
    '处室 3 分管行业：不能为空，应为煤矿、非煤矿山、危险化学品、烟花爆竹、工贸',
  ])
  expect(faults({ 群: `${sheets.群}\n甲群,报送群,\n乙群,报送群,白城市\n丙群,大群,` })).toEqual([
    '群 4 属地：报送群须填写属地',
    '群 5 属地：名册中没有“白城市”',
    '群 6 角色：不能识别“大群”，应为安委群、处长群、领导群、值班群、报送群、省本级报送群',
  ])
  expect(
    faults({ 人员: `${sheets.人员}\n甲,报送员,,\n乙,处长,,工贸处\n丙,处长,,\n丁,局长,白城市,` }),
  ).toEqual([
    '人员 4 单位：报送员须填写单位',
    '人员 5 处室：名册中没有“工贸处”',
    '人员 6 处室：处长须填写处室',
    '人员 7 角色：不能识别“局长”，应为报送员、值班员、处长、厅领导、安委会成员、管理员',
    '人员 7 单位：名册中没有“白城市”',
  ])
})

test('there is one duty room, and one room at most for each office that the bot writes to', () => {
  expect(faults({ 群: '群名称,角色,属地\n四平市日报报送群,报送群,四平市' })).toEqual([
    '群 - 角色：缺少值班群',
  ])
  expect(faults({ 群: `${sheets.群}\n甲群,值班群、领导群,\n乙群,领导群,` })).toEqual([
    '群 4 角色：值班群只能有一个，“值班群”已是值班群',
    '群 5 角色：领导群只能有一个，“甲群”已是领导群',
  ])
})

test('all faults of all sheets come at once', () => {
  expect(
    faults({
      单位: `${sheets.单位}\n,,,,`.replace(',否', ',不'),
      处室: '',
      人员: '姓名,角色,单位,处室\n甲,甲,甲,甲',
    }),
  ).toEqual([
    '单位 2 报送：不能识别“不”，应为是、否',
    '处室 - -：缺少此表',
    '人员 2 角色：不能识别“甲”，应为报送员、值班员、处长、厅领导、安委会成员、管理员',
    '人员 2 单位：名册中没有“甲”',
  ])
})
