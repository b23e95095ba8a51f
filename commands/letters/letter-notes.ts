import { workingDaysAfter } from '../../reports/calendar.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { answerTime } from '../../reports/escalation/ladder.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { businessDate, dayText } from '../../reports/time.ts'
import type { Context } from '../command.ts'
import { addresseeOf } from '../escalation/addressee.ts'
import { answerDaysOf } from './bring-up-to-date.ts'
import { lettersBefore, numbersText } from './leave-out.ts'
import { chainsAbout, placeLetter } from './letter-chain.ts'

/** To whom a letter goes, about which hazards, by when it asks for the answer, and what is to be minded. */
export async function letterNotes(letter: Letter, context: Context): Promise<string[]> {
  const { unit, hazards, dueOn } = letter
  const { room, officers, government } = addresseeOf(unit, 'government', context.directory)
  const to = [...(room === null ? [] : [room]), ...government]
  return [
    to.length === 0
      ? `注意：${unit}没有登记报送群，无法送达，请联系值班员登记。`
      : `发至：${to.join('、')}${officers.length === 0 ? '' : `（提醒${officers.join('、')}）`}`,
    ...(to.length > 0 && government.length === 0
      ? [`名册中没有${unit}政府主要负责人，仅发报送群，请另行送达。`]
      : []),
    ...(hazards.length === 0 ? [] : [`隐患：${hazards.map(hazardNumber).join('、')}`]),
    ...(dueOn === null ? [] : [await dueNote(letter, context)]),
    ...(await chainNotes(letter, context)),
  ]
}

/** 回函期限：5月25日17:00; of one that a person has set what remains, where it is less than usual. */
async function dueNote(letter: Letter, context: Context): Promise<string> {
  const { now, calendar } = context
  const [dueOn, today] = [letter.dueOn!, businessDate(now)]
  const said = `回函期限：${dayText(dueOn, today)}${answerTime}`
  if (!letter.basis.written.includes('期限')) return said
  const usual = await answerDaysOf(letter, context)
  let left = 0
  while (left < usual && workingDaysAfter(today, left + 1, calendar) <= dueOn) left++
  return left === usual ? said : `${said}，距回函期限仅${left}个工作日`
}

/** What keeps the letter from its chain, and hazards that stay in chains of others. */
async function chainNotes(letter: Letter, context: Context): Promise<string[]> {
  const placed = await placeLetter(letter, context)
  if ('obstacle' in placed) return [`注意：${placed.obstacle}`]
  const notes: string[] = []
  for (const part of await chainsAbout(letter, context.db)) {
    if (part.chain.id === placed.chain?.id) continue
    const before = await lettersBefore(part, context)
    notes.push(
      before === null
        ? `${numbersText(part.hazards)}属${chainName(part.chain)}，发函后仍按该督办办理。`
        : `注意：${before}；如不再列入，请重拟：/提示函 重拟 ${letter.id}`,
    )
  }
  return notes
}
