import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { draftContent } from '../../reports/letter/draft-content.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { basisOf } from '../../reports/letter/letter-basis.ts'
import { addLetter, lettersIn } from '../../storage/letters.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { usualDueOn } from './bring-up-to-date.ts'
import { previewLetter } from './preview-letter.ts'
import { type LetterRequest, readFacts } from './read-facts.ts'

/**
 * Drafts a letter 提示函 from the record, and shows it to its drafter. `chain`: number of the one as whose rung it is
 * drafted; `left`: what has been left out, and why.
 */
export async function draftLetter(
  request: LetterRequest,
  drafter: string,
  context: Context,
  { chain = null, left = [] }: { chain?: number | null; left?: string[] } = {},
): Promise<OutgoingMessage[]> {
  const { db, now } = context
  const draft: Omit<Letter, 'id'> = {
    unit: request.unit.name,
    hazards: request.hazards.map(({ report, position }) => ({ report, position })),
    ...(await written(request, drafter, chain, context)),
    version: 1,
    state: 'draft',
    drafter,
    draftedAt: now.toISOString(),
    chain,
    year: null,
    number: null,
    signer: null,
    signedAt: null,
    releaseAt: null,
    sentAt: null,
    date: null,
    acknowledgedBy: null,
    acknowledgedAt: null,
    answeredBy: null,
    answeredAt: null,
    answer: null,
    answerInbox: null,
  }
  return previewLetter({ ...draft, id: await addLetter(db, draft) }, context, { left, pages: true })
}

/** What a letter says by the record as it is now, and by when it asks for the answer. */
export async function written(
  request: LetterRequest,
  drafter: string,
  chain: number | null,
  context: Context,
): Promise<Pick<Letter, 'content' | 'basis' | 'dueOn'>> {
  const { unit, hazards } = request
  const dueOn = await usualDueOn({ id: 0, unit: unit.name, hazards, chain }, context)
  const facts = await readFacts(request, drafter, dueOn, context)
  return { content: draftContent(facts), basis: basisOf(facts), dueOn }
}

/** The letter to a unit about the same hazards that has not gone out yet; null where there is none. */
export async function pendingLetter(
  unit: string,
  hazards: LetterRequest['hazards'],
  { db }: Pick<Context, 'db'>,
): Promise<Letter | null> {
  const key = (numbers: Letter['hazards']) => numbers.map(hazardNumber).sort().join()
  const pending = await lettersIn(db, ['draft', 'submitted', 'held'])
  return pending.find(letter => letter.unit === unit && key(letter.hazards) === key(hazards)) ?? null
}
