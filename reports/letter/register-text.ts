import { shortDate } from '../time.ts'
import type { Letter } from './letter.ts'
import { isPastDue, standingOf, wasAnsweredLate } from './letter-standing.ts'
import { letterName } from './letter-text.ts'

/** The register 登记 of a year: what has not gone out first, then the letters by number, and the tally. */
export function registerText(year: number, waiting: Letter[], sent: Letter[], now: Date): string {
  if (waiting.length === 0 && sent.length === 0) return `${year}年尚无提示函。`
  return [
    `【提示函登记】${year}年`,
    ...waiting.map(letter => waitingLine(letter, now)),
    ...sent.map(letter => sentLine(letter, now)),
    tallyText(waiting, sent, now),
  ].join('\n')
}

/** 稿7 四平市铁东区 待签发，起草：危化二处处长，限5月25日 */
const waitingLine = (letter: Letter, now: Date): string =>
  `${letterName(letter)} ${letter.unit} ${standingOf(letter, now)}，起草：${letter.drafter}${limit(letter)}`

/** 吉安委办提示函〔2022〕3号 四平市铁东区 5月18日发出，限5月25日，已回（逾期） */
const sentLine = (letter: Letter, now: Date): string =>
  `${letterName(letter)} ${letter.unit} ${shortDate(letter.date!)}发出${limit(letter)}，${standingText(letter, now)}`

const limit = ({ dueOn }: Letter): string => (dueOn === null ? '' : `，限${shortDate(dueOn)}`)

/** 已回（逾期） */
export const standingText = (letter: Letter, now: Date): string =>
  `${standingOf(letter, now)}${wasAnsweredLate(letter) ? '（逾期）' : ''}`

/** 合计：已发3件，已回1件（逾期1件），未回2件（逾期1件）；未发出1件。 */
function tallyText(waiting: Letter[], sent: Letter[], now: Date): string {
  const answered = sent.filter(({ answeredAt }) => answeredAt !== null)
  const open = sent.filter(({ answeredAt }) => answeredAt === null)
  const late = (count: number) => (count === 0 ? '' : `（逾期${count}件）`)
  const parts = [
    `已发${sent.length}件`,
    ...(sent.length === 0
      ? []
      : [
          `已回${answered.length}件${late(answered.filter(wasAnsweredLate).length)}`,
          `未回${open.length}件${late(open.filter(letter => isPastDue(letter, now)).length)}`,
        ]),
  ]
  return `合计：${parts.join('，')}${waiting.length === 0 ? '' : `；未发出${waiting.length}件`}。`
}
