import { answerTime } from '../escalation/ladder.ts'
import { moment } from '../time.ts'
import type { Letter } from './letter.ts'

/** Where a letter stands, as the register 登记 says it. */
type LetterStanding =
  | '草稿'
  | '待签发'
  | '已签发待发出'
  | '已发'
  | '已收'
  | '已回'
  | '已退回待回'
  | '逾期'
  | '办结'
  | '已取消'

/** When the answer 回函 is due; null where no date is set. */
export const answerDueAt = ({ dueOn }: Pick<Letter, 'dueOn'>): Date | null =>
  dueOn === null ? null : moment(dueOn, answerTime)

/** Whether a moment is too late for the answer 逾期. */
export function isPastDue(letter: Pick<Letter, 'dueOn'>, at: Date): boolean {
  const due = answerDueAt(letter)
  return due !== null && at > due
}

/** The answer that was given has been sent back 退回: another one is waited for. */
export const isAnswerReturned = ({ answer, answeredAt }: Letter): boolean =>
  answer !== null && answeredAt === null

/**
 * Where it stands now: 逾期 is one that has gone out and was not answered in time. `ended`: its chain of escalation has
 * ended 办结, so that no answer is waited for.
 */
export function standingOf(letter: Letter, now: Date, ended = false): LetterStanding {
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
      if (ended) return '办结'
      if (isAnswerReturned(letter)) return '已退回待回'
      if (isPastDue(letter, now)) return '逾期'
      return letter.acknowledgedAt === null ? '已发' : '已收'
  }
}

/** The answer came after its time. */
export const wasAnsweredLate = (letter: Letter): boolean =>
  letter.answeredAt !== null && isPastDue(letter, new Date(letter.answeredAt))
