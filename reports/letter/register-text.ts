import { shortDate } from '../time.ts'
import type { Letter } from './letter.ts'
import { isAnswerReturned, isPastDue, standingOf, wasAnsweredLate } from './letter-standing.ts'
import { letterName } from './letter-text.ts'

/** The letters that a register 登记 tells of. */
interface Register {
  year: number
  /** Those that have not gone out. */
  waiting: Letter[]
  /** Those of former years whose answer is still waited for. */
  former: Letter[]
  sent: Letter[]
  /** Chains of escalation that have ended 办结. */
  ended: ReadonlySet<number>
}

/** The register of a year: what has not gone out first, what former years left, the letters by number, and the tally. */
export function registerText(register: Register, now: Date): string {
  const { year, waiting, former, sent } = register
  if (waiting.length + former.length + sent.length === 0) return `${year}年尚无提示函。`
  return [
    `【提示函登记】${year}年`,
    ...waiting.map(letter => waitingLine(letter, now)),
    ...[...former, ...sent].map(letter => sentLine(letter, isEnded(letter, register), now)),
    tallyText(register, now),
  ].join('\n')
}

const isEnded = ({ chain }: Letter, { ended }: Pick<Register, 'ended'>): boolean =>
  chain !== null && ended.has(chain)

/** 稿7 四平市铁东区 待签发，起草：危化二处处长，限5月25日 */
const waitingLine = (letter: Letter, now: Date): string =>
  `${letterName(letter)} ${letter.unit} ${standingOf(letter, now)}，起草：${letter.drafter}${limit(letter)}`

/** 吉安委办提示函〔2022〕3号 四平市铁东区 5月18日发出，限5月25日，已回（逾期） */
const sentLine = (letter: Letter, ended: boolean, now: Date): string =>
  `${letterName(letter)} ${letter.unit} ${shortDate(letter.date!)}发出${limit(letter)}，${standingText(letter, now, ended)}`

const limit = ({ dueOn }: Letter): string => (dueOn === null ? '' : `，限${shortDate(dueOn)}`)

/** 已回（逾期）; 已回，办结 */
export function standingText(letter: Letter, now: Date, ended: boolean): string {
  const standing = standingOf(letter, now, ended)
  if (standing === '已回') return `已回${wasAnsweredLate(letter) ? '（逾期）' : ''}${ended ? '，办结' : ''}`
  return standing === '已退回待回' && isPastDue(letter, now) ? '已退回待回（逾期）' : standing
}

/** 合计：已发3件，已回1件（逾期1件），未回2件（逾期1件，退回待回1件），办结1件；往年未回1件；未发出1件。 */
function tallyText(register: Register, now: Date): string {
  const { waiting, former, sent } = register
  const answered = sent.filter(({ answeredAt }) => answeredAt !== null)
  const open = sent.filter(letter => letter.answeredAt === null && !isEnded(letter, register))
  const ended = sent.length - answered.length - open.length
  const among = (...counts: [string, number][]) => {
    const told = counts.filter(([, count]) => count > 0).map(([what, count]) => `${what}${count}件`)
    return told.length === 0 ? '' : `（${told.join('，')}）`
  }
  const overdue = open.filter(letter => isPastDue(letter, now)).length
  const parts = [
    `已发${sent.length}件`,
    ...(sent.length === 0
      ? []
      : [
          `已回${answered.length}件${among(['逾期', answered.filter(wasAnsweredLate).length])}`,
          `未回${open.length}件${among(['逾期', overdue], ['退回待回', open.filter(isAnswerReturned).length])}`,
        ]),
    ...(ended === 0 ? [] : [`未回函即办结${ended}件`]),
  ]
  return [
    `合计：${parts.join('，')}`,
    ...(former.length === 0 ? [] : [`往年未回${former.length}件`]),
    ...(waiting.length === 0 ? [] : [`未发出${waiting.length}件`]),
  ]
    .join('；')
    .concat('。')
}
