import type { Industry } from '../terms.ts'

/** Reporting unit 报送单位 or jurisdiction 属地: a province, a city or prefecture, a county-level division. */
export interface Unit {
  /** Full division name without the bureau, unique: 吉林省, 四平市, 四平市铁东区, 延边州延吉市. */
  name: string
  /** The name within its parent: 铁东区, 四平市, 吉林省. */
  shortName: string
  level: 'province' | 'city' | 'county'
  /** Full name of the unit above; null for the province. */
  parent: string | null
  /** Whether a report is expected from it in every round. */
  reports: boolean
  /** Title of the head of its government 政府主要负责人职务: 区长, 管委会主任; absent where it follows from the name. */
  headTitle?: string
  /** Legal name of its government 政府名称: 延边朝鲜族自治州人民政府; absent where it follows from the name. */
  governmentName?: string
}

/** Division 处室 of the department and the industries it supervises. */
export interface Division {
  name: string
  industries: Industry[]
}

/**
 * What a room 群 is for: the committee group 省安委办工作群, the division heads' group 处长工作群, the leaders'
 * group 厅领导群, the duty group 值班群, a reporting group 报送群 (with a jurisdiction), or the group in which the
 * province's own inspections 省本级 are reported.
 */
export type RoomRole = 'committee' | 'heads' | 'leaders' | 'duty' | 'reporting' | 'provincial'

export interface Room {
  /** The topic, unique. */
  name: string
  roles: RoomRole[]
  /** Jurisdiction 属地 of a reporting group: itself and all below it. */
  jurisdiction: string | null
}

export type PersonRole =
  | 'reporter'
  | 'dutyOfficer'
  | 'divisionHead'
  | 'leader'
  | 'committeeMember'
  | 'administrator'

export interface Person {
  /** The name in the groups, unique; in the sample roster the office. */
  name: string
  role: PersonRole
  /** A reporter's unit. */
  unit: string | null
  /** A division head's division. */
  division: string | null
}

/** Roster 名册: who and what the bot knows. */
export interface Roster {
  units: Unit[]
  divisions: Division[]
  rooms: Room[]
  people: Person[]
}
