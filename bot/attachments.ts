import type { Attachment } from '../commands/command.ts'
import { looksLikeTable, readAttachedSheets } from '../reports/tables/attached-sheets.ts'
import { UnreadableWorkbook } from '../reports/tables/workbook-archive.ts'
import { type InboxRow, storedFile } from '../storage/inbox.ts'
import type { FileStore } from './file-store.ts'
import type { Log } from './log.ts'

/** A workbook is read for so long, in milliseconds; one within the limits takes a second. */
const readingTime = 10_000

/**
 * Reads the table that is attached to a message, before it is handled: a transaction must not wait for it. Null where
 * there is no file, or one that is no table. Never throws: what cannot be read is refused with the reason.
 */
export function createAttachments(files: Pick<FileStore, 'read'>, log: Log) {
  return async (message: InboxRow): Promise<Attachment | null> => {
    const file = storedFile(message)
    if (file === null || file.refused !== undefined) return null
    try {
      const bytes = await files.read(file.sha256)
      if (!looksLikeTable(file.name, bytes)) return null
      return { sheets: await readAttachedSheets(file.name, bytes, AbortSignal.timeout(readingTime)) }
    } catch (error) {
      if (error instanceof UnreadableWorkbook) return { refused: error.message }
      log.error({ err: error, messageId: message.messageId }, 'attachment could not be read')
      return { refused: '读取失败' }
    }
  }
}
