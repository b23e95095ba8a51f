import type { ReportedHazard } from '../parsed-message.ts'
import { splitList } from '../text/lists.ts'
import { readStatus } from './rectification-status.ts'

/** Hazards as listed, and deadlines in them that are not on the calendar. */
export interface ReadHazards {
  hazards: ReportedHazard[]
  impossible: string[]
}

/** 未发现问题隐患, 无, 良好. Anchored: 无证上岗 is a hazard. */
const nothing =
  /^(?:经|本次|现场|线上|线下|检查|执法|该企业|企业|当日|暂时?|目前|均|组|人员|中|，|,)*(?:(?:未(?:能)?(?:发现|查出|检查出|查到|见|存在)|没有?(?:发现|查出|存在)?|无|不存在)(?:任何|新的?|明显|存在|安全|生产|消防|一般|重大|较大|事故|问题|隐患|及|和|或|与|、|异常|违法|违规|行为|情况|的)*|(?:总体|整体|情况|运行|状况|管理|安全|生产)*(?:良好|较好|正常|合格)|一切正常|符合要求|[0零](?:项|处|个|条)?|[/-]|—+)$/
const remark = /[（(【[]([^（()）【】[\]]{1,200})[)）\]】]/g
const basisWord = /^(?:法律|检查|执法|处罚)?(?:依据|根据|违反了?)(?:为|是)?[:：]?\s*(?=《|\S)/
/** （违反《…》第四十一条，已责令限期整改） */
const orderAfterBasis = /[，,；;](?=[^，,；;]*(?:整改|改正|限期)[^，,；;]*$)/
const trailingBasis = /[，,；;。\n]\s*(?:法律|检查|执法)?依据(?:为|是)?[:：]?\s*(?=《|[^，,；;。]*[条款])/
const majorWord = /(?<!未发现|不存在|不属于|不构成|没有|非|无)重大(?:事故|安全|火灾|生产|消防)*隐患/
/** A heading over the list: 存在重大隐患2项： says so of all when there are two. */
const majorLead =
  /(?<!未发现|不存在|没有|非|无)重大(?:事故|安全|生产)*隐患(?:(\d+)[处项条个])?(?:如下)?[:：]?$/
/** 重大隐患：, 一般隐患： before a hazard: its grade. */
const gradePrefix = /^(?:重大|一般)(?:事故|安全|生产)*隐患[:：]\s*/

const trimItem = (text: string) => {
  let end = text.length
  while (end > 0 && /[\s；;。，,、]/.test(text[end - 1]!)) end--
  return text.slice(0, end).trimStart()
}

/** Whether a text says that there is no hazard. */
export const saysNothing = (text: string): boolean => {
  const item = trimItem(text)
  return item.length <= 60 && nothing.test(item)
}

function readHazard(item: string, major: boolean, today: string | null) {
  const hazard: ReportedHazard = { text: '', major, rectified: null, deadline: null, basis: null }
  const impossible: string[] = []
  const takeStatus = (clause: string): boolean => {
    const status = readStatus(clause, today)
    hazard.rectified ??= status.rectified
    hazard.deadline ??= status.deadline
    if (status.impossible) impossible.push(status.impossible)
    return status.rectified !== null
  }

  if (majorWord.test(item)) hazard.major = true
  // What is a column of its own leaves the text: the basis, the state, the grade.
  let text = item.replace(gradePrefix, '').replace(remark, (whole, inner: string) => {
    const basis = basisWord.exec(inner)
    if (basis || /^《[^》]*》/.test(inner)) {
      const said = inner.slice(basis?.[0].length ?? 0)
      const cut = orderAfterBasis.exec(said)?.index ?? said.length
      hazard.basis ??= said.slice(0, cut).trim()
      if (cut < said.length) takeStatus(said.slice(cut + 1))
      return ''
    }
    if (/^(?:属于?)?(?:重大|一般)(?:事故|安全)*隐患$/.test(inner)) return ''
    return inner.length <= 40 && /改|限|期|已|[日天]前/.test(inner) && takeStatus(inner) ? '' : whole
  })
  const trailing = trailingBasis.exec(text)
  if (trailing) {
    hazard.basis ??= trimItem(text.slice(trailing.index + trailing[0].length))
    text = text.slice(0, trailing.index)
  }
  text = trimItem(text).replace(/\s*\n\s*/g, '')
  const lastClause = /[，,；;。]([^，,；;。]{2,24})$/.exec(text)
  if (lastClause && /整改|改正/.test(lastClause[1]!) && !/未.*制定|制度|方案/.test(lastClause[1]!)) {
    if (takeStatus(lastClause[1]!)) text = text.slice(0, lastClause.index)
  }
  hazard.text = trimItem(text)
  return { hazard, impossible }
}

/** Reads the hazards under one label; `major` when the label itself says 重大隐患. */
export function readHazards(value: string, major: boolean, today: string | null): ReadHazards {
  if (saysNothing(value)) return { hazards: [], impossible: [] }
  const { lead, items } = splitList(value)
  const heading = majorLead.exec(lead)
  const allMajor =
    major || (heading !== null && (heading[1] ?? String(items.length)) === String(items.length))
  const read = items
    .filter(item => trimItem(item) !== '' && !saysNothing(item))
    .map(item => readHazard(item, allMajor, today))
    .filter(({ hazard }) => hazard.text !== '')
  return {
    hazards: read.map(({ hazard }) => hazard),
    impossible: read.flatMap(({ impossible }) => impossible),
  }
}
