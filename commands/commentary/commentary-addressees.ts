import type { Room, RoomRole } from '../../reports/roster/roster.ts'
import type { StoredCommentary } from '../../storage/commentaries.ts'
import { conversationsTold, conversationsToldOfAny } from '../../storage/outbox-subjects.ts'
import type { Context } from '../command.ts'
import { addressee } from '../conversation.ts'
import type { Directory } from '../directory.ts'
import { anyVersionOf, commentaryRoundSubject } from '../subjects.ts'
import { relayModeOf, takesCommentaries } from './relay-mode.ts'

/** A group that a commentary goes to. */
export interface Addressee {
  room: string
  /** Units of the group that it names. */
  units: string[]
  /** Names of their officers, who are mentioned. */
  mentions: string[]
  /** It comes with the summary of the round 汇总, and not by itself. */
  later: boolean
}

/**
 * The groups that a commentary goes to, each once: the heads' and the committee's, then the reporting groups of the
 * units that it names. A correction 更正 goes wherever what it corrects went.
 */
export async function addressees(
  commentary: Pick<StoredCommentary, 'id' | 'issued' | 'references' | 'commentaryRoundId'>,
  { db, directory }: Context,
): Promise<Addressee[]> {
  const { id, issued, references, commentaryRoundId } = commentary
  const went = issued === null ? [] : await roomsTold(id, commentaryRoundId, db)
  const found = new Map<string, Omit<Addressee, 'mentions'>>()
  for (const room of directory.roster.rooms.filter(takesCommentaries)) {
    const alone = (await relayModeOf(db, room)) !== 'summary' || went.includes(room.name)
    found.set(room.name, { room: room.name, units: [], later: !alone })
  }
  for (const unit of references.units) {
    const room = directory.reportingRoomOf(unit)
    if (room === null) continue
    const to = found.get(room) ?? { room, units: [], later: false }
    found.set(room, { room, units: [...to.units, unit], later: false })
  }
  for (const room of went)
    if (directory.room(room) !== null && !found.has(room)) found.set(room, { room, units: [], later: false })
  return [...found.values()]
    .sort((a, b) => rank(a, directory.room) - rank(b, directory.room))
    .map(each => ({ ...each, mentions: calledOut(each.room, each.units, directory) }))
}

/** Officers of units who are mentioned in a group: the committee's has 450 members, nobody is called out there. */
export const calledOut = (room: string, units: string[], directory: Directory): string[] =>
  directory.room(room)?.roles.includes('committee') ? [] : units.flatMap(directory.officersOf)

const order: RoomRole[] = ['heads', 'committee', 'leaders']

const rank = ({ room }: Pick<Addressee, 'room'>, find: (name: string) => Room | null): number => {
  const index = order.findIndex(role => find(room)?.roles.includes(role))
  return index < 0 ? order.length : index
}

/** The groups to which a commentary was sent, in any version, by itself or in the summary of its round. */
async function roomsTold(id: number, round: number | null, db: Context['db']): Promise<string[]> {
  const told = [
    ...(await conversationsToldOfAny(db, anyVersionOf(id))),
    ...(round === null ? [] : await conversationsTold(db, commentaryRoundSubject(round))),
  ]
  return told.map(addressee).flatMap(to => ('room' in to ? [to.room] : []))
}
