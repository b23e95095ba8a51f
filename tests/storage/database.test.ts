import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../../storage/database.ts'
import { migrations } from '../../storage/migrations/index.ts'
import { temporaryDirectory } from '../conversation.ts'

const now = new Date('2022-05-18T01:00:00Z')

test('a file that is no database is refused with what to do, and left as it is', async () => {
  const file = join(temporaryDirectory(), 'anwei.db')
  writeFileSync(file, 'not a database at all, but long enough to have a header'.repeat(100))
  await expect(openDatabase(file, now)).rejects.toThrow(/已损坏.*移走留存/)
})

test('a damaged database is refused', async () => {
  const file = join(temporaryDirectory(), 'anwei.db')
  const db = await openDatabase(file, now)
  await db.destroy()
  const sqlite = new Sqlite(file)
  sqlite.exec(
    'create table filler(x); insert into filler select hex(randomblob(2000)) from units_numbers'.split(
      ';',
    )[0]!,
  )
  for (let i = 0; i < 50; i++) sqlite.prepare('insert into filler values (hex(randomblob(2000)))').run()
  sqlite.pragma('wal_checkpoint(truncate)')
  sqlite.close()
  const { readFileSync } = await import('node:fs')
  const bytes = readFileSync(file)
  bytes.fill(0xff, 8192, bytes.length - 4096)
  writeFileSync(file, bytes)
  await expect(openDatabase(file, now)).rejects.toThrow(/已损坏/)
})

test('a database that another program holds is refused', async () => {
  const file = join(temporaryDirectory(), 'anwei.db')
  const holder = new Sqlite(file)
  holder.exec('create table held(x); begin exclusive')
  await expect(openDatabase(file, now)).rejects.toThrow(/占用/)
  holder.close()
})

test('migrations are applied once, and one that fails leaves nothing behind', async () => {
  const file = join(temporaryDirectory(), 'anwei.db')
  await (await openDatabase(file, now)).destroy()
  migrations.push({
    name: '999-broken',
    up: async db => {
      await db.schema.createTable('half').addColumn('id', 'integer').execute()
      throw new Error('broken')
    },
  })
  await expect(openDatabase(file, now)).rejects.toThrow('broken')
  migrations.pop()
  const db = await openDatabase(file, now)
  const { rows } = await sql`select name from sqlite_master where name = 'half'`.execute(db)
  expect(rows).toEqual([])
  await db.destroy()
})
