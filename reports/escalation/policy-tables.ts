import { joinList, personRoles, roomRoles, splitList, type Vocabulary } from '../roster/roster-sheets.ts'
import type { Table } from '../tables/table.ts'
import { type Ground, groundNames, grounds, type Rung, rank, rungs } from './ladder.ts'
import type { AddresseeKind, Decider, GroundRule, Policy, RungRule } from './policy.ts'

/** The sheets of a policy 督办规则 and their columns. */
export const policySheets = {
  rungs: {
    sheet: '督办阶梯',
    columns: ['阶梯', '决定人', '对象', '反馈期限（工作日）', '提前催复（工作日）', '抄送'],
  },
  grounds: { sheet: '督办事由', columns: ['事由', '标准', '说明'] },
} as const

export const addresseeNames: Record<AddresseeKind, string> = {
  unit: '单位',
  city: '单位及市（州）',
  government: '属地政府',
}

/** What the threshold of a ground counts; 几 stands for the figure. */
export const thresholdTexts: Record<Ground, string> = {
  overdue: '逾期满几天',
  recurring: '销号后再次发现满几次',
  major: '发现满几天仍未报整改',
  silent: '连续缺报满几个批次',
  figures: '三十天内核实更正或未答复满几次',
}

const deciders: Decider[] = ['divisionHead', 'leader']
const copies: RungRule['copies'] = ['heads', 'leaders', 'committee']

/** The policy as tables; `readPolicy` reads them back. */
export function policyTables({ rungs: rules, grounds: limits }: Policy): Table[] {
  return [
    toTable(
      'rungs',
      rules.map(rule => [
        rule.rung,
        joinList(rule.deciders.map(personRoles.write)),
        addresseeNames[rule.addressee],
        String(rule.answerDays),
        String(rule.chaseDays),
        joinList(rule.copies.map(roomRoles.write)),
      ]),
    ),
    toTable(
      'grounds',
      limits.map(({ ground, threshold }) => [groundNames[ground], String(threshold), thresholdTexts[ground]]),
    ),
  ]
}

/** Reads a policy from its tables; all that is wrong with them is said at once, each in a phrase. */
export function readPolicy(tables: Table[]): { policy: Policy } | { faults: string[] } {
  const faults: string[] = []
  const ladder = rowsOf(tables, 'rungs', faults).map(cells => readRung(cells, faults))
  const limits = rowsOf(tables, 'grounds', faults).map(cells => readGround(cells, faults))
  const policy: Policy = {
    rungs: each(
      rungs,
      rung => ladder.filter(rule => rule?.rung === rung),
      rung => rung,
      faults,
    ),
    grounds: each(
      grounds,
      ground => limits.filter(rule => rule?.ground === ground),
      ground => groundNames[ground],
      faults,
    ),
  }
  return faults.length === 0 ? { policy } : { faults: [...new Set(faults)] }
}

/** What differs between two policies, cell by cell: 提示函反馈期限（工作日）5改为7. */
export function policyChanges(before: Policy, after: Policy): string[] {
  const now = policyTables(after)
  return policyTables(before).flatMap((table, t) =>
    table.rows.flatMap(({ cells }, r) =>
      table.header.flatMap(column => {
        const [old, fresh] = [cells[column]!, now[t]!.rows[r]!.cells[column]!]
        const name = Object.values(cells)[0]
        return old === fresh ? [] : [`${name}${column}${old || '无'}改为${fresh || '无'}`]
      }),
    ),
  )
}

function toTable(key: keyof typeof policySheets, lines: string[][]): Table {
  const { sheet, columns } = policySheets[key]
  return {
    sheet,
    header: [...columns],
    rows: lines.map((line, i) => ({
      row: i + 2,
      cells: Object.fromEntries(columns.map((column, at) => [column, line[at]!])),
    })),
  }
}

