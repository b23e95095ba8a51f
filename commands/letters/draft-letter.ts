import type { Chain } from '../../reports/escalation/chain.ts'
import { workingDaysAfter } from '../../reports/escalation/chain-wake.ts'
import { ruleOf } from '../../reports/escalation/policy.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { draftContent } from '../../reports/letter/draft-content.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { businessDate } from '../../reports/time.ts'
import { currentPolicy } from '../../storage/chains.ts'
import { addLetter, lettersIn } from '../../storage/letters.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { previewLetter } from './preview-letter.ts'
import { type LetterRequest, readFacts } from './read-facts.ts'

/**
 * Drafts a letter 提示函 from the record, and shows it to its drafter. `chain`: the one that it continues; it is drafted
 * as its rung where that was decided on, `isRung`.
 */
export async function draftLetter(
  request: LetterRequest,
  drafter: string,
  context: Context,
  chain: Chain | null,
  isRung = false,
): Promise<OutgoingMessage[]> {
  const { db, now, calendar } = context
  const policy = chain?.policy ?? (await currentPolicy(db))
  const dueOn = workingDaysAfter(businessDate(now), ruleOf('提示函', policy).answerDays, calendar)
  const draft: Omit<Letter, 'id'> = {
    unit: request.unit.name,
    hazards: request.hazards.map(({ report, position }) => ({ report, position })),
    content: draftContent(await readFacts(request, chain, dueOn, context)),
    version: 1,
    state: 'draft',
    drafter,
    draftedAt: now.toISOString(),
    dueOn,
    chain: isRung && chain !== null ? chain.id : null,
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
  return previewLetter({ ...draft, id: await addLetter(db, draft) }, context)
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
