import type { Unit } from './roster.ts'
import type { Fault, RosterRow } from './roster-row.ts'
import { levels, rosterSheets, yesOrNo } from './roster-sheets.ts'

/** The level that the unit above has to have. Levels so ordered leave no room for a cycle. */
const above = { city: 'province', county: 'city' } as const

/** Reads the units, which stand below one province 省: cities 市 under it, counties 县 under cities. */
export function readUnits(rows: RosterRow[], faults: Fault[]): Unit[] {
  const drafts = rows.map(row => ({
    row,
    name: row.name('单位名称'),
    level: row.word('层级', levels),
    parent: row.text('上级'),
    reports: row.word('报送', yesOrNo) === 'yes',
    headTitle: row.text('政府主要负责人职务') && row.label('政府主要负责人职务'),
    governmentName: row.text('政府名称') && row.label('政府名称'),
  }))
  const byName = new Map(drafts.map(draft => [draft.name, draft]))
  const provinces = drafts.filter(({ level }) => level === 'province')
  if (provinces.length === 0) {
    faults.push({ sheet: rosterSheets.units.sheet, row: null, column: '层级', reason: '缺少省级单位' })
  }
  for (const { row } of provinces.slice(1)) row.fail('层级', '省级单位只能有一个')
  for (const { row, name, level, parent } of drafts) {
    if (level === 'province') {
      if (parent) row.fail('上级', '省级单位不应有上级')
    } else if (!parent) row.fail('上级', '不能为空')
    else if (parent === name) row.fail('上级', '上级不能是本单位')
    else checkParent(row, level, byName)
  }
  return drafts.map(({ row, name, level, parent, reports, headTitle, governmentName }) => ({
    name,
    shortName: shortName(row, name, parent),
    level: level ?? 'county',
    parent,
    reports,
    ...(headTitle && { headTitle }),
    ...(governmentName && { governmentName }),
  }))
}

function checkParent(
  row: RosterRow,
  level: 'city' | 'county' | undefined,
  units: Map<string, { level: Unit['level'] | undefined }>,
): void {
  const found = units.get(row.reference('上级', new Set(units.keys())) ?? '')
  // What could not be read has its own fault.
  if (!level || !found?.level || found.level === above[level]) return
  row.fail('上级', `${levels.write(level)}级单位的上级应为${levels.write(above[level])}级单位`)
}

/** 简称; where it is left empty, the name without that of the unit above. */
function shortName(row: RosterRow, name: string, parent: string | null): string {
  if (row.text('简称')) return row.label('简称')
  return parent && name !== parent && name.startsWith(parent) ? name.slice(parent.length) : name
}
