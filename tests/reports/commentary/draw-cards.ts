/** Draws the cards that the documentation shows: `node tests/reports/commentary/draw-cards.ts` writes docs/card-*.png. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderCard } from '../../../reports/commentary/card.ts'
import { cardCount } from '../../../reports/commentary/card-layout.ts'
import { longCommentary, mediumCommentary, shortCommentary } from './fixture.ts'

const docs = join(import.meta.dirname, '../../../docs')
for (const [name, issued] of [
  ['short', shortCommentary()],
  ['medium', mediumCommentary()],
  ['long', longCommentary()],
] as const) {
  const count = cardCount(issued)
  for (let page = 1; page <= count; page++) {
    const path = join(docs, `card-${name}${count > 1 ? `-${page}` : ''}.png`)
    writeFileSync(path, await renderCard(issued, page))
  }
}
