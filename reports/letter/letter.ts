import type { HazardNumber } from '../hazards/hazard-number.ts'
import type { LetterBasis } from './letter-basis.ts'

/** A section 层次 of a letter's body: a heading 一、… and its paragraphs. */
export interface LetterSection {
  /** Without its ordinal; null for paragraphs without a heading. */
  heading: string | null
  paragraphs: string[]
}

/** What a reminder letter 提示函 says, in the order of the page. */
export interface LetterContent {
  /** 关于四平市铁东区重大隐患逾期未整改的提示函 */
  title: string
  /** 四平市铁东区人民政府区长: whom it is addressed to 主送. */
  addressee: string
  sections: LetterSection[]
  /** Attached list 附件 of the hazards, a row each, without numbers; null where there is none. */
  annex: { title: string; rows: string[] } | null
  /** Who is asked about it at the department: name or division, without a telephone number that nobody told. */
  contact: string | null
}

/** A letter as drafted, signed and sent. Times are UTC ISO 8601, dates YYYY-MM-DD. */
export interface Letter {
  /** Running number 稿号, by which commands name a draft. */
  id: number
  unit: string
  hazards: HazardNumber[]
  content: LetterContent
  /** What it was made from. */
  basis: LetterBasis
  version: number
  /** `submitted`: before the leaders 送签; `held`: signed 签发, goes out in two minutes. */
  state: 'draft' | 'submitted' | 'held' | 'sent' | 'cancelled'
  /** Year and number 文号 once it has gone out: 吉安委办提示函〔2022〕3号. */
  year: number | null
  number: number | null
  drafter: string
  draftedAt: string
  signer: string | null
  signedAt: string | null
  releaseAt: string | null
  sentAt: string | null
  /** Business date that it bears. */
  date: string | null
  /** When the answer 回函 is due, business date; as stated in the letter. */
  dueOn: string | null
  /** Chain of escalation 督办 of which it is a rung. */
  chain: number | null
  acknowledgedBy: string | null
  acknowledgedAt: string | null
  answeredBy: string | null
  answeredAt: string | null
  answer: string | null
  /** Inbox row of the answer. */
  answerInbox: number | null
}

/** In whose name letters go out, and the code 发文字号 before the year. */
export const letterhead = { committee: '吉林省安全生产委员会办公室', code: '吉安委办提示函' } as const

/** 吉安委办提示函〔2022〕3号 */
export const documentNumber = ({ year, number }: { year: number; number: number }): string =>
  `${letterhead.code}〔${year}〕${number}号`

const opening = '[\\u3014[(\\u3010{]'
const closing = '[\\u3015\\])\\u3011}年\\-–—]'
const numbered = `(?:(?:吉安委办)?提示函)?(?:${opening}?(\\d{4})${closing})?第?(\\d{1,5})(?:号函?)?`

/** Year and number in what somebody wrote: 吉安委办提示函〔2022〕3号, [2022]3, 2022-3, 3; null where it is none. */
export function readDocumentNumber(written: string): { year: number | null; number: number } | null {
  const text = written.normalize('NFKC').replace(/\s/g, '')
  const [, year, number] = new RegExp(`^${numbered}$`, 'u').exec(text) ?? []
  return number === undefined
    ? null
    : { year: year === undefined ? null : Number(year), number: Number(number) }
}

/** The document number with which a text begins, and what follows it: 3号 已整改, 〔2022〕3号：已整改; null without one. */
export function splitDocumentNumber(
  written: string,
): { named: { year: number | null; number: number }; rest: string } | null {
  const text = written.trim()
  // A number without 号 ends at a blank or a stop: 3家企业已整改 names no letter.
  const [found] = /^[^\s:：，,。]*?\d\s*号函?/u.exec(text) ?? /^[^\s:：，,。]+/u.exec(text) ?? []
  const named = found === undefined ? null : readDocumentNumber(found)
  return named === null ? null : { named, rest: text.slice(found!.length).replace(/^[\s:：，,。]+/, '') }
}
