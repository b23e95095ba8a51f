import { type Letter, readDocumentNumber } from '../../reports/letter/letter.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { businessDate } from '../../reports/time.ts'
import { letterById, letterNumbered, lettersIn } from '../../storage/letters.ts'
import { type Context, officials, refuse } from '../command.ts'
import { hazardsOf } from '../escalation/find-chain.ts'
import { standingTo } from '../hazards/standing-to.ts'

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

/** The draft, if the sender may work on it: who drafted it, heads in charge of its hazards, and leaders. */
export async function ownDraft(written: string | undefined, context: Context): Promise<Letter> {
  const letter = await findDraft(written, context)
  const { sender, db } = context
  if (sender.role === 'leader' || sender.name === letter.drafter) return letter
  const standings = await Promise.all(
    (await hazardsOf(letter, db)).map(hazard => standingTo(hazard, context)),
  )
  return standings.every(standing => standing === 'province')
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

/** Whether somebody may read a unit's letters: officials all, others those of their own unit and of all below it. */
export const mayRead = ({ unit }: Pick<Letter, 'unit'>, { sender, directory }: Context): boolean =>
  officials.includes(sender.role) || (sender.unit !== null && directory.gazetteer.isWithin(unit, sender.unit))

/** The letter that the sender's unit is to receive or answer, by its document number; refuses with what to write. */
export async function addressedLetter(written: string, context: Context): Promise<Letter> {
  const named = readDocumentNumber(written)
  if (named === null) return refuse(`看不懂文号“${written.slice(0, 20)}”，请写文号，例如“3”或“〔2022〕3号”。`)
  const letter = await letterCalled(named, context)
  if (letter === null || !mayRead(letter, context))
    return refuse('没有发给本单位的这一件提示函。请核对文号，或发送“/提示函”查看。')
  return letter
}

/** Letters to the sender's unit, or to those below it, that have gone out and still wait for something. */
export async function waitingLetters(
  isWaiting: (letter: Letter) => boolean,
  context: Context,
): Promise<Letter[]> {
  return (await lettersIn(context.db, ['sent'])).filter(
    letter => isWaiting(letter) && mayRead(letter, context),
  )
}

/** How it is said in a command: readDocumentNumber reads it. */
export const shortNumber = ({ year, number }: Letter): string => `${year}-${number}`
