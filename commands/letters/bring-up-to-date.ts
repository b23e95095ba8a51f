import { workingDaysAfter } from '../../reports/calendar.ts'
import { ruleOf } from '../../reports/escalation/policy.ts'
import { draftContent } from '../../reports/letter/draft-content.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { changesSince } from '../../reports/letter/letter-basis.ts'
import { withDueOn, withFacts } from '../../reports/letter/letter-parts.ts'
import type { Unit } from '../../reports/roster/roster.ts'
import { businessDate } from '../../reports/time.ts'
import { currentPolicy } from '../../storage/policies.ts'
import type { Context } from '../command.ts'
import { hazardsOf } from '../escalation/find-chain.ts'
import { type Placed, placeLetter } from './letter-chain.ts'
import { readFacts } from './read-facts.ts'

/** Working days that the policy 督办规则 gives for the answer to a letter. */
export async function answerDaysOf(letter: Placed, { db }: Pick<Context, 'db'>): Promise<number> {
  const placed = await placeLetter(letter, { db })
  const chain = 'obstacle' in placed ? null : placed.chain
  return ruleOf('提示函', chain?.policy ?? (await currentPolicy(db))).answerDays
}

/** When the answer to a letter that goes out today is due, by the policy. */
export const usualDueOn = async (letter: Placed, context: Context): Promise<string> =>
  workingDaysAfter(businessDate(context.now), await answerDaysOf(letter, context), context.calendar)

/**
 * The letter as it reads if it goes out today: with today's figures, and the days for the answer counted from today. What
 * a person has written stays, and the figures with it. Or what it tells and is so no more.
 */
export async function broughtUpToDate(
  letter: Letter,
  context: Context,
): Promise<{ letter: Letter } | { changes: string[] }> {
  const { basis } = letter
  const dueOn = basis.written.includes('期限') ? letter.dueOn! : await usualDueOn(letter, context)
  const facts = await readFacts(
    {
      unit: context.directory.unit(letter.unit) ?? formerUnit(letter.unit),
      hazards: await hazardsOf(letter, context.db),
      grounds: basis.grounds,
      note: basis.note,
    },
    letter.drafter,
    dueOn,
    context,
  )
  const changes = changesSince(basis, facts)
  if (changes.length > 0) return { changes }
  const content = basis.written.includes('正文')
    ? letter.content
    : withFacts(letter.content, draftContent(facts))
  return { letter: { ...letter, dueOn, content: withDueOn(content, dueOn) } }
}

/** A unit that the roster does not know any more. */
const formerUnit = (name: string): Unit => ({
  name,
  shortName: name,
  level: 'county',
  parent: null,
  reports: false,
})

/** 稿7所列情况已有变化：1-2已延期至5月20日、4-1已报整改；请重新起草 */
export const changedText = (id: number, changes: string[]): string =>
  `稿${id}所列情况已有变化：${changes.join('、')}；请重新起草：/提示函 重拟 ${id}`

export const redraftChoice = (id: number) => ({ label: '重拟', command: `/提示函 重拟 ${id}` })
