import { moment } from '../time.ts'
import type { Letter } from './letter.ts'
import { answerTime } from './letter-parts.ts'

/** Where a letter stands, as the register 登记 says it. */
export const letterStandings = [
  '草稿',
  '待签发',
  '已签发待发出',
  '已发',
  '已收',
  '已回',
  '逾期',
  '已取消',
] as const
export type LetterStanding = (typeof letterStandings)[number]

/** When the answer 回函 is due; null where no date is set. */
export const answerDueAt = ({ dueOn }: Pick<Letter, 'dueOn'>): Date | null =>
  dueOn === null ? null : moment(dueOn, answerTime)

/** Whether a moment is too late for the answer 逾期. */
export function isPastDue(letter: Pick<Letter, 'dueOn'>, at: Date): boolean {
  const due = answerDueAt(letter)
  return due !== null && at > due
}

/** Where it stands now: 逾期 is one that has gone out and was not answered in time. */
export function standingOf(letter: Letter, now: Date): LetterStanding {
  switch (letter.state) {
    case 'draft':
      return '草稿'
    case 'submitted':
      return '待签发'
    case 'held':
      return '已签发待发出'
    case 'cancelled':
      return '已取消'
    case 'sent':
      if (letter.answeredAt !== null) return '已回'
      if (isPastDue(letter, now)) return '逾期'
      return letter.acknowledgedAt === null ? '已发' : '已收'
  }
}

/** The answer came after its time. */
export const wasAnsweredLate = (letter: Letter): boolean =>
  letter.answeredAt !== null && isPastDue(letter, new Date(letter.answeredAt))
