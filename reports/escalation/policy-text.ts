import { personRoles, roomRoles } from '../roster/roster-sheets.ts'
import { groundNames } from './ladder.ts'
import type { Policy } from './policy.ts'
import { addresseeNames } from './policy-tables.ts'

const phrases = {
  overdue: (n: number) => `逾期满${n}天`,
  recurring: (n: number) => `销号后再次发现满${n}次`,
  major: (n: number) => `发现满${n}天仍未报整改`,
  silent: (n: number) => `连续缺报满${n}个批次`,
  figures: (n: number) => `三十天内核实更正或未答复满${n}次`,
}

/** The policy 督办规则 to be read on a phone. */
export function renderPolicy({ rungs, grounds }: Policy): string {
  return [
    '【督办规则】',
    ...rungs.map(
      ({ rung, deciders, addressee, answerDays, chaseDays, copies }, i) =>
        `${i + 1}. ${rung}：${deciders.map(personRoles.write).join('、')}决定，发${addresseeNames[addressee]}，${answerDays}个工作日内反馈，${chaseDays === 0 ? '到期当日' : `提前${chaseDays}个工作日`}催复${copies.length === 0 ? '' : `，抄送${copies.map(roomRoles.write).join('、')}`}。`,
    ),
    '事由：',
    ...grounds.map(({ ground, threshold }) => `${groundNames[ground]}：${phrases[ground](threshold)}。`),
  ].join('\n')
}
