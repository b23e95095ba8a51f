import { personRoles, roomRoles } from '../roster/roster-sheets.ts'
import { groundNames } from './ladder.ts'
import type { Policy } from './policy.ts'
import { addresseeNames, thresholdTexts } from './policy-tables.ts'

/** The policy 督办规则 to be read on a phone. */
export function renderPolicy({ rungs, grounds }: Policy): string {
  return [
    '【督办规则】',
    ...rungs.map(
      ({ rung, deciders, addressee, answerDays, chaseDays, copies }, i) =>
        `${i + 1}. ${rung}：${deciders.map(personRoles.write).join('、')}决定，发${addresseeNames[addressee]}，${answerDays}个工作日内反馈，${chaseDays === 0 ? '到期当日' : `提前${chaseDays}个工作日`}催复${copies.length === 0 ? '' : `，抄送${copies.map(roomRoles.write).join('、')}`}。`,
    ),
    '事由：',
    ...grounds.map(
      ({ ground, threshold }) =>
        `${groundNames[ground]}：${thresholdTexts[ground].replace('几', String(threshold))}。`,
    ),
  ].join('\n')
}
