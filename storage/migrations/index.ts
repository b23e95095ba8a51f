import type { Kysely } from 'kysely'
import * as initial from './001-initial.ts'
import * as enforcementAndTotals from './002-enforcement-and-totals.ts'
import * as chatIdentity from './003-chat-identity.ts'
import * as commentary from './004-commentary.ts'
import * as supervision from './005-supervision.ts'

/** All migrations in order. Listed by hand, never edited after release. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the schema's types
export const migrations: { name: string; up: (db: Kysely<any>) => Promise<void> }[] = [
  { name: '001-initial', up: initial.up },
  { name: '002-enforcement-and-totals', up: enforcementAndTotals.up },
  { name: '003-chat-identity', up: chatIdentity.up },
  { name: '004-commentary', up: commentary.up },
  { name: '005-supervision', up: supervision.up },
]
