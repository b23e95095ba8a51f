import type { Industry } from '../../terms.ts'
import { readIndustry } from '../fields/industries.ts'
import { readStatus } from '../fields/rectification-status.ts'
import { readNumeral } from '../text/numerals.ts'

/** What a number in a sentence of totals counts; `open` are hazards not rectified, `rate` is the rectification rate. */
export type Counted = 'teams' | 'personTimes' | 'enterprises' | 'hazards' | 'rectified' | 'open' | 'rate'

/** One number with what it counts: 检查危化企业3家. */
export interface Count {
  counted: Counted
  count: number
  /** Industry of the enterprises counted, where named beside the number. */
  industry: Industry | null
  /** Grade of the hazards counted: 一般隐患11项、重大隐患2项. */
  grade: string | null
  /** What the hazards are called, 隐患 or 问题: 问题3条、隐患5处 are eight. */
  noun: string | null
  /** It counts a part of what was counted before: 其中…. */
  part: boolean
  /** One more kind of what was counted just before: 餐饮场所3家、加油站2家. */
  another: boolean
  /** It is said of everything: 共…, 合计…. */
  overall: boolean
  /** An order 责令整改 may be given for all hazards, also those rectified since. */
  ordered: boolean
}

const chinese = '[〇零一二两三四五六七八九十百]'
const measure = '人次|家次|户次|个次|处次|企业次|人|名|位|家|户|个|支|组|项|条|处|起|件|座|所|%'
/** A number with its measure word; 第3项, 每3家, 一企一策, 煤矿二处 and numerals without a measure count nothing. */
const counts = new RegExp(
  `(?:(?<![\\d.第每])(\\d{1,6}(?:\\.\\d{1,2}(?=%))?)(?!\\d|[.:/-]\\d)|(?<!(?:煤矿|危化|非煤|工贸|监管|执法|综合)(?=[一二三四]处))(?<![第每逐统唯\\p{N}〇零一二两三四五六七八九十百])(${chinese}{1,5})(?= ?[余多]? ?(?:${measure})(?!一)))` +
    `(?: ?[余多])?(?:(${measure})| (${measure})(?!次? ?[:：\\d]))?`,
  'gu',
)
/** What a number without a measure word belongs to, when it stands right behind: 5月, 15时, 3份, 2万元. */
const otherMeasure = /^ ?[年月日号时点分秒万元份次吨米岁天周期度批]/
const timeSpan = /^(?:工作日|月|小时|星期|季度)/

const enterpriseNoun =
  '(?:企业|单位|公司|场所|门店|商户|经营户|工厂|煤矿|矿山|矿井|尾矿库|加油站|加气站|油库|商场|超市|网点|站点|点位|零售点|[经销][营售][点店])'
const kindOfEnterprise =
  '(?:生产|经营|储存|重点|各类|规模|涉|危险化学品|危化品?|化工|非煤|工贸|烟花爆竹|煤矿|矿山|小|相关)*'
const enterpriseAfter = new RegExp(`^(?:次)?(?:的)?${kindOfEnterprise}${enterpriseNoun}`)
const enterpriseBefore = new RegExp(`${enterpriseNoun}(?:数量?|家数|户数|总数)?[:：为共计有 ]*$`)
/** Firms that something was done to rather than inspected: 停产整顿2家, 存在问题企业5家. */
const afflicted =
  /立案|处罚|罚款|停产|停工|关闭|关停|取缔|责令|约谈|下达|警告|曝光|移送|查封|发现|存在|隐患|问题|复查|整改|培训|宣传/
const hasFault = /^(?:企业|单位)*(?:存在|未|被|停产|停工|已|正在|不)/

const people = /出动|派出|派|组织|抽调|投入|参与|人员|检查|执法|专家|干部|组|人数|人力/
const peopleAfter = /^(?:名|位)?(?:安全|应急|行政|执法|检查|监管|监督|工作)*(?:人员|干部|专家|同志|队员|力量)/
const otherPeople =
  /培训|教育|宣传|群众|参训|参会|员工|职工|工人|作业|死|伤|约谈|处罚|问责|拘留|在岗|在册|负责人|(?<!执)法人/
const teamNoun = /(?:小?组|队伍|小?分队)/
const teamAfter = new RegExp(
  `^(?:专项|联合|综合|检查|执法|工作|督查|督导|暗访|巡查|排查|行政|安全|生产|应急|专家|帮扶|指导)*${teamNoun.source}(?![长员织])`,
)
const teamBefore = new RegExp(`${teamNoun.source}(?:数量?|个数)?[:：为共计有 ]*$`)

