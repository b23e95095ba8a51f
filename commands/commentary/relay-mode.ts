import type { Room } from '../../reports/roster/roster.ts'
import type { Db } from '../../storage/database.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'

/** How a group gets commentaries 转发方式: each by itself 单条, a summary at the round's end 汇总, or 两者. */
export const relayModes = { single: '单条', summary: '汇总', both: '两者' } as const
export type RelayMode = keyof typeof relayModes

const keyOf = (room: Room): string => `relayMode.${room.name}`

/** How a group gets commentaries; by default each by itself, and the committee's group the summary as well. */
export async function relayModeOf(db: Db, room: Room): Promise<RelayMode> {
  const kept = await readSetting(db, keyOf(room))
  if (kept !== null && kept in relayModes) return kept as RelayMode
  return room.roles.includes('committee') ? 'both' : 'single'
}

export const setRelayMode = (db: Db, room: Room, mode: RelayMode): Promise<void> =>
  writeSetting(db, keyOf(room), mode)

/** Whether commentaries are relayed to a group at all, so that it has a mode. */
export const takesCommentaries = ({ roles }: Room): boolean =>
  roles.includes('heads') || roles.includes('committee')
