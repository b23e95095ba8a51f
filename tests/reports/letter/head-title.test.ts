import { expect, test } from 'vitest'
import { governmentHead, yourPlace } from '../../../reports/letter/head-title.ts'
import { readRoster } from '../../../reports/roster/read-roster.ts'
import type { Unit } from '../../../reports/roster/roster.ts'
import { writeRoster } from '../../../reports/roster/write-roster.ts'
import { readCsv } from '../../../reports/tables/csv.ts'

/** A unit as the roster has it, below a city where it begins with the name of one. */
function unitOf(name: string, more: Partial<Unit> = {}): Unit {
  const parent = ['四平市', '延边州'].find(city => name !== city && name.startsWith(city)) ?? null
  const level = parent === null ? 'city' : 'county'
  return { name, shortName: name.slice(parent?.length ?? 0), level, parent, reports: true, ...more }
}

test('the head of a local government by the name of the unit', () => {
  const heads = {
    四平市: '四平市人民政府市长',
    延边州: '延边州人民政府州长',
    延边州延吉市: '延吉市人民政府市长',
    四平市双辽市: '双辽市人民政府市长',
    四平市铁东区: '四平市铁东区人民政府区长',
    四平市梨树县: '梨树县人民政府县长',
    四平市伊通满族自治县: '伊通满族自治县人民政府县长',
    长春新区: '长春新区管委会主任',
    长春净月高新技术产业开发区: '长春净月高新技术产业开发区管委会主任',
    长白山管委会: '长白山管委会主任',
  }
  for (const [name, head] of Object.entries(heads)) expect(governmentHead(unitOf(name))).toBe(head)
})

test('the title of the roster goes before that of the name', () => {
  expect(governmentHead(unitOf('长白山', { headTitle: '管委会主任' }))).toBe('长白山管委会主任')
  expect(governmentHead(unitOf('四平市铁东区', { headTitle: '代区长' }))).toBe('四平市铁东区人民政府代区长')
  expect(governmentHead(unitOf('长白山保护区', { headTitle: '主任' }))).toBe('长白山保护区管委会主任')
  const governmentName = '延边朝鲜族自治州人民政府'
  expect(governmentHead(unitOf('延边州', { governmentName }))).toBe('延边朝鲜族自治州人民政府州长')
  expect(governmentHead(unitOf('延边州', { governmentName, headTitle: '代州长' }))).toBe(
    '延边朝鲜族自治州人民政府代州长',
  )
})

test('the letter speaks of the place as an office does', () => {
  expect(['延边州', '四平市', '四平市铁东区', '长白山管委会'].map(name => yourPlace({ name }))).toEqual([
    '你州',
    '你市',
    '你区',
    '你委',
  ])
})

test('the column of the roster may be missing, and is kept where it is there', () => {
  const others = {
    处室: '处室,分管行业\n危化二处,危险化学品',
    群: '群名称,角色,属地\n值班群,值班群,',
    人员: '姓名,角色,单位,处室\n值班员,值班员,,',
  }
  const read = (units: string) =>
    readRoster(
      Object.entries({ 单位: units, ...others }).map(([sheet, csv]) =>
        readCsv(sheet, new TextEncoder().encode(csv)),
      ),
    )
  const without = read('单位名称,简称,层级,上级,报送\n吉林省,吉林省,省,,否')
  expect(without.faults).toEqual([])
  expect(without.roster.units[0]).not.toHaveProperty('headTitle')
  expect(writeRoster(without.roster)[0]!.header).not.toContain('政府主要负责人职务')

  const { roster, faults } = read(
    '单位名称,简称,层级,上级,报送,政府主要负责人职务\n吉林省,吉林省,省,,否,\n长白山,长白山,市,吉林省,是,管委会主任',
  )
  expect(faults).toEqual([])
  expect(roster.units.map(({ headTitle }) => headTitle)).toEqual([undefined, '管委会主任'])
  expect(readRoster(writeRoster(roster)).roster).toEqual(roster)

  const named = read(
    '单位名称,简称,层级,上级,报送,政府名称\n吉林省,吉林省,省,,否,\n延边州,延边州,市,吉林省,是,延边朝鲜族自治州人民政府',
  )
  expect(named.faults).toEqual([])
  expect(named.roster.units[1]!.governmentName).toBe('延边朝鲜族自治州人民政府')
  expect(writeRoster(named.roster)[0]!.header).not.toContain('政府主要负责人职务')
  expect(readRoster(writeRoster(named.roster)).roster).toEqual(named.roster)
})
