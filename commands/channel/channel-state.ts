import type { Db, Tx } from '../../storage/database.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'

const key = 'channel.state'

/** Whether the bot's account is logged in to the chat platform. */
export interface ChannelState {
  online: boolean
  /** Name of the account. */
  account: string
  /** Since when it is so, ISO 8601. */
  since: string
  /** Why it is offline, a word of the channel's. */
  reason?: string
}

/** Null where the channel has never logged in: a sandbox 沙盒, which has no account. */
export async function readChannelState(db: Db): Promise<ChannelState | null> {
  const kept = await readSetting(db, key)
  return kept === null ? null : (JSON.parse(kept) as ChannelState)
}

export const writeChannelState = (db: Tx, state: ChannelState): Promise<void> =>
  writeSetting(db, key, JSON.stringify(state))
