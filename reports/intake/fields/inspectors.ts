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
/** 3人（张三、李四）, 共2人[张三 李四]: only a number stands before the bracket, so the names are in it. */
const namesInBracket =
  /^(?:共|计|检查人员|执法人员|\d|[一二两三四五六七八九十个人名组次]){1,12}[（(【[]([^（()）【】[\]]{2,200})[)）\]】]?$/
/** 1.张三 2.李四 */
const numbering = /(?:^|(?<=[\s、，,；;]))\d{1,2} ?[.、)）] ?(?=\p{Script=Han})/gu
/** Ranks and parts, which stand before a name: 副局长张三, 危化科科长李四, 组员王五. */
const rank =
  /^(?:\p{Script=Han}{0,8}(?:组长|组员|成员|局长|科长|股长|队长|处长|主任|书记|科员|队员|委员|组织员|安全员|监察员|执法员|办事员|工作人员|执法人员|检查人员|监管人员|人员|领导|专家|负责人|同志|主检|协检|主检人|协检人|干部)|由(?=.{2,4}(?:带队|牵头|率队|带领))|其中|(?:市|县|区)局|聘请|\p{Script=Han}{2,12}(?:局|大队|科|股|处)的)[:：]?(?=\p{Script=Han}[\p{Script=Han}·])/u
/** 危化股, 矿山科, 执法大队: where they work. */
const section =
  /^(?:\p{Script=Han}{0,12}(?:应急管理局|应急局|管理局|支队|大队|中队|监管科|执法队)|(?:危化|矿山|工贸|煤矿|煤炭|非煤|综合|执法|监管|监察|安全|应急|商贸|基础|协调|法规|救援|指挥|业务|生产|烟花|爆竹)\p{Script=Han}{0,6}(?:股|科|处|队|室|所|组|中心))$/u
/** A rank without a name: 执法人员, 专家. 王局长 is a person. */
const rankAlone =
  /^(?:副?(?:[局科股队处]|大队|支队|中队)长|副?主任|书记|科员|队员|主任科员|组长|组员|成员|专家|人员|干部|(?:检查|执法|监管|工作|带队|参加|技术|安全)(?:组|人员|干部|领导|专家|人))$/
/** 张三带队, 王五参加, 李四同志, 张三等. */
const part = /(?<=..)(?:带队|参加|参与|陪同|随行|一行|同志|牵头|等人?)+$/
/** A name with its rank and what it took part in; longer runs are none, and would be slow to search. */
const longestPiece = 60
const separators = /[\n、，,；;。:：/|\t+&]+/

/** What no list of people holds: the sentence goes on behind it. */
const sentence =
  /^(?=.{4}).*(?:发现|查[出到]|存在|隐患|问题|整改|改正|责令|要求|检查[了的]|未|无|不|已经?|限\d|如下)/u

const leadingNumber = new RegExp(`^${number}`)

/** A number as written; one in 万 or with too many digits to be read is beyond all counts. */
const readNumber = (written: string): number | null =>
  /^\d{10,}$|[万亿]$/.test(written) ? Number.POSITIVE_INFINITY : readNumeral(written.replaceAll(',', ''))

/** A number under its own label: 2个, 5人次; it may exceed `mostCounted`. */
export const readCount = (value: string): number | null => readNumber(leadingNumber.exec(value)?.[1] ?? '')

/** Numbers may exceed `mostCounted`. Reads 张三、李四; 张三 李四; 张三，李四等5人; 3人; 2组5人次. Remarks in brackets (执法证号) are dropped. */
export function readInspectors(value: string): ReadInspectors {
  const bracketed = namesInBracket.exec(value.trim())?.[1]
  const plain = (bracketed === undefined ? value : `${value.split(/[（(【[]/, 1)[0]}、${bracketed}`)
    .replace(numbering, '、')
    .replace(remark, ' ')
  const team = teamCount.exec(plain)
  const teams = team ? readNumber(team[1]!) : null
  let people: number | null = null
  const rest = plain.replace(teamCount, '、').replace(personCount, (_, digits: string) => {
    const read = readNumber(digits)
    if (read !== null) people = (people ?? 0) + read
    return '、'
  })
  const pieces = rest.split(separators).map(piece => piece.trim())
  const end = pieces.findIndex(piece => sentence.test(piece))
  const names = pieces
    .slice(0, end < 0 ? pieces.length : end)
    .flatMap(splitSpaces)
    .flatMap(piece => piece.split(/(?<=^.{2,3})(?:和|与|及|还有|以及)(?=.{2,4}$)/u))
    .filter(name => name.length <= longestPiece)
    .map(name => name.replace(rank, '').replace(part, '').trim())
    .filter(
      name =>
        !section.test(name) &&
        /^[\p{L}·. ×]{2,30}$/u.test(name) &&
        !rankAlone.test(name) &&
        !/^(?:无|共|等|其中|检查|执法|派出|出动|带队|参加)$/.test(name),
    )
  return { names, teams, personTimes: people ?? (names.length > 0 ? names.length : null) }
}

/** 张三 李四 are two people, 张 三 and John Smith one. */
function splitSpaces(part: string): string[] {
  const words = part.split(/ +/)
  if (words.length < 2 || words.every(word => /^[A-Za-z.]+$/.test(word))) return [part]
  // 宫 健 刘 洋: set in columns, two characters a name.
  if (words.length % 2 === 0 && words.every(word => [...word].length === 1))
    return words.flatMap((word, index) => (index % 2 === 0 ? [word + words[index + 1]!] : []))
  return words
}
