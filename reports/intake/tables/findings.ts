import { readStatus } from '../fields/rectification-status.ts'
import type { LabelledValue } from '../forms/labelled-value.ts'
import { splitList } from '../text/lists.ts'

/** A hazard 隐患 as one row of a table gives it; what the row does not say is empty. */
export interface Finding {
  label: string
  text: string
  rectification: string
  deadline: string
  major: boolean
  basis: string
}

const withoutEnd = (text: string) => text.replace(/[\s；;。，,、]{1,20}$/, '')
/** What a list has: a number, a line break, a semicolon. Looked for first, as most cells have none. */
const mayBeList = /[\d①-⑳；;\n]|[一二]/
const isOne = ({ text }: Finding) => !mayBeList.test(text) || splitList(text).items.length <= 1
const isRemark = (text: string) => text.length <= 36 && !/[（()）【】[\]\n]/.test(text)

/** How a hazard stands, as a remark behind it; null where it cannot be said in one. */
function remarkOf({ rectification, deadline }: Finding): string | null {
  const due = /\d/.test(deadline) && !/前|内/.test(deadline) ? `限期${deadline}前整改` : deadline
  if (rectification === '') return due
  const { rectified, deadline: own } = readStatus(rectification, null)
  if (rectified === null || !isRemark(rectification)) return null
  return rectified || due === '' || own !== null || !isRemark(due)
    ? rectification
    : `${rectification}，${due}`
}

function toHazard(finding: Finding, remark: string): LabelledValue {
  const basis =
    finding.basis !== '' && isOne(finding) ? `，依据：${finding.basis.replace(/^依据[:：]?/, '')}` : ''
  const text = remark === '' && basis === '' ? finding.text : withoutEnd(finding.text)
  return {
    field: 'hazards',
    label: finding.major ? '重大隐患' : finding.label,
    value: `${text}${remark === '' ? '' : `（${remark}）`}${basis}`,
  }
}

/**
 * The hazards of one inspection with how they stand. Where each row says it of its own hazard it becomes a remark
 * beside the hazard, as the inspection as a whole says nothing of it then; else it is the value of its column.
 */
export function labelFindings(findings: Finding[], rectificationLabel: string): LabelledValue[] {
  const distinct = findings.filter(
    ({ text, label }, index) =>
      text !== '' && !(findings[index - 1]?.text === text && findings[index - 1]?.label === label),
  )
  const said = findings.map(({ rectification }) => rectification).filter(text => text !== '')
  const due = findings.map(({ deadline }) => deadline).filter(text => text !== '')
  const remarks = distinct.map(remarkOf)
  const beside =
    distinct.length > 1 &&
    (said.length > 1 || new Set(due).size > 1) &&
    remarks.every(remark => remark !== null) &&
    distinct.every(isOne) &&
    findings.every(({ text, rectification }) => text !== '' || rectification === '')
  if (beside) return distinct.map((finding, index) => toHazard(finding, remarks[index]!))
  const column = (field: 'rectification' | 'deadline', label: string, values: string[]) =>
    values.map((value): LabelledValue => ({ field, label, value }))
  // Row by row where most rows say it, so that hazards and states keep their pairs; else it is said of all.
  const inPairs = said.length > 1 && findings.every(({ text }) => text !== '')
  const rectified = inPairs ? distinct.map(({ rectification }) => rectification) : said
  return [
    ...distinct.map(finding => toHazard(finding, '')),
    ...column('rectification', rectificationLabel, rectified),
    ...column('deadline', '整改期限', due.slice(0, 1)),
  ]
}
