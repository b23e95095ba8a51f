import { readNumeral } from '../text/numerals.ts'

/** Who inspected, by name and by number. */
export interface ReadInspectors {
  names: string[]
  /** Teams 检查组. */
  teams: number | null
  /** Person-times 人次: stated, else the number of names. */
  personTimes: number | null
}

/** More teams or people than this are a slip of the pen, not an inspection. */
export const mostCounted = 999

const chinese = '[〇零一二两三四五六七八九十廿卅百千]'
// Read whole: the end of a long number would pass for a small one. Looking behind keeps a long row of digits cheap.
const number = `((?<!\\d)(?:\\d{1,3}(?:,\\d{3})+|\\d+)[万亿]?|(?<!${chinese})${chinese}+[万亿]?)`
const teamCount = new RegExp(`${number} ?个?(?:检查|执法|工作|督查)?组(?![长员])`)
const personCount = new RegExp(
  `等?共?计?${number} ?(?:人\\(?次?\\)?|名|位)(?:次|同志|执法|检查|监管|工作|人员|干部|专家|员)*`,
  'g',
)
const remark = /[（(【[][^（()）【】[\]]*(?:[)）\]】]|$)/g
const office =
  /^(?:检查|执法|监管|监督|工作|带队|参加|安全|聘请)*(?:组长|副组长|组员|成员|人员|领导|专家|科长|股长|局长|副局长|队长|处长|负责人|主检人?|协检人?|干部)[:：]?/
const separators = /[\n、，,；;。:：/|\t+&]+/

const leadingNumber = new RegExp(`^${number}`)

/** A number as written; one in 万 or with too many digits to be read is beyond all counts. */
const readNumber = (written: string): number | null =>
  /^\d{10,}$|[万亿]$/.test(written) ? Number.POSITIVE_INFINITY : readNumeral(written.replaceAll(',', ''))

/** A number under its own label: 2个, 5人次; it may exceed `mostCounted`. */
export const readCount = (value: string): number | null => readNumber(leadingNumber.exec(value)?.[1] ?? '')

/** Numbers may exceed `mostCounted`. Reads 张三、李四; 张三 李四; 张三，李四等5人; 3人; 2组5人次. Remarks in brackets (执法证号) are dropped. */
export function readInspectors(value: string): ReadInspectors {
  const plain = value.replace(remark, ' ')
  const team = teamCount.exec(plain)
  const teams = team ? readNumber(team[1]!) : null
  let people: number | null = null
  const rest = plain.replace(teamCount, '、').replace(personCount, (_, digits: string) => {
    const read = readNumber(digits)
    if (read !== null) people = (people ?? 0) + read
    return '、'
  })
  const names = rest
    .split(separators)
    .flatMap(part => splitSpaces(part.trim()))
    .flatMap(part => part.split(/(?<=^.{2,3})[和与及](?=.{2,4}$)/u))
    .map(part => part.replace(office, '').replace(/等$/, '').trim())
    .filter(
      part => /^[\p{L}·. ×]{1,30}$/u.test(part) && !/^(?:无|共|等|其中|检查|执法|派出|出动)$/.test(part),
    )
  return { names, teams, personTimes: people ?? (names.length > 0 ? names.length : null) }
}

/** 张三 李四 are two people, 张 三 and John Smith one. */
function splitSpaces(part: string): string[] {
  const words = part.split(/ +/)
  if (words.length < 2 || words.every(word => /^[A-Za-z.]+$/.test(word))) return [part]
  if (words.length === 2 && words.every(word => [...word].length === 1)) return [words.join('')]
  return words
}
