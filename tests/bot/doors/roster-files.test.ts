import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  RosterFaults,
  readRosterDirectory,
  readRosterTables,
  sampleRoster,
  writeRosterFiles,
} from '../../../bot/doors/roster-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the sample roster', () => {
  test('has 69 reporting units: 9 cities and prefectures, 60 below them', async () => {
    const { units } = await readRosterDirectory(sampleRoster)
    const count = (level: string) => units.filter(unit => unit.level === level && unit.reports).length
    expect([count('province'), count('city'), count('county')]).toEqual([0, 9, 60])
    const counties = units
      .filter(({ level }) => level === 'city')
      .map(({ name }) => [name, units.filter(({ parent }) => parent === name).length])
    expect(Object.fromEntries(counties)).toEqual({
      长春市: 11,
      吉林市: 9,
      四平市: 5,
      辽源市: 4,
      通化市: 7,
      白山市: 6,
      松原市: 5,
      白城市: 5,
      延边州: 8,
    })
    for (const { name, shortName, level, parent } of units) {
      if (level === 'county') expect(name).toBe(`${parent}${shortName}`)
    }
  })

  test('has a reporting officer for every reporting unit, a head for every division, a room for every city', async () => {
    const { units, divisions, rooms, people } = await readRosterDirectory(sampleRoster)
    const reporting = units.filter(({ reports }) => reports)
    expect(people.filter(({ role }) => role === 'reporter').map(({ name }) => name)).toEqual(
      reporting.map(({ name }) => `${name}报送员`),
    )
    expect(people.filter(({ role }) => role === 'divisionHead').map(({ name }) => name)).toEqual(
      divisions.map(({ name }) => `${name}处长`),
    )
    expect(rooms.filter(({ roles }) => roles.includes('reporting')).map(({ name }) => name)).toEqual(
      units.filter(({ level }) => level === 'city').map(({ name }) => `${name}日报报送群`),
    )
    expect(rooms.flatMap(({ roles }) => roles)).toEqual(
      expect.arrayContaining(['committee', 'heads', 'leaders', 'duty', 'provincial']),
    )
  })

  test('is written just as it stands', async () => {
    await writeRosterFiles(folder, await readRosterDirectory(sampleRoster))
    for (const file of ['units.csv', 'divisions.csv', 'rooms.csv', 'people.csv']) {
      expect(await readFile(join(folder, file), 'utf8')).toBe(
        await readFile(join(sampleRoster, file), 'utf8'),
      )
    }
  })
})

test('a roster goes through a workbook', async () => {
  const roster = await readRosterDirectory(sampleRoster)
  await writeRosterFiles(join(folder, '名册.xlsx'), roster)
  expect(await readRosterDirectory(join(folder, '名册.xlsx'))).toEqual(roster)
})

test('CSV files may be named after their sheets', async () => {
  await writeFile(join(folder, '单位.csv'), '单位名称,简称\n四平市,四平市\n')
  await writeFile(join(folder, '说明.txt'), '…')
  expect((await readRosterTables(folder)).map(({ sheet }) => sheet)).toEqual(['单位'])
})

test('faults come all together, each with its place', async () => {
  await writeRosterFiles(folder, await readRosterDirectory(sampleRoster))
  await writeFile(join(folder, 'rooms.csv'), '群名称,角色,属地\n甲群,报送群,白城\n')
  await rm(join(folder, 'people.csv'))
  const error = await readRosterDirectory(folder).catch(error => error)
  expect(error).toBeInstanceOf(RosterFaults)
  expect(error.message.split('\n')).toEqual([
    '名册有 3 处差错：',
    '群 第 2 行 属地：名册中没有“白城”',
    '群 角色：缺少值班群',
    '人员：缺少此表',
  ])
})

test('an oversized file is refused unread', async () => {
  const file = join(folder, '名册.xlsx')
  await writeFile(file, '')
  await truncate(file, 200 * 2 ** 20)
  await expect(readRosterTables(file)).rejects.toThrow('文件超过 20 MB')
})
