import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { readRosterDirectory, sampleRoster } from '../../bot/doors/roster-files.ts'
import { createDirectory, type Directory } from '../../commands/directory.ts'
import { readStanding } from '../../commands/standing.ts'
import { compileDailyReport } from '../../reports/daily/compile.ts'
import type { Roster } from '../../reports/roster/roster.ts'
import { industries } from '../../reports/terms.ts'
import { type Db, openDatabase } from '../../storage/database.ts'
import { figuresOfRound, teamsOfRound } from '../../storage/figures.ts'
import { replaceRoster } from '../../storage/roster.ts'
import { type Comparison, interleave, milliseconds, time } from './measure.ts'
import { scratch } from './scratch.ts'

const reportCount = 100_000
const hazardsEach = 3
const day = '2022-05-18'
const at = `${day}T08:30:00.000Z`

/** The figures of a day's report, against the join of reports, hazards and units that they could be read from. */
export async function compareCompile(): Promise<Comparison> {
  const roster = await readRosterDirectory(sampleRoster)
  const directory = createDirectory(roster)
  const file = join(scratch(), 'anwei.db')
  const db = await openDatabase(file, new Date(at))
  await db.transaction().execute(tx => replaceRoster(tx, roster))
  fill(file, roster)
  const sqlite = new Sqlite(file, { readonly: true })
  const plain = sqlite.prepare(plainJoin)
  check(await compiled(db, directory), plain.all() as JoinRow[])
  const { ours, reference } = await interleave(
    () => time(() => compiled(db, directory)),
    () => time(() => plain.all()),
    5,
  )
  sqlite.close()
  await db.destroy()
  const ratio = ours / reference
  return {
    subject: 'compile: figures of 100,000 reports / plain join',
    ours: milliseconds(ours),
    reference: milliseconds(reference),
    ratio,
    aim: '< 0.25',
    met: ratio < 0.25,
  }
}

const compiled = async (db: Db, directory: Directory) =>
  compileDailyReport(
    {
      date: day,
      round: 1,
      rounds: 1,
      periodFrom: day,
      periodTo: day,
      edition: 1,
      compileAt: at,
      compiledAt: at,
      compiledLate: false,
      corrections: [],
    },
    {
      units: directory.roster.units,
      figures: await figuresOfRound(db, 1),
      teams: await teamsOfRound(db, 1),
      rows: [],
      reporting: await readStanding(db, directory, 1),
      pending: [],
    },
  )

interface JoinRow {
  enterprises: number
  hazards: number
  rectified: number
}

/** Figures by unit, with the city that each is added up under, and industry. */
const plainJoin = `
  select reports.unit, case units.level when 'county' then units.parent else units.name end as city,
    reports.industry, count(distinct reports.enterprise) as enterprises, count(distinct hazards.id) as hazards,
    sum(hazards.rectified) as rectified
  from reports
  join units on units.name = reports.unit
  left join hazards on hazards.reportId = reports.id
  where reports.roundId = 1 and reports.status = 'counted' and reports.kind = 'inspection'
  group by reports.unit, city, reports.industry`

function check(report: ReturnType<typeof compileDailyReport>, rows: JoinRow[]): void {
  const sum = (figure: keyof JoinRow) => rows.reduce((total, row) => total + row[figure], 0)
  for (const figure of ['enterprises', 'hazards', 'rectified'] as const)
    if (report.local[figure] !== sum(figure)) throw new Error(`${figure} differ from those of the join`)
}

/** A day as large as none will be: every unit in every industry, each enterprise inspected five times. */
function fill(file: string, roster: Roster): void {
  const sqlite = new Sqlite(file)
  sqlite
    .prepare(
      `insert into rounds (id, date, number, ofDay, opensAt, dueAt, compileAt, periodFrom, periodTo, state)
       values (1, ?, 1, 1, ?, ?, ?, ?, ?, 'open')`,
    )
    .run(day, at, at, at, day, day)
  const report = sqlite.prepare(
    `insert into reports (id, roundId, unit, kind, status, inboxId, messageId, room, sender, inspectingUnit, enterprise,
       place, industry, date, inspectors, personTimes, hazardCount, rectifiedCount, rectification, receivedAt, late,
       missing, version)
     values (?, 1, ?, 'inspection', 'counted', ?, ?, ?, ?, ?, ?, '平东大街12号厂区', ?, ?, ?, 2, ?, ?, '1项已整改', ?,
       0, '[]', 1)`,
  )
  const hazard = sqlite.prepare(
    'insert into hazards (reportId, position, text, major, rectified) values (?, ?, ?, 0, ?)',
  )
  const units = roster.units.filter(unit => unit.reports)
  sqlite.transaction(() => {
    for (let i = 1; i <= reportCount; i++) {
      const unit = units[i % units.length]!.name
      const industry = industries[Math.floor(i / units.length) % industries.length]!
      const enterprise = `第${Math.floor(i / (units.length * 25))}${industry}有限公司`
      const inspectors = JSON.stringify([`检查员${i % 7}`, `检查员${i % 11}`])
      const office = `${unit}应急管理局`
      const room = `${unit}报送群`
      const rectified = i % (hazardsEach + 1)
      report.run(
        i,
        unit,
        i,
        `m${i}`,
        room,
        office,
        office,
        enterprise,
        industry,
        day,
        inspectors,
        hazardsEach,
        rectified,
        at,
      )
      for (let position = 0; position < hazardsEach; position++)
        hazard.run(i, position, '可燃气体报警器未检定', position < rectified ? 1 : 0)
    }
  })()
  sqlite.close()
}
