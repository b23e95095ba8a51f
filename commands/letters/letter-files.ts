import { letterPageCount } from '../../reports/letter/layout.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { letterFileName } from '../../reports/letter/letter-text.ts'
import type { OutgoingFile } from '../message.ts'

/** The letter as a document, .docx. */
export const letterFile = (letter: Letter): OutgoingFile => ({
  name: letterFileName(letter),
  document: 'letter',
  letter: letter.id,
  version: letter.version,
})

/** Its pages as pictures, in order. */
export function letterPictures(letter: Letter): OutgoingFile[] {
  const { id, version, content } = letter
  const pages = letterPageCount(letter)
  return Array.from({ length: pages }, (_, i) => ({
    name: `${content.title}${pages === 1 ? '' : `（${i + 1}/${pages}）`}.png`,
    document: 'letterPicture' as const,
    letter: id,
    version,
    page: i + 1,
  }))
}
