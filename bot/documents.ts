import type { OutgoingFile } from '../commands/message.ts'
import type { Db } from '../storage/database.ts'
import { editionById } from '../storage/editions.ts'
import type { FileStore } from './file-store.ts'

/** Documents kept in memory: the same picture goes to several groups within seconds. */
const remembered = 4

/** Renders or reads what is to be sent as a file. The renderers are loaded when the first document is due. */
export function createDocuments(db: Db, files: FileStore) {
  const cache = new Map<string, Promise<Uint8Array>>()

  async function render(document: 'workbook' | 'picture', id: number): Promise<Uint8Array> {
    const edition = await editionById(db, id)
    if (edition === null) throw new Error(`no edition ${id}`)
    if (document === 'picture') {
      const { renderPicture } = await import('../reports/daily/picture.ts')
      return renderPicture(edition.report)
    }
    const { renderWorkbook } = await import('../reports/daily/workbook.ts')
    return renderWorkbook(edition.report)
  }

  return (file: OutgoingFile): Promise<Uint8Array> => {
    if ('sha256' in file) return files.read(file.sha256)
    const key = `${file.document} ${file.edition}`
    let bytes = cache.get(key)
    if (bytes === undefined) {
      bytes = render(file.document, file.edition)
      cache.set(key, bytes)
      bytes.catch(() => cache.delete(key))
      if (cache.size > remembered) cache.delete(cache.keys().next().value!)
    }
    return bytes
  }
}
