import { createDirectory } from '../commands/directory.ts'
import { boardOf } from '../commands/hazards/ledger/ledger-board.ts'
import type { OutgoingFile } from '../commands/message.ts'
import { commentariesOfRound, issuedCommentary } from '../storage/commentaries.ts'
import { answersTo } from '../storage/commentary-answers.ts'
import { commentaryRoundById } from '../storage/commentary-rounds.ts'
import type { Db } from '../storage/database.ts'
import { editionById } from '../storage/editions.ts'
import { letterById } from '../storage/letters.ts'
import { policyNumbered } from '../storage/policies.ts'
import { readRoster } from '../storage/roster.ts'
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
    // The same version of a letter gets its number and date when it goes out.
    if (file.document === 'letter' || file.document === 'letterPicture') return letterOf(db, file)
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

function render(db: Db, file: Exclude<Rendered, Document<'letter' | 'letterPicture'>>): Promise<Uint8Array> {
  switch (file.document) {
    case 'card':
      return cardOf(db, file)
    case 'commentaryWorkbook':
      return commentaryWorkbookOf(db, file)
    case 'policy':
      return policyOf(db, file)
    case 'boardWorkbook':
    case 'boardPicture':
      return boardDocumentOf(db, file)
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

async function policyOf(db: Db, { policy }: Document<'policy'>): Promise<Uint8Array> {
  const { policy: decided, setAt } = await policyNumbered(db, policy)
  const { renderPolicyWorkbook } = await import('../reports/escalation/policy-workbook.ts')
  return renderPolicyWorkbook(decided, setAt)
}

/** The board is made again from the events, as it stood when it was asked for. */
async function boardDocumentOf(
  db: Db,
  { document, question }: Document<'boardWorkbook' | 'boardPicture'>,
): Promise<Uint8Array> {
  const board = await boardOf(db, createDirectory(await readRoster(db)), question)
  if (document === 'boardPicture') {
    const { renderBoardPicture } = await import('../reports/hazards/board-picture.ts')
    return renderBoardPicture(board)
  }
  const { renderBoardWorkbook } = await import('../reports/hazards/board-workbook.ts')
  return renderBoardWorkbook(board)
}

async function letterOf(db: Db, file: Document<'letter' | 'letterPicture'>): Promise<Uint8Array> {
  const letter = await letterById(db, file.letter)
  // An earlier version is not kept: what has been changed since must not go out under its name.
  if (letter?.version !== file.version) throw new Error(`no letter ${file.letter} of version ${file.version}`)
  if (file.document === 'letter') {
    const { renderLetter } = await import('../reports/letter/docx.ts')
    return renderLetter(letter)
  }
  const { renderLetterPicture } = await import('../reports/letter/picture.ts')
  return renderLetterPicture(letter, file.page)
}