function rowsOf(tables: Table[], key: keyof typeof policySheets, faults: string[]): Record<string, string>[] {
  const { sheet, columns } = policySheets[key]
  const table = tables.find(each => each.sheet === sheet)
  const missing = table === undefined ? [] : columns.filter(column => !table.header.includes(column))
  if (table === undefined) faults.push(`缺少“${sheet}”表`)
  for (const column of missing) faults.push(`“${sheet}”缺少“${column}”列`)
  return table === undefined || missing.length > 0 ? [] : table.rows.map(({ cells }) => cells)
}

function readRung(cells: Record<string, string>, faults: string[]): RungRule | null {
  const rung = rungs.find(name => name === cells.阶梯?.trim())
  if (rung === undefined) return unknown(`没有“${cells.阶梯}”这一级阶梯`, faults)
  const known = faults.length
  const answerDays = wholeNumber(cells['反馈期限（工作日）'], 1, 60, `${rung}的反馈期限`, faults)
  const who = words(cells.决定人, personRoles, deciders, `${rung}的决定人`, faults)
  // From the letter 提示函 on a leader signs.
  if (rank(rung) >= rank('提示函') && who.length > 0 && !who.includes('leader'))
    faults.push(`${rung}的决定人应包括“厅领导”`)
  return {
    rung,
    deciders: who,
    addressee: readAddressee(cells.对象, rung, faults),
    answerDays,
    chaseDays: wholeNumber(
      cells['提前催复（工作日）'],
      0,
      faults.length > known ? 60 : Math.max(answerDays - 1, 0),
      `${rung}的提前催复`,
      faults,
    ),
    copies: words(cells.抄送, roomRoles, copies, `${rung}的抄送`, faults, true),
  }
}

function readGround(cells: Record<string, string>, faults: string[]): GroundRule | null {
  const ground = grounds.find(each => groundNames[each] === cells.事由?.trim())
  if (ground === undefined) return unknown(`没有“${cells.事由}”这一事由`, faults)
  return { ground, threshold: wholeNumber(cells.标准, 1, 365, `${groundNames[ground]}的标准`, faults) }
}

function readAddressee(cell: string | undefined, rung: Rung, faults: string[]): AddresseeKind {
  const written = (cell ?? '').normalize('NFKC').replace(/\s/g, '')
  const kinds = Object.entries(addresseeNames) as [AddresseeKind, string][]
  const found = kinds.find(([, name]) => name.normalize('NFKC') === written)
  if (found === undefined) faults.push(`${rung}的对象应为${kinds.map(([, name]) => `“${name}”`).join('或')}`)
  return found?.[0] ?? 'unit'
}

function words<T extends string, U extends T>(
  cell: string | undefined,
  vocabulary: Vocabulary<T>,
  allowed: U[],
  what: string,
  faults: string[],
  optional = false,
): U[] {
  const read = splitList(cell ?? '').map(word => vocabulary.read(word))
  const known = allowed.filter(value => read.includes(value))
  if (read.some(value => !allowed.includes(value as U)) || (known.length === 0 && !optional))
    faults.push(`${what}应为${allowed.map(value => `“${vocabulary.write(value)}”`).join('、')}`)
  return known
}

function wholeNumber(
  cell: string | undefined,
  least: number,
  most: number,
  what: string,
  faults: string[],
): number {
  const digits = /^\d{1,3}$/.exec((cell ?? '').normalize('NFKC').trim())?.[0]
  const value = Number(digits ?? Number.NaN)
  if (value >= least && value <= most) return value
  faults.push(`${what}应为${least}至${most}的整数`)
  return least
}

/** Every one must stand there exactly once. */
function each<Key, Rule>(
  keys: readonly Key[],
  find: (key: Key) => (Rule | null)[],
  name: (key: Key) => string,
  faults: string[],
): Rule[] {
  return keys.flatMap(key => {
    const found = find(key)
    if (found.length !== 1) faults.push(`“${name(key)}”应有且只有一行`)
    return found[0] ? [found[0]] : []
  })
}

function unknown(fault: string, faults: string[]): null {
  faults.push(fault)
  return null
}
