import { type Letter, readDocumentNumber } from '../../reports/letter/letter.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { businessDate } from '../../reports/time.ts'
import { endedChains, letterById, letterNumbered, lettersIn } from '../../storage/letters.ts'
import { conversationsTold } from '../../storage/outbox-subjects.ts'
import { type Context, officials, refuse } from '../command.ts'
import { conversationOf } from '../conversation.ts'
import { hazardsOf } from '../escalation/find-chain.ts'
import { formerCity, standingTo } from '../hazards/standing-to.ts'
import { letterSubject } from '../subjects.ts'

/** The draft's running number as people write it: 7, 稿7, 7号; null where it is none. */
const readDraftNumber = (written: string): number | null => {
  const id = /^(?:稿号?)?第?(\d{1,9})号?$/u.exec(written.normalize('NFKC'))?.[1]
  return id === undefined ? null : Number(id)
}

/** The draft that is meant by its running number 稿号; refuses with what to write. */
export async function findDraft(written: string | undefined, { db }: Pick<Context, 'db'>): Promise<Letter> {
  const id = readDraftNumber(written ?? '')
  if (id === null) return refuse('请写明稿号，例如“7”；发送“/提示函”可查看。')
  return (await letterById(db, id)) ?? refuse(`没有稿${id}。请核对稿号，或发送“/提示函”查看。`)
}

/**
 * The draft, if the sender may work on it: who drafted it, heads in charge of its hazards, or without hazards of the
 * drafter's division, and leaders.
 */
export async function findOwnDraft(written: string | undefined, context: Context): Promise<Letter> {
  const letter = await findDraft(written, context)
  const { sender, db, directory } = context
  if (sender.role === 'leader' || sender.name === letter.drafter) return letter
  const hazards = await hazardsOf(letter, db)
  const standings = await Promise.all(hazards.map(hazard => standingTo(hazard, context)))
  const division = directory.person(letter.drafter)?.division ?? null
  const isInCharge =
    hazards.length === 0
      ? division !== null && sender.division === division
      : standings.every(standing => standing === 'province')
  return isInCharge
    ? letter
    : refuse(`${letterName(letter)}由${letter.drafter}起草，请由起草人、分管处室处长或厅领导处理。`)
}

/** The letter with a document number 文号; without a year that of the present one. Null where there is none. */
export async function letterCalled(
  named: { year: number | null; number: number },
  { db, now }: Pick<Context, 'db' | 'now'>,
): Promise<Letter | null> {
  return letterNumbered(db, named.year ?? Number(businessDate(now).slice(0, 4)), named.number)
}

/**
 * Whether somebody may read a unit's letters: officials all, others those of their own unit and of all below it. Those of
 * a unit that the roster does not know any more, officers of its former city, and of the group to which it was sent.
 */
export async function mayRead(
  { id, unit }: Pick<Letter, 'id' | 'unit'>,
  { db, sender, directory, message }: Context,
): Promise<boolean> {
  if (officials.includes(sender.role)) return true
  if (sender.unit === null) return false
  if (directory.gazetteer.isWithin(unit, sender.unit)) return true
  if (directory.unit(unit) !== null) return false
  if (formerCity(unit, directory) === sender.unit) return true
  if (sender.role !== 'reporter' && message.room !== null) return false
  return (await conversationsTold(db, letterSubject(id))).includes(conversationOf(message))
}

/** Those of some letters that the sender may read. */
export async function readable(letters: Letter[], context: Context): Promise<Letter[]> {
  const may = await Promise.all(letters.map(letter => mayRead(letter, context)))
  return letters.filter((_, i) => may[i])
}

/** The letter that the sender's unit is to receive or answer, by its document number; refuses with what to write. */
export async function addressedLetter(written: string, context: Context): Promise<Letter> {
  const named = readDocumentNumber(written)
  if (named === null) return refuse(`看不懂文号“${written.slice(0, 20)}”，请写文号，例如“3”或“〔2022〕3号”。`)
  const letter = await letterCalled(named, context)
  if (letter !== null && (await mayRead(letter, context))) return letter
  const refusal = '没有发给本单位的这一件提示函。请核对文号，或发送“/提示函”查看。'
  if (named.year !== null) return refuse(refusal)
  // Without a year it may be one of a former year that still waits.
  const waits = ({ number, answeredAt }: Letter) => number === named.number && answeredAt === null
  return (await waitingLetters(waits, context)).at(-1) ?? refuse(refusal)
}

/** Letters to the sender's unit, or to those below it, that have gone out and still wait for something. */
export async function waitingLetters(
  isWaiting: (letter: Letter) => boolean,
  context: Context,
): Promise<Letter[]> {
  const ended = await endedChains(context.db)
  const waiting = (await lettersIn(context.db, ['sent'])).filter(
    letter => isWaiting(letter) && !(letter.chain !== null && ended.has(letter.chain)),
  )
  return readable(waiting, context)
}

/** How it is said in a command: readDocumentNumber reads it. */
export const shortNumber = ({ year, number }: Letter): string => `${year}-${number}`