const hazardNoun = /隐患|问题|违法(?:违规)?行为|违规行为|缺陷|不符合项|风险点/
const hazardAfter = /^(?:安全|生产|一般|重大|较大|事故|消防|各类|的)*(?:隐患|问题|违法|违规|缺陷|不符合)/
const finding = /发现|查出|排查|检出|检查出|查找|找出|查摆|提出|反馈|梳理|存在/
const rectifying = /整改|改正|消除|闭环|销号|立行立改|即知即改|立查立改|即查即改|边查边改|办结|纠正|治理|整治/
const order = /责令|督促|要求|督办|下达/
const openWord = /未|尚|剩余|其余|余下|待|正在|限期|限时/
/** What is counted in 份, 起, 条 and is no hazard. */
const paper =
  /立案|罚|文书|指令|通知书|意见书|决定书|措施|建议|制度|查封|扣押|约谈|宣传|培训|行动|案件|线索|举报/
const rateBefore = /(?:整改|闭环|销号)(?:完成|到位)?率[:：为达到是 ]*$/
const partWord = /其中|包括|包含|含有?/
/** A colon behind a number opens its parts, if the same is counted on: 企业21家：危化10家. */
const listed = /^ ?[：:]/

/** The text beside a number that tells what it counts: before it up to the last separator, and behind it. */
interface Surroundings {
  before: string
  after: string
  measure: string
  last: Counted | null
  /** Another number follows before any separator, so that what stands between may belong to that one. */
  followed: boolean
}

const isPersons = ({ before, after, measure, last }: Surroundings): boolean => {
  if (otherPeople.test(before) || otherPeople.test(after.slice(0, 6))) return false
  if (measure === '人次') return true
  if (measure === '') return /(?:人次|人数|人员)(?:数量?)?[:：为共计 ]*$/.test(before)
  if (!/^[人名位]$/.test(measure)) return false
  const bare = /^(?:共计?|合计|计| )*$/.test(before) && (last === 'teams' || last === 'personTimes')
  return people.test(before) || peopleAfter.test(after) || bare
}

const isTeams = ({ before, after, measure }: Surroundings): boolean =>
  (measure === '组' && !/人$/.test(before)) ||
  (/^(?:个|支|)$/.test(measure) && ((measure !== '' && teamAfter.test(after)) || teamBefore.test(before)))

function isEnterprises({ before, after, measure }: Surroundings): boolean {
  const named = enterpriseBefore.test(before) || (measure !== '' && enterpriseAfter.test(after))
  const possible =
    /^(?:家|户)次?$|^(?:个|处|企业)次$/.test(measure) || (named && /^(?:个|处|座|所|)$/.test(measure))
  if (!possible || hasFault.test(after)) return false
  const own = before.slice(-16)
  return (
    !afflicted.test(own) ||
    (/(?:检查|抽查|督查|巡查|复查)/.test(own) && !/发现|存在|隐患|问题|培训|宣传/.test(own))
  )
}

const stateOf = (words: string): 'rectified' | 'open' => {
  // Beside a number 立即整改 tells what was done, the opposite of 限期整改.
  if (/立即(?:完成)?整改$/.test(words)) return 'rectified'
  const done = openWord.test(words) ? false : readStatus(words.replace(/[:：]/g, ''), null).rectified
  return (done ?? true) ? 'rectified' : 'open'
}
const foundAndRectified = /(?:发现|排查|查出)[并及、和]?(?:已|立即|督促)*(?:整改|整治|消除|治理)/

/** Found, rectified or open; 排查整改隐患13项 is found and rectified. Null where it counts no hazards. */
function readHazardCount(at: Surroundings): { counted: Counted[]; words: string } | null {
  const { before, after, measure, last, followed } = at
  if (!/^(?:项|条|处|个|起|件|)$/.test(measure) || paper.test(before.replace(/整改(?:措施|指令)/, '')))
    return null
  // A number that stands alone is read when a label ends right before it: 隐患数：5, 已整改5.
  const label = /(?:隐患|问题|整改|完成|闭环|销号)(?:总?数量?|条数|项数)?[:：为 ]*$/
  if (measure === '' && !label.test(before)) return null
  const behind = measure === '' ? '' : after
  const words = `${before}${behind.slice(0, 12)}`
  if (rectifying.test(before)) {
    const state = stateOf(before)
    const both = state === 'rectified' && foundAndRectified.test(before)
    return { counted: both ? ['hazards', state] : [state], words: before }
  }
  // 一般11项, 危化10条: of the hazards just counted.
  const ofKind =
    last === 'hazards' &&
    (/^(?:一般|重大|较大)/.test(before.trim()) ||
      (measure !== '' && before.length <= 12 && readIndustry(before) !== null))
  if (hazardNoun.test(before) || finding.test(before) || ofKind) {
    // 发现隐患5项均已整改 says both, 隐患7条整改了5条 says the second of the next number.
    const state = !followed && rectifying.test(behind) ? [stateOf(behind)] : []
    return { counted: ['hazards', ...state], words }
  }
  if (rectifying.test(behind)) return { counted: [stateOf(behind)], words: before + behind }
  return hazardAfter.test(behind) ? { counted: ['hazards'], words } : null
}

