import { statesFault } from '../fields/faults.ts'
import { saysNothing } from '../fields/nothing-found.ts'

/** What lines and clauses say without a label, each told by its words alone. */

const number = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const day = new RegExp(
  `^(?:检查于|于)?(?:(?:(?:\\d{4}|\\d{2})年)?${number}月${number}[日号]?|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|今日|今天|昨日|昨天|前天)(?:[上下]午|晚上?)?(?:去的|检查的?)?$`,
)
const briefDay = /^(?:(?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])|(?:3[01]|[12]\d|[1-9])[日号])$/
/** Whether it is a day and nothing else; `brief` takes 5-18 and 18日, too, where nothing else is likely. */
export const isDay = (text: string, { brief = false } = {}): boolean =>
  day.test(text) || (brief && briefDay.test(text))

const listStart = /^(?:[（(]?[1一][)）]?[、.)）：:]|[（(][1一][)）]|①|[-•·●■◆*▪]\s*\S|一是|第一[，,、]|首先)/
/** Whether a list begins here: 1、灯不亮. */
export const startsList = (text: string): boolean => listStart.test(text)

/** How the list above stands: 以上隐患均已整改, 已责令限期整改. */
const status =
  /^(?:(?:对|针对)?(?:以上|上述|所有|全部)(?:\d+[项处条]|[一二三四五六七八九十]+[项处条])?(?:企业|单位|问题|隐患|存在的?|发现的?|、|及|和|的|情况|均|都|已经?|现)*(?=.*[改销正除期令])|(?:\d{1,2}[项处条](?:问题|隐患)?)?(?:现|均|全部|都)*(?:已(?:经|全部|现场|责令|要求|当场|下达|督促)*|现场|当场|立即|责令(?:企业|立即|限期|其)?|限期?(?=\d|[一二三四五六七八九十]|整改)|要求(?:企业|立即|限期|其)?)[^，,。；;]{0,30}(?:整改|改正|消除|销号)).{0,80}$/
/** Whether it says how the hazards above it stand: 均已整改. */
export const saysStatus = (text: string): boolean => status.test(text)

/** It speaks of all enterprises above. */
export const ofAll = /^(?:对|针对)?(?:以上|上述|所有)/

/** Looked at first, because to read a denial in full is dear: 未发现, 良好, 符合要求. */
const mayDeny = /[未无没不良好正合完规齐符达0零否/—-]/
/** Whether it says that nothing was found. */
export const deniesFaults = (text: string): boolean => mayDeny.test(text) && saysNothing(text)

/** Without a label: 位于抚民镇, 铁东区一马路88号. */
const address =
  /^(?=.*(?:[路街道巷村屯镇乡号院组区]|路口|公里处|交汇处|院内|园区)$)(?=.*[省市县区镇乡街路道村屯])/
const locating =
  /^(?:(?:位于|坐落于|坐落在|地处)(?:为|在)?[:：]?|(?:在|去的|到了?)(?=[^，,。；;]*[路街道巷村屯镇乡号院]$))/
const isShort = /^[^，,。；;：:！!？?]{2,50}$/
/** The place that a line tells and nothing else: 位于抚民镇, 铁东区一马路88号; null where it tells none. */
export function readPlace(text: string): string | null {
  const placed = text.replace(locating, '')
  return (placed !== text || address.test(placed)) && isShort.test(placed) && !statesFault(placed)
    ? placed
    : null
}

const industry =
  /^(?:煤矿|非煤矿山|非煤|金属非金属矿山|危化品?|危险化学品|烟花爆竹|工贸|工矿商贸|冶金|有色|建材|机械|轻工|纺织|烟草|商贸)(?:行业|领域|类|企业|单位)*$/
/** Whether it names an industry and nothing else: 工贸企业. */
export const isIndustry = (text: string): boolean => industry.test(text)
