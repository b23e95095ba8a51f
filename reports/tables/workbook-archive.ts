import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { withoutPrefix } from './workbook-markup.ts'

/** A workbook that is refused; the message is Chinese and fit to be shown to its sender. */
export class UnreadableWorkbook extends Error {
  override name = 'UnreadableWorkbook'
}

/** What a workbook may ask for at most. */
export interface WorkbookLimits {
  /** Size of the file in bytes. */
  bytes: number
  /** Size of all its parts together once inflated, in bytes, and their number. */
  inflated: number
  parts: number
  /** Rows that are not blank, all sheets together. */
  rows: number
  columns: number
  /** Length of all cells together: many cells may share one long text. */
  characters: number
  /** Ends the reading, for instance at a deadline. */
  signal?: AbortSignal
}

export const workbookLimits: WorkbookLimits = {
  bytes: 20 * 2 ** 20,
  inflated: 64 * 2 ** 20,
  parts: 2_000,
  rows: 20_000,
  columns: 200,
  characters: 20_000_000,
}

export const invalid = (cause?: unknown) => new UnreadableWorkbook('不是有效的 .xlsx 文件', { cause })
const tooLargeInflated = '文件内容展开后过大'

/** Throws `UnreadableWorkbook` for a size in bytes, known before the file is loaded. */
export function checkWorkbookSize(size: number, { bytes } = workbookLimits): void {
  if (size > bytes) throw new UnreadableWorkbook(`文件超过 ${bytes / 2 ** 20} MB`)
}

/** The parts of a workbook, which have been inflated once already, so that reading them is safe. */
export interface WorkbookArchive {
  has(path: string): boolean
  /** The text of a part, piece by piece; empty when there is no such part. */
  read(path: string): AsyncGenerator<string>
}

/**
 * Opens a workbook as a zip and inflates all of it once, counting what really comes out: the sizes that a zip
 * declares cannot be believed. Throws `UnreadableWorkbook`.
 */
export async function openWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookArchive> {
  checkWorkbookSize(bytes.length, limits)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseOldFormat(buffer)
  const { fromBufferPromise } = await import('yauzl')
  const zip = await fromBufferPromise(buffer).catch(cause => Promise.reject(invalid(cause)))
  if (zip.entryCount > limits.parts) throw new UnreadableWorkbook(tooLargeInflated)
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new UnreadableWorkbook('文件已加密，请取消密码后重发')
    entries.set(entry.fileName, entry)
    let checksum = 0
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      inflated += (chunk as Buffer).length
      if (inflated > limits.inflated) throw new UnreadableWorkbook(tooLargeInflated)
      checksum = crc32(chunk as Buffer, checksum)
      checkTime(limits)
    }
    // yauzl leaves this out, and damaged text would be read as if it had been written so.
    if (checksum !== entry.crc32) throw invalid()
  }
  return {
    has: path => entries.has(path),
    read: path => withoutPrefix(readPart(zip, entries.get(path), limits)),
  }
}

export function checkTime({ signal }: WorkbookLimits): void {
  if (signal?.aborted) throw new UnreadableWorkbook('文件读取超时')
}

async function* readPart(zip: ZipFile, entry: Entry | undefined, limits: WorkbookLimits) {
  if (!entry) return
  const decoder = new TextDecoder()
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    checkTime(limits)
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}

/** Old .xls files and encrypted workbooks are both OLE containers, not zips. */
function refuseOldFormat(buffer: Buffer): void {
  if (!buffer.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return
  if (buffer.includes('EncryptedPackage', 0, 'utf16le')) {
    throw new UnreadableWorkbook('文件已加密，请取消密码后重发')
  }
  throw new UnreadableWorkbook('不是有效的 .xlsx 文件：旧版 .xls 请另存为 .xlsx 后重发')
}
