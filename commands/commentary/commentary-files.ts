import { cardCount } from '../../reports/commentary/card-layout.ts'
import type { IssuedCommentary } from '../../reports/commentary/commentary.ts'
import { commentaryTitle } from '../../reports/commentary/commentary-text.ts'
import type { OutgoingFile } from '../message.ts'

/** The cards 卡片 of a commentary, in the order of their pages: 危化二处日点评第3期（1/2）.png. */
export function cardFiles(issued: IssuedCommentary): OutgoingFile[] {
  const { id, version } = issued
  const title = commentaryTitle(issued)
  const pages = cardCount(issued)
  return Array.from({ length: pages }, (_, i) => ({
    name: pages === 1 ? `${title}.png` : `${title}（${i + 1}/${pages}）.png`,
    document: 'card',
    commentary: id,
    version,
    page: i + 1,
  }))
}
