import { renderCommentarySummary, summaryFileName } from '../../reports/commentary/summary-text.ts'
import type { Room } from '../../reports/roster/roster.ts'
import type { StoredCommentaryRound } from '../../storage/commentary-rounds.ts'
import type { Db } from '../../storage/database.ts'
import { conversationsTold } from '../../storage/outbox-subjects.ts'
import { conversation } from '../conversation.ts'
import type { Directory } from '../directory.ts'
import type { OutgoingMessage } from '../message.ts'
import { commentaryRoundSubject, commentarySubject } from '../subjects.ts'
import { cardFiles } from './commentary-files.ts'
import type { Issued } from './named-commentary.ts'
import { relayModeOf, takesCommentaries } from './relay-mode.ts'

/**
 * The summary 汇总 of a round on its way: text and workbook to the groups that want it and to the leaders, with the cards
 * that have not come singly. Groups that want no summary get in one what has not come to them, as where they wanted one
 * until lately. Nothing where nobody commented.
 */
export async function sumUpCommentaries(
  round: StoredCommentaryRound,
  commentaries: Issued[],
  db: Db,
  { roster }: Directory,
): Promise<OutgoingMessage[]> {
  if (commentaries.length === 0) return []
  const told = new Map<Issued, string[]>()
  for (const each of commentaries) told.set(each, await conversationsTold(db, commentarySubject(each.issued)))
  const untold = ({ name }: Room) =>
    commentaries.filter(each => !told.get(each)!.includes(conversation({ room: name })))
  const messages: OutgoingMessage[] = []
  let committeeCards = false
  for (const room of roster.rooms.filter(takesCommentaries)) {
    const mode = await relayModeOf(db, room)
    if (room.roles.includes('committee')) committeeCards ||= mode === 'summary'
    const cards = untold(room)
    if (mode !== 'single') messages.push(...summaryTo(room, round, commentaries), ...cardsTo(room, cards))
    else if (cards.length > 0) messages.push(textTo(room, round, cards), ...cardsTo(room, cards))
  }
  for (const room of roster.rooms)
    if (room.roles.includes('leaders') && !takesCommentaries(room))
      messages.push(
        ...summaryTo(room, round, commentaries),
        ...(committeeCards ? cardsTo(room, untold(room)) : []),
      )
  return messages
}

const textTo = ({ name }: Room, round: StoredCommentaryRound, commentaries: Issued[]): OutgoingMessage => ({
  to: { room: name },
  text: renderCommentarySummary(
    round,
    commentaries.map(({ issued }) => issued),
  ),
  subject: commentaryRoundSubject(round.id),
})

const summaryTo = (room: Room, round: StoredCommentaryRound, commentaries: Issued[]): OutgoingMessage[] => [
  textTo(room, round, commentaries),
  {
    to: { room: room.name },
    file: {
      name: `${summaryFileName(round)}.xlsx`,
      document: 'commentaryWorkbook',
      commentaryRound: round.id,
    },
    subject: commentaryRoundSubject(round.id),
  },
]

const cardsTo = ({ name }: Room, commentaries: Issued[]): OutgoingMessage[] =>
  commentaries.flatMap(({ issued }) =>
    cardFiles(issued).map(file => ({ to: { room: name }, file, subject: commentarySubject(issued) })),
  )
