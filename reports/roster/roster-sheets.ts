import { type Industry, industries } from '../terms.ts'
import type { PersonRole, RoomRole, Unit } from './roster.ts'

/** The sheets of a roster 名册, the stems of their CSV files, their columns in order, and those that may be missing. */
export const rosterSheets = {
  units: {
    sheet: '单位',
    columns: ['单位名称', '简称', '层级', '上级', '报送'],
    optional: ['政府主要负责人职务', '政府名称'],
  },
  divisions: { sheet: '处室', columns: ['处室', '分管行业'], optional: [] },
  rooms: { sheet: '群', columns: ['群名称', '角色', '属地'], optional: [] },
  people: { sheet: '人员', columns: ['姓名', '角色', '单位', '处室'], optional: [] },
} as const
export type RosterSheet = keyof typeof rosterSheets

/** The words of a column with a fixed choice, for reading and writing. */
export interface Vocabulary<T> {
  words: string[]
  read(word: string): T | undefined
  write(value: T): string
}

export const levels = vocabulary<Unit['level']>({ province: '省', city: '市', county: '县' })

export const yesOrNo = vocabulary<'yes' | 'no'>({ yes: '是', no: '否' })

export const industryWords = vocabulary<Industry>(
  Object.fromEntries(industries.map(industry => [industry, industry])) as Record<Industry, string>,
)

export const roomRoles = vocabulary<RoomRole>({
  committee: '安委群',
  heads: '处长群',
  leaders: '领导群',
  duty: '值班群',
  reporting: '报送群',
  provincial: '省本级报送群',
})

export const personRoles = vocabulary<PersonRole>({
  reporter: '报送员',
  dutyOfficer: '值班员',
  divisionHead: '处长',
  leader: '厅领导',
  committeeMember: '安委会成员',
  administrator: '管理员',
})

/** Lists in one cell are written with 、 and read with any usual separator. */
export const joinList = (words: string[]) => words.join('、')
export const splitList = (cell: string) =>
  cell
    .split(/[、；;，,]/)
    .map(word => word.trim())
    .filter(Boolean)

function vocabulary<T extends string>(words: Record<T, string>): Vocabulary<T> {
  const values = new Map(Object.entries<string>(words).map(([value, word]) => [word, value as T]))
  return {
    words: [...values.keys()],
    read: word => values.get(word),
    write: value => words[value],
  }
}
