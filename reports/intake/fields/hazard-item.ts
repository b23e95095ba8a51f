import type { ReportedHazard } from '../parsed-message.ts'
import { readStatus } from './rectification-status.ts'

/** A bracket, with brackets inside it: （依据《零售店（点）安全规范》第6.2条）. */
const remark = /[（(【[]((?:[^（()）【】[\]]|[（(][^（()）]{0,30}[)）]){1,200})[)）\]】]/g
const basisWord =
  /^(?:法律|检查|执法|处罚)?(?:依据|根据|违反了?|不符合|违背)(?:为|是|条款)?[:：]?\s*(?=《|GB|AQ|DB|SY|JGJ|\S*[条款])/
/** （违反《…》第四十一条，已责令限期整改） */
const orderAfterBasis = /[，,；;](?=[^，,；;]*(?:整改|改正|限期)[^，,；;]*$)/
const trailingBasis =
  /[，,；;。\n]\s*(?:(?:法律|检查|执法)?依据(?:为|是|条款)?[:：]?\s*(?=《|[^，,；;。]*[条款])|(?:违反了?|不符合|违背了?|根据)(?=《))/
const majorWord = /(?<!未发现|不存在|不属于|不构成|没有|非|无)重大(?:事故|安全|火灾|生产|消防)*隐患/
/** 重大隐患：, 一般隐患： before a hazard: its grade. */
const gradePrefix =
  /^[【[（(]?(?:重大|一般)(?:事故|安全|生产)*隐患(?:\d{1,2}[项处条个])?[】\]）)]?[:：]?\s*(?=\S)/
const gradeAlone = /^(?:属于?|构成|为|系)?(?:重大|一般)(?:事故|安全|生产)*(?:隐患|问题)$/
/** ，属于重大隐患 */
const gradeAfter = /[，,]\s*(?:属于?|构成|为|系|判定为)(?:重大|一般)(?:事故|安全|生产)*隐患$/

/** Without the separators around it. */
export const trimItem = (text: string): string => {
  let end = text.length
  while (end > 0 && /[\s；;。，,、]/.test(text[end - 1]!)) end--
  // A full stop typed on a keyboard without Chinese ones.
  if (/\p{Script=Han}\.$/u.test(text.slice(Math.max(0, end - 2), end))) end--
  return text.slice(0, end).trimStart()
}

/** 发现, 检查发现： before a hazard says how it was come by. */
const foundBy = /^(?:现场|经)?(?:检查)?(?:时|中)?(?:发现|查出|查见)(?:了|有|存在)?[:：，,]?\s*(?=\S{3})/

/** 整改情况：已整改, 已现场整改, 限期5月25日前整改: how a hazard stands, written behind it. */
const stateWord = /整改|改正|消除|更换|修复|停用|停产|责令|已(?!设|有|经营|使用)|限期/
/** 未制定整改方案 is a hazard. */
const aboutPapers = /未.*(?:制定|建立|落实)|制度|方案|台账|记录|通知书/

/** Reads one hazard as listed. What is a column of its own leaves the text: the basis, the state, the grade. */
export function readHazard(item: string, major: boolean, today: string | null) {
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
  let text = item
    .replace(foundBy, '')
    .replace(gradePrefix, '')
    .replace(remark, (whole, inner: string) => {
      const basis = basisWord.exec(inner)
      if (basis || /^《[^》]*》/.test(inner)) {
        const said = inner.slice(basis?.[0].length ?? 0)
        const cut = orderAfterBasis.exec(said)?.index ?? said.length
        hazard.basis ??= said.slice(0, cut).trim()
        if (cut < said.length) takeStatus(said.slice(cut + 1))
        return ''
      }
      if (gradeAlone.test(inner)) return ''
      return inner.length <= 40 && /改|限|期|已|未|[日天]前|√|停产|修复/.test(inner) && takeStatus(inner)
        ? ''
        : whole
    })
  const trailing = trailingBasis.exec(text)
  if (trailing) {
    const said = text.slice(trailing.index + trailing[0].length)
    const cut = orderAfterBasis.exec(said)?.index ?? said.length
    hazard.basis ??= trimItem(said.slice(0, cut)).replace(/(?:的规定|的要求|规定|要求)$/, '')
    if (cut < said.length) takeStatus(trimItem(said.slice(cut)))
    text = text.slice(0, trailing.index)
  }
  text = trimItem(text).replace(/\s*\n\s*/g, '')
  // Several clauses may follow: 已责令立即整改，限期5月25日前.
  for (let clauses = 0; clauses < 3; clauses++) {
    const last = /[，,；;。—\s]+([^，,；;。\s]{2,30})$/.exec(text)
    if (!last || !stateWord.test(last[1]!) || aboutPapers.test(last[1]!) || !takeStatus(last[1]!)) break
    text = trimItem(text.slice(0, last.index))
  }
  hazard.text = trimItem(text.replace(gradeAfter, ''))
  return { hazard, impossible }
}