function classify(at: Surroundings): { counted: Counted[]; words: string } | null {
  if (at.measure === '%') return rateBefore.test(at.before) ? { counted: ['rate'], words: '' } : null
  if (at.measure === '' && otherMeasure.test(at.after)) return null
  if (at.measure === '个' && timeSpan.test(at.after)) return null
  if (isPersons(at)) return { counted: ['personTimes'], words: '' }
  if (isTeams(at)) return { counted: ['teams'], words: '' }
  if (isEnterprises(at)) return { counted: ['enterprises'], words: `${at.before}${at.after.slice(0, 10)}` }
  return readHazardCount(at)
}

const outcomeBehind = /^ ?(?:已|均|现场|当场|全部)*(?:整改|改正)(?:完毕|到位|完成)?/

/** How much of the text between two numbers belongs to the first: up to a separator, or what was done about it. */
function belongsToFirst(gap: string, closes: boolean): number {
  const separator = /[、\t]/.exec(gap)
  if (separator) return separator.index + 1
  return closes ? (outcomeBehind.exec(gap)?.[0].length ?? 0) : 0
}

const describe = (counted: Counted, words: string) => ({
  counted,
  industry: counted === 'enterprises' ? readIndustry(words) : null,
  grade: counted === 'hazards' ? (/重大|较大|一般/.exec(words)?.[0] ?? null) : null,
  noun: counted === 'hazards' ? (/隐患|问题/.exec(words)?.[0] ?? null) : null,
  ordered: counted === 'open' && order.test(words),
})

/** Every number of a clause that counts teams, people, enterprises or hazards; `part` when 其中 stands before the clause. */
export function readCounts(clause: string, within: { part: boolean; last: Counted | null }): Count[] {
  const found: Count[] = []
  const matches = [...clause.matchAll(counts)]
  let { part, last } = within
  let from = 0
  for (const [index, match] of matches.entries()) {
    const end = match.index + match[0].length
    const gap = clause.slice(end, matches[index + 1]?.index)
    const joined = from > 0 && clause[from - 1] === '、'
    const before = clause.slice(from, match.index)
    const [after] = gap.split(listed.test(gap) ? /[:：]/ : /[、\t]/, 1)
    const followed = index + 1 < matches.length && after === gap
    const read = classify({ before, after: after!, measure: match[3] ?? match[4] ?? '', last, followed })
    part ||= partWord.test(before) || (index > 0 && listed.test(before) && read?.counted[0] === last)
    const isOutcome = read?.counted.some(each => each === 'rectified' || each === 'open') ?? false
    from = end + belongsToFirst(gap, isOutcome && !rectifying.test(before))
    for (const counted of read?.counted ?? []) {
      found.push({
        ...describe(counted, read!.words),
        count: counted === 'rate' ? Number(match[1]) : (readNumeral(match[1] ?? match[2]!) ?? 0),
        part,
        another: joined && found.at(-1)?.counted === counted,
        overall: /共|合计|总计/.test(before),
      })
      last = counted
    }
  }
  return found
}

const noHazards =
  /(?:未(?:能)?(?:发现|查出|检查出|查到|排查出|存在)|没有?(?:发现|查出)?|无|不存在)(?:任何|明显|新的?|新增|安全|生产|消防|一般|及|和|或|、|异常|违法|违规|行为|情况|类)*(?:问题|隐患|异常|违法|违规)(?:安全|生产|问题|隐患|及|和|或|、|异常|违法|违规|行为|情况)*$|(?:隐患|问题)(?:数|情况)?[:：] ?(?:无|零)$/
/** Whether a clause says that nothing was found: 均未发现问题隐患; 未发现重大隐患 says less. */
export const saysNoHazards = (clause: string): boolean => noHazards.test(clause.slice(-40))

/** Whether a clause without a number says that all, or all others, are rectified: 全部整改完毕, 其余均已整改. */
export function saysRectified(clause: string): 'all' | 'others' | null {
  if (
    !rectifying.test(clause) ||
    openWord.test(clause.replace(/其余|剩余|余下/g, '')) ||
    /部分|大部|陆续|率(?!.{0,4}(?:100|百分之百))/.test(clause)
  )
    return null
  if (
    readStatus(clause, null).rectified !== true &&
    !/^(?:均|已|全部|都|现|目前|现场|当场|立即)+(?:整改|改正|消除|闭环|销号)/.test(clause)
  )
    return null
  return /其余|剩余|余下|其他|其它/.test(clause) ? 'others' : 'all'
}
