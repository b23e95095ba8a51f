import type { Table } from '../tables/table.ts'
import type { Roster } from './roster.ts'
import {
  industryWords,
  joinList,
  levels,
  personRoles,
  type RosterSheet,
  roomRoles,
  rosterSheets,
  yesOrNo,
} from './roster-sheets.ts'

/** The roster as tables, one per sheet in the order of `rosterSheets`; `readRoster` reads them back. */
export const writeRoster = ({ units, divisions, rooms, people }: Roster): Table[] => [
  toTable(
    'units',
    units.map(({ name, shortName, level, parent, reports, headTitle, governmentName }) => [
      name,
      shortName,
      levels.write(level),
      parent,
      yesOrNo.write(reports ? 'yes' : 'no'),
      headTitle ?? null,
      governmentName ?? null,
    ]),
  ),
  toTable(
    'divisions',
    divisions.map(({ name, industries }) => [name, joinList(industries.map(industryWords.write))]),
  ),
  toTable(
    'rooms',
    rooms.map(({ name, roles, jurisdiction }) => [name, joinList(roles.map(roomRoles.write)), jurisdiction]),
  ),
  toTable(
    'people',
    people.map(({ name, role, unit, division }) => [name, personRoles.write(role), unit, division]),
  ),
]

function toTable(key: RosterSheet, lines: (string | null)[][]): Table {
  const { sheet, columns, optional } = rosterSheets[key]
  // A column that may be missing is left out where it holds nothing.
  const isUsed = (at: number) => at < columns.length || lines.some(line => line[at])
  const header: string[] = [...columns, ...optional].filter((_, at) => isUsed(at))
  return {
    sheet,
    header,
    rows: lines.map((line, index) => ({
      row: index + 2,
      cells: Object.fromEntries(
        line.filter((_, at) => isUsed(at)).map((cell, at) => [header[at]!, cell ?? '']),
      ),
    })),
  }
}
