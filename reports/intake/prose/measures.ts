import { readStatus } from '../fields/rectification-status.ts'
import type { LabelledValue } from '../forms/labelled-value.ts'

/** Documents 执法文书 by name: the words in them (责令限期整改指令书) order nothing by themselves. */
const documentName =
  /[《“]?(?:[\p{Script=Han}、（()）]{0,20}?(?:指令书|决定书|通知书|意见书|建议书|告知书|整改书|复查书|审批表)|(?:执法|检查|现场检查|责令整改)(?:文书|记录|笔录)|执法文书|现场检查记录|检查记录表)[》”]?(?:[（(][^（()）]{1,40}[)）])?/gu
const served = /下达|下发|开具|出具|制作|送达|发出|签发|填写|发放|开出|制发/

/** Words about putting right; a hazard about them (未制定整改方案) is none. */
const rectifying =
  /整改|整顿|改正|纠正|改完|改好|改了|立行立改|即查即改|边查边改|销号|闭环|复查(?!记录)|限期|限.{1,8}前|[前内]改/
const asHazard =
  /(?:未|无|没有?|缺|不)[^，。；]{0,10}(?:制定|建立|落实|开展|形成|明确|记录|台账|方案|制度|闭环管理)|(?:台账|记录|方案|制度|档案)[^，。；]{0,8}(?:未|无|缺|不)|(?:上次|前期|以往|此前)[^，。；]{0,16}未/
/** How a clause on rectification begins, beside the word itself. */
const ordering =
  /^(?:并|且|现|目前|前|后|[①-⑳（(]|[\p{Script=Han}]{1,6}(?:类|方面)(?:问题|隐患)?(?:已|限|均|全部|责令)|两|这|查出的|发现的|存在的|检查发现的|厂|矿|店|站|单位|其中|均|已|全部|都|当场|现场|立即|责令|要求|督促|责成|限期|限|以上|上述|针对|对|企业|该|检查组|执法|检查人员|隐患|问题|整改|其余|剩余|另|第|\d|[一二三四五六七八九十]{1,2}[项处条个]|[（(]?(?:已|限)|拟|正在|计划|预计|我局|由|下达|待|并已|同时|除(?=[^，。；]{1,16}外)|\d{1,2}月)/u
/** 已更换, 当场清理完毕: done, in other words. */
const doneClause =
  /^(?:目前|现|均|都|全部|企业|该企业|矿方|厂方|该[站矿厂店]|厂里)*(?:已|当场|现场|立即|当即)[^，。；]{0,20}$/
const continuing =
  /^即?(?:\d{1,2}月\d{1,2}[日号]?|\d{1,2}[日号]|[一二三四五六七八九十\d]{1,3}(?:个工作)?[日天周]内|本?月底|限|于|并于|整改|其余|剩余|另|\d{1,3}[项处条个]|到期|期限)[^，。；]{0,24}(?:完成|完毕|前|内|到位|整改|复查|期限)/
/** The clause is about the whole list, not about the hazard before it. */
const overall =
  /^(?:前|后|第)?[\d一二三两四五六七八九十]+(?:[、和]|项|条|个问题|个隐患)|[①-⑳]|^[（(]\d|均|全部|都|以上|上述|其余|其中|剩余|所有|上列|这些|针对|存在的?(?:问题|隐患)|发现的|共|(?:\d{1,3}|[一二两三四五六七八九十])(?:项|处|条|个(?!工作|月|小时))|企业(?:负责人)?(?:立即|限期|于|按期|按)|问题隐患/

const measures: [LabelledValue['field'], string, RegExp][] = [
  [
    'fine',
    '罚款',
    /(?<!未|不予)(?:罚款|处罚款?|罚金)[^，。；\d]{0,8}?[\d一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾佰仟百千万.,]+(?:余)?元?/,
  ],
  ['case', '立案', /(?:[^，。；]{0,6})立案[^，。；]{0,10}/],
  [
    'production',
    '停产停业',
    /(?:责令|要求|下达|予以|立即|已|暂时|全面|局部|现场)*(?:停产停业|停产|停业|停工|停止(?:生产|营业|作业|建设|经营))[^，。；]{0,10}|[^，。；]{0,8}(?:恢复生产|复产|恢复营业|复工)[^，。；]{0,6}/,
  ],
]
/** Nobody served it: 未建立停产检修制度 is a hazard. */
const noMeasure = /制度|规程|方案|台账|培训|演练/

/** What a clause says of enforcement 执法措施: documents, fines, cases, orders to stop. */
export function readMeasures(clause: string): LabelledValue[] {
  const text = clause.slice(0, 300)
  const values: LabelledValue[] = []
  const without = text.replace(documentName, '')
  const document = served.test(text) && without !== text
  if (document) values.push({ field: 'document', label: '执法文书', value: text.trim() })
  for (const [field, label, pattern] of measures) {
    const found = pattern.exec(document ? without : text)
    if (found && !noMeasure.test(text)) values.push({ field, label, value: found[0].trim() })
  }
  return values
}

/** 让他们三天内弄好, 已经让换了新的: an order as it is spoken. */
const spokenOrder = /^(?:已经?)?(?:让|叫)[^，。；]{0,12}(?:换|修|弄|清|搬|补|拆|改|关|停)/

/** Whether a clause says how hazards stand: 现场整改, 责令5月25日前整改; `follows` that the clause before did. */
export function isRectification(clause: string, follows: boolean): boolean {
  const text = clause.trim().slice(0, 200)
  // 灭火器过期（已整改） is a hazard; how it stands is said beside it.
  const rest = text.replace(documentName, '').replace(/(?<=.)(?:[（(][^（()）]*[)）]|【[^【】]*】)/g, '')
  if (asHazard.test(rest)) return false
  if (
    rectifying.test(rest) &&
    (ordering.test(rest) || /^[^未无不缺]{0,16}(?:整改|整顿|改正|改完|改好|改了|[前内]改)/.test(rest))
  )
    return true
  if (spokenOrder.test(rest)) return true
  if (follows && continuing.test(rest)) return true
  return doneClause.test(rest) && readStatus(rest, null).rectified === true
}

/** Whether a clause on rectification speaks of the whole list. */
export const isOverall = (clause: string): boolean => overall.test(clause.replace(documentName, ''))

/** A clause on rectification without who said so: 执法人员责令…, 针对上述问题. */
export const withoutSpeaker = (clause: string): string =>
  clause
    .trim()
    .replace(/^整改(?:情况|落实情况|结果)[是为:：\s]*(?=.{2})|(?:就这些|就这样|谢谢|辛苦了?)+$/g, '')
    .replace(/^(?:同时|随后|为此|最后|另外|检查后|检查结束后)/, '')
    .replace(/^(?:并|且)(?=[^\s])/, '')
    .replace(
      /^(?:检查组|执法人员|检查人员|监管人员|工作人员|我局|县局|区局|市局|执法队员)(?:现场|当场)?(?=已?(?:责令|要求|督促|责成|下达|对))/,
      '',
    )
