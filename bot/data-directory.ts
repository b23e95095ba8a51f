import { mkdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { UnusableSettings } from './unusable-settings.ts'

/** Path of the database in a data folder. */
export const databaseFile = (dataDirectory: string): string => join(dataDirectory, 'anwei.db')

/** Path of the lock in a data folder; it stands in every folder that a bot has worked in. */
export const lockFile = (dataDirectory: string): string => join(dataDirectory, 'bot.lock')

/** Free space where a data folder is, in bytes. */
export async function freeDisk(dataDirectory: string): Promise<number> {
  const { bavail, bsize } = await statfs(dataDirectory)
  return bavail * bsize
}

/**
 * Claims a data folder for this process: two bots on one database would send everything twice. An open transaction on
 * a database of its own serves as the lock, as the system lets go of it however the process ends. Returns how to
 * release it.
 */
export function claimDataDirectory(dataDirectory: string): () => void {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
    const lock = new Sqlite(lockFile(dataDirectory), { timeout: 0 })
    lock.exec('begin exclusive')
    return () => lock.close()
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    throw new UnusableSettings(
      code.startsWith('SQLITE_BUSY')
        ? `数据目录 ${dataDirectory} 正由另一个 anwei-bot 使用。请先停止它，或用 ANWEI_DATA 指定其他目录。`
        : `无法使用数据目录 ${dataDirectory}。请检查该目录是否存在、可写，磁盘是否已满。`,
      { cause: error },
    )
  }
}
