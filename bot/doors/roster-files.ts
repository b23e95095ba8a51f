import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Fault, readRoster } from '../../reports/roster/read-roster.ts'
import type { Roster } from '../../reports/roster/roster.ts'
import { rosterSheets } from '../../reports/roster/roster-sheets.ts'
import { writeRoster } from '../../reports/roster/write-roster.ts'
import { readCsv, tablesToCsv } from '../../reports/tables/csv.ts'
import type { Table } from '../../reports/tables/table.ts'
import { readWorkbook } from '../../reports/tables/workbook.ts'
import { checkWorkbookSize } from '../../reports/tables/workbook-archive.ts'
import { tablesToWorkbook } from '../../reports/tables/write-workbook.ts'

/** The directory of the sample roster: the province's 69 reporting units, named by office. */
export const sampleRoster = fileURLToPath(new URL('../sample/roster', import.meta.url))

/** A roster that does not hold; its message lists the faults in Chinese, one a line. */
export class RosterFaults extends Error {
  readonly faults: Fault[]
  constructor(faults: Fault[]) {
    super([`名册有 ${faults.length} 处差错：`, ...faults.map(describe)].join('\n'))
    this.name = 'RosterFaults'
    this.faults = faults
  }
}

const describe = ({ sheet, row, column, reason }: Fault) =>
  `${[sheet, row && `第 ${row} 行`, column].filter(Boolean).join(' ')}：${reason}`

/**
 * The tables of a roster: a directory of CSV files (units.csv, divisions.csv, rooms.csv, people.csv, or named
 * after the sheets: 单位.csv) or one .xlsx file. Throws `UnreadableWorkbook`, or Node's error for a path that
 * is not there.
 */
export async function readRosterTables(path: string): Promise<Table[]> {
  if (!(await stat(path)).isDirectory()) return readWorkbook(await readLimited(path))
  const files = (await readdir(path)).filter(file => parse(file).ext.toLowerCase() === '.csv').sort()
  return Promise.all(
    files.map(async file => readCsv(sheetOf(parse(file).name), await readLimited(join(path, file)))),
  )
}

/** Reads a roster from a directory of CSV files or an .xlsx file; throws `RosterFaults` with all that is wrong. */
export async function readRosterDirectory(path: string): Promise<Roster> {
  const { roster, faults } = readRoster(await readRosterTables(path))
  if (faults.length > 0) throw new RosterFaults(faults)
  return roster
}

/** Writes a roster to an .xlsx file, or to a directory of CSV files where the path has another ending. */
export async function writeRosterFiles(path: string, roster: Roster): Promise<void> {
  const tables = writeRoster(roster)
  if (parse(path).ext.toLowerCase() === '.xlsx') return writeFile(path, await tablesToWorkbook(tables))
  await mkdir(path, { recursive: true })
  await Promise.all(
    tablesToCsv(tables).map(({ sheet, csv }) => writeFile(join(path, `${stemOf(sheet)}.csv`), csv)),
  )
}

const stems = Object.entries(rosterSheets).map(([stem, { sheet }]) => ({ stem, sheet }))
const sheetOf = (stem: string) => stems.find(each => each.stem === stem.toLowerCase())?.sheet ?? stem
const stemOf = (sheet: string) => stems.find(each => each.sheet === sheet)?.stem ?? sheet

/** The size is looked at first, so that an oversized file is never loaded. */
async function readLimited(path: string): Promise<Uint8Array> {
  checkWorkbookSize((await stat(path)).size)
  return readFile(path)
}
