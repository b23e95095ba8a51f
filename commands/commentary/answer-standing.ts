import { answersTo, type CommentaryAnswer } from '../../storage/commentary-answers.ts'
import type { Db } from '../../storage/database.ts'
import { conversationsToldOfAny } from '../../storage/outbox-subjects.ts'
import type { Context } from '../command.ts'
import { conversation, takesReports } from '../conversation.ts'
import { anyVersionOf } from '../subjects.ts'
import type { Issued } from './named-commentary.ts'

/** Which of the units that a commentary asks have answered 回应. */
interface AnswerStanding {
  answers: CommentaryAnswer[]
  asked: string[]
  answered: string[]
  missing: string[]
}

export async function readAnswerStanding(
  db: Db,
  { id, asked }: Pick<Issued, 'id' | 'asked'>,
): Promise<AnswerStanding> {
  return standingOf(asked, await answersTo(db, id))
}

/** How it stands with these answers. */
export function standingOf(asked: string[], answers: CommentaryAnswer[]): AnswerStanding {
  const answered = (unit: string) => answers.some(answer => answer.unit === unit)
  return {
    answers,
    asked,
    answered: asked.filter(answered),
    missing: asked.filter(unit => !answered(unit)),
  }
}

/** 应回应3家，已回应1家：…；未回应2家：…; nothing where nobody is asked. */
export function tally({ asked, answered, missing }: AnswerStanding): string {
  if (asked.length === 0) return ''
  if (missing.length === 0) return `应回应${asked.length}家，均已回应。`
  const done = answered.length === 0 ? '均未回应' : `已回应${answered.length}家：${answered.join('、')}`
  return answered.length === 0
    ? `应回应${asked.length}家，${done}：${missing.join('、')}。`
    : `应回应${asked.length}家，${done}；未回应${missing.length}家：${missing.join('、')}。`
}

/** Units that a commentary concerns: those that it names or asks, and those whose hazards it cites. */
const concernedUnits = ({ issued, asked }: Issued): string[] => [
  ...new Set([...issued.references.units, ...asked, ...issued.hazards.map(({ unit }) => unit)]),
]

/**
 * Those for which somebody may answer: of an officer's own unit, and of all below it where that is a city. A unit that
 * the roster does not know any more has been renamed: an officer of the group that was told answers for it.
 */
export async function unitsToAnswerFor(commentary: Issued, context: Context): Promise<string[]> {
  const { db, sender, room, directory } = context
  const { unit, gazetteer, cityOf } = directory
  const own = sender.role === 'reporter' && sender.unit !== null ? unit(sender.unit) : null
  if (own === null) return []
  const concerned = concernedUnits(commentary)
  const units = concerned.filter(
    name => name === own.name || (own.level === 'city' && gazetteer.isWithin(name, own.name)),
  )
  if (units.length > 0 || room === null || !takesReports(room)) return units
  const city = cityOf(own.name) ?? own.name
  const renamed = concerned.filter(name => unit(name) === null && name.startsWith(city))
  if (renamed.length === 0) return []
  const told = await conversationsToldOfAny(db, anyVersionOf(commentary.id))
  return told.includes(conversation({ room: room.name })) ? renamed : []
}
