import type { OutgoingFile } from '../commands/message.ts'
import { commentariesOfRound, issuedCommentary } from '../storage/commentaries.ts'
import { answersTo } from '../storage/commentary-answers.ts'
import { commentaryRoundById } from '../storage/commentary-rounds.ts'
import type { Db } from '../storage/database.ts'
import { editionById } from '../storage/editions.ts'
import type { FileStore } from './file-store.ts'

/** Documents kept in memory: the same picture goes to several groups within seconds. */
const remembered = 8

type Document<Kind> = Extract<OutgoingFile, { document: Kind }>
type Rendered = Extract<OutgoingFile, { document: string }>

/** Renders or reads what is to be sent as a file. The renderers are loaded when the first document is due. */
export function createDocuments(db: Db, files: FileStore) {
  const cache = new Map<string, Promise<Uint8Array>>()

  return (file: OutgoingFile): Promise<Uint8Array> => {
    if ('sha256' in file) return files.read(file.sha256)
    const key = JSON.stringify({ ...file, name: '' })
    let bytes = cache.get(key)
    if (bytes === undefined) {
      bytes = render(db, file)
      cache.set(key, bytes)
      bytes.catch(() => cache.delete(key))
      if (cache.size > remembered) cache.delete(cache.keys().next().value!)
    }
    return bytes
  }
}

function render(db: Db, file: Rendered): Promise<Uint8Array> {
  switch (file.document) {
    case 'card':
      return cardOf(db, file)
    case 'commentaryWorkbook':
      return commentaryWorkbookOf(db, file)
    default:
      return dailyReportOf(db, file)
  }
}

async function dailyReportOf(
  db: Db,
  { document, edition: id }: Document<'workbook' | 'picture'>,
): Promise<Uint8Array> {
  const edition = await editionById(db, id)
  if (edition === null) throw new Error(`no edition ${id}`)
  if (document === 'picture') {
    const { renderPicture } = await import('../reports/daily/picture.ts')
    return renderPicture(edition.report)
  }
  const { renderWorkbook } = await import('../reports/daily/workbook.ts')
  return renderWorkbook(edition.report)
}

async function cardOf(db: Db, { commentary, version, page }: Document<'card'>): Promise<Uint8Array> {
  const issued = await issuedCommentary(db, commentary, version)
  if (issued === null) throw new Error(`no commentary ${commentary} of version ${version}`)
  const { renderCard } = await import('../reports/commentary/card.ts')
  return renderCard(issued, page)
}

async function commentaryWorkbookOf(
  db: Db,
  { commentaryRound: id }: Document<'commentaryWorkbook'>,
): Promise<Uint8Array> {
  const round = await commentaryRoundById(db, id)
  if (round === null) throw new Error(`no commentary round ${id}`)
  const commentaries = []
  for (const { id: commentary, issued, asked } of await commentariesOfRound(db, id))
    commentaries.push({ issued, asked, answers: await answersTo(db, commentary) })
  const { renderCommentaryWorkbook } = await import('../reports/commentary/workbook.ts')
  return renderCommentaryWorkbook(round, commentaries)
}
