import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readRosterDirectory, sampleRoster } from '../../bot/doors/roster-files.ts'
import { type Db, openDatabase, transact } from '../../storage/database.ts'
import { figuresOfRound, standingsOfRound, teamsOfRound } from '../../storage/figures.ts'
import { replaceRoster } from '../../storage/roster.ts'
import type { Schema } from '../../storage/schema.ts'
import { totalsOfRound } from '../../storage/totals-reports.ts'
import { temporaryDirectory } from '../conversation.ts'

const now = new Date('2022-05-18T01:00:00Z')
const at = now.toISOString()

async function openRound(): Promise<Db> {
  const db = await openDatabase(join(temporaryDirectory(), 'anwei.db'), now)
  onTestFinished(() => db.destroy())
  await transact(db, async tx => replaceRoster(tx, await readRosterDirectory(sampleRoster)))
  const day = '2022-05-18'
  await db
    .insertInto('rounds')
    .values({
      ...{ id: 1, date: day, number: 1, ofDay: 1, opensAt: at, dueAt: at, compileAt: at },
      ...{ periodFrom: day, periodTo: day, state: 'open' },
    })
    .execute()
  return db
}

type Columns = Partial<Omit<Schema['reports'], 'id'>> & Pick<Schema['reports'], 'unit' | 'kind'>

const add = (db: Db, columns: Partial<Record<keyof Columns, unknown>> & Pick<Columns, 'unit' | 'kind'>) =>
  db
    .insertInto('reports')
    .values({
      ...{ roundId: 1, status: 'counted', inboxId: 0, messageId: 'm', sender: '报送员', date: '2022-05-18' },
      ...{ inspectors: '[]', personTimes: 0, hazardCount: 0, rectifiedCount: 0, receivedAt: at, late: 0 },
      ...{ missing: '[]', version: 1 },
      ...columns,
    } as never)
    .execute()

const totals = {
  kind: 'totals',
  teams: 2,
  personTimes: 6,
  enterprises: 21,
  hazardCount: 13,
  rectifiedCount: 8,
} as const
const stated = { teams: 2, personTimes: 6, enterprises: 21, hazards: 13, rectified: 8 }

test('totals count as figures and teams of their unit, and as a report that is not zero', async () => {
  const db = await openRound()
  await add(db, { ...totals, unit: '四平市铁东区' })
  await add(db, { unit: '四平市铁西区', kind: 'zero' })
  expect(await figuresOfRound(db, 1)).toEqual([{ unit: '四平市铁东区', industry: null, totals: stated }])
  const teams = await teamsOfRound(db, 1)
  expect(teams.reduce((sum, each) => sum + each.teams, 0)).toBe(2)
  expect((await standingsOfRound(db, 1)).map(({ unit, zero }) => [unit, zero])).toEqual([
    ['四平市铁东区', false],
    ['四平市铁西区', true],
  ])
})

test('beside listed inspections the totals of the unit do not count, those of a whole jurisdiction with the rest', async () => {
  const db = await openRound()
  const inspection = {
    kind: 'inspection',
    personTimes: 2,
    hazardCount: 1,
    inspectors: '["张三","李四"]',
  } as const
  await add(db, { ...inspection, unit: '四平市铁东区', enterprise: '宏达加油站' })
  await add(db, { ...totals, unit: '四平市铁东区' })
  await add(db, { ...totals, unit: '四平市', wholeJurisdiction: 1 })
  await add(db, { ...totals, unit: '长春市' })
  const figures = await figuresOfRound(db, 1)
  expect(figures.map(({ unit, totals: of }) => [unit, of.enterprises])).toEqual([
    ['四平市铁东区', 1],
    ['四平市', 20],
    ['长春市', 21],
  ])
  expect((await totalsOfRound(db, 1)).setAside.map(({ report }) => report.unit)).toEqual(['四平市铁东区'])
})

test('totals that were taken back, wait to be admitted or belong to another round do not count', async () => {
  const db = await openRound()
  await add(db, { ...totals, unit: '四平市', status: 'withdrawn' })
  await add(db, { ...totals, unit: '长春市', status: 'pending' })
  expect(await figuresOfRound(db, 1)).toEqual([])
  await add(db, { ...totals, unit: '长春市' })
  expect(await figuresOfRound(db, 2)).toEqual([])
})

test('more rectified than found is held down to what was found', async () => {
  const db = await openRound()
  await add(db, { ...totals, unit: '四平市', hazardCount: 5 })
  expect((await figuresOfRound(db, 1))[0]?.totals).toMatchObject({ hazards: 5, rectified: 5 })
})
