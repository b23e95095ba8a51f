import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncomingFile } from '../commands/message.ts'
import type { StoredFile } from '../storage/inbox.ts'

/** Larger files are refused, in bytes: nothing that an inspector sends is larger. */
const sizeLimit = 20 * 1024 * 1024

/** Files that arrived, kept by the SHA-256 of their content: a name from chat never becomes a path. */
export function createFileStore(directory: string) {
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256)

  return {
    /** Stores a file; one that cannot be kept comes back with the reason, for its sender. Throws on a full disk. */
    async keep(file: IncomingFile): Promise<StoredFile> {
      const name = displayName(file.name)
      const refused = (reason: string, size: number): StoredFile => ({
        name,
        sha256: '',
        size,
        refused: reason,
      })
      if ((file.size ?? 0) > sizeLimit) return refused('超过20 MB', file.size ?? 0)
      let bytes: Uint8Array
      try {
        bytes = await file.read()
      } catch {
        return refused('未能取得，请重新发送', file.size ?? 0)
      }
      if (bytes.length > sizeLimit) return refused('超过20 MB', bytes.length)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await write(pathOf(sha256), bytes)
      return { name, sha256, size: bytes.length }
    },

    read: (sha256: string): Promise<Uint8Array> => readFile(pathOf(sha256)),
  }
}

export type FileStore = ReturnType<typeof createFileStore>

/** Written beside and renamed, so that half a file never stands under its hash. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    return
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.part`
  await writeFile(beside, bytes, { mode: 0o600 })
  await rename(beside, path)
}

/** The last part of a name, without what could mislead a reader. */
const displayName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-120) || '未命名'
