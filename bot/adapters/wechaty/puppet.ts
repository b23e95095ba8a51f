import type { Wechaty } from 'wechaty'

/**
 * The puppet 傀儡: wechaty's common interface to a chat account, which every puppet implements. The channel works on
 * it, below wechaty's own messages: before wechaty passes one on, it loads every member of the group.
 */
export type Puppet = Wechaty['puppet']
