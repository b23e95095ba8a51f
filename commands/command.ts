import type { Calendar } from '../reports/calendar.ts'
import type { PersonRole, Room } from '../reports/roster/roster.ts'
import { personRoles } from '../reports/roster/roster-sheets.ts'
import type { Sheet } from '../reports/tables/table.ts'
import type { Tx } from '../storage/database.ts'
import type { InboxRow } from '../storage/inbox.ts'
import type { Directory } from './directory.ts'
import type { OutgoingMessage } from './message.ts'

/** Who speaks: a person of the roster, somebody who is not in it, or the bot's own clock. */
export type Role = PersonRole | 'stranger' | 'system'

export interface Sender {
  name: string
  role: Role
  unit: string | null
  division: string | null
}

/** An attached table 附件: its sheets, or why it could not be read, in Chinese for its sender. */
export type Attachment = { sheets: Sheet[] } | { refused: string }

/** What a command may know and use. */
export interface Context {
  /** The transaction; nothing else may touch the database meanwhile. */
  db: Tx
  now: Date
  sender: Sender
  /** The room where it was said, as the roster knows it; null in a direct message. */
  room: Room | null
  message: InboxRow
  /** The table attached to it, read before it is handled; null where there is none that reports could stand in. */
  attachment: Attachment | null
  /** What was said, without the mention of the bot in front of it. */
  text: string
  directory: Directory
  calendar: Calendar
  /** Free space where the data is kept, in bytes; absent where it cannot be told. */
  freeDisk?: (() => Promise<number>) | undefined
  /** An answer to where it was asked, or to the person alone where the room must stay quiet. */
  reply(text: string, extras?: Partial<OutgoingMessage>): OutgoingMessage
}

export interface Command {
  /** Chinese name, without the slash. */
  name: string
  /** Other names: the initials of its pinyin first. */
  aliases: string[]
  /** How it is written, for the help. */
  usage: string
  /** What it does, one phrase for the help. */
  summary: string
  /** Who may use it. Checked in one place before it runs. */
  roles: Role[] | 'anyone'
  /** All that follows is its text: it needs no space behind the name. */
  takesText?: boolean
  /** Names follow, of places or hazards: the space before them may be left out. */
  takesNames?: boolean
  run(args: string[], context: Context): Promise<OutgoingMessage[]>
}

/** A command as declared: help, permissions and dispatch are all derived from this. */
export const defineCommand = (command: Command): Command => command

/** A refusal that the user is told; its message is Chinese and says what to do instead. */
export class UserError extends Error {}

export function refuse(message: string): never {
  throw new UserError(message)
}

/** Roles that verified people of the department have; they see the whole province. */
export const officials: Role[] = ['dutyOfficer', 'divisionHead', 'leader', 'administrator']
/** Roles that run the day. */
export const operators: Role[] = ['dutyOfficer', 'administrator']

/** What a role is called: as in the roster, where it stands there. */
export function roleName(role: Role): string {
  if (role === 'stranger') return '未登记人员'
  return role === 'system' ? '系统' : personRoles.write(role)
}

/** Name of the confirming word that a tap sends after a command. */
export const confirmed = '确认'
export const cancelled = '取消'
