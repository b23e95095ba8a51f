import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, SqliteQueryCompiler, type SqliteStatement, type Transaction } from 'kysely'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'

/** A connection or a transaction: queries take either. */
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>

/** The database cannot be used; the message says in Chinese what the operator should do. */
export class DatabaseUnusable extends Error {}

/**
 * Opens the database, creating or migrating it. Throws `DatabaseUnusable` where it is locked, corrupt or not a
 * database. `file` may be `:memory:`.
 */
export async function openDatabase(file: string, now: Date): Promise<Db> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file, { timeout: 3000 })
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    const verdict = sqlite.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw Object.assign(new Error(String(verdict)), { code: 'SQLITE_CORRUPT' })
    const db = new Kysely<Schema>({ dialect: new Dialect({ database: cachingStatements(sqlite) }) })
    await migrate(db, now)
    return db
  } catch (error) {
    sqlite?.close()
    throw unusable(error, file)
  }
}

/**
 * This build of SQLite plans a statement anew at every run when it compares a column with a bare parameter, to look
 * the value up in its statistics (STAT4): that takes several times as long as the query. A plus before the parameter
 * says that the value does not matter; indexes are used all the same.
 */
class PlannedOnce extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}

class Dialect extends SqliteDialect {
  override createQueryCompiler(): SqliteQueryCompiler {
    return new PlannedOnce()
  }
}

/**
 * Runs work in one transaction. On a full disk SQLite has rolled back by itself, and kysely's own rollback then fails
 * with another error: what really went wrong is what the caller gets.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  let cause: unknown
  try {
    return await db.transaction().execute(async tx => {
      try {
        return await work(tx)
      } catch (error) {
        cause = error
        throw error
      }
    })
  } catch (error) {
    throw cause ?? error
  }
}

/** kysely prepares anew for every query; the text of a query is enough to find its statement again. */
function cachingStatements(sqlite: Sqlite.Database) {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => sqlite.close(),
    prepare(sql: string): SqliteStatement {
      let statement = statements.get(sql)
      if (statement === undefined) {
        // Lists of values make texts without end; begin again rather than grow.
        if (statements.size >= 500) statements.clear()
        statement = sqlite.prepare(sql) as unknown as SqliteStatement
        statements.set(sql, statement)
      }
      return statement
    },
  }
}

function unusable(error: unknown, file: string): Error {
  const code = codeOf(error)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new DatabaseUnusable(`数据库 ${file} 正被其他程序占用。请关闭占用它的程序后重新启动。`, {
      cause: error,
    })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new DatabaseUnusable(
      `数据库 ${file} 已损坏，未作任何改动。请将该文件移走留存，从备份恢复后重新启动；没有备份时移走后启动将新建空库。`,
      { cause: error },
    )
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'EACCES')
    return new DatabaseUnusable(`无法读写数据库 ${file}。请检查该目录是否存在、当前用户有无写权限。`, {
      cause: error,
    })
  if (isStorageFull(error))
    return new DatabaseUnusable(`磁盘已满，数据库 ${file} 无法打开。请清理磁盘后重新启动。`, { cause: error })
  return error instanceof Error ? error : new Error(String(error))
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** Whether another process holds the database, such as an import of the roster: it will let go. */
export const isStorageBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')

/** Whether nothing can be written because the disk is full or fails. */
export const isStorageFull = (error: unknown): boolean =>
  codeOf(error) === 'SQLITE_FULL' || codeOf(error).startsWith('SQLITE_IOERR') || codeOf(error) === 'ENOSPC'
