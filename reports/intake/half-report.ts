import { looksLikeEnterprise } from './fields/enterprise-names.ts'
import { statesFault } from './fields/faults.ts'
import { labelText } from './labels/label-text.ts'
import { columns } from './labels/labels.ts'
import { columnsOf } from './read-listed.ts'
import { isBlank } from './text/blank.ts'
import type { Gazetteer } from './units/gazetteer.ts'

/** A heading that shows how to fill the form is not a report. */
export const example =
  /示例|样例|范例|举例|例如|模板|格式(?:如下|为|是)|(?:按|照)(?:以下|此|下列|如下|这个).{0,6}格式|填写说明/

/** Somebody asks, orders, announces or plans; no report is meant. */
const asks =
  /[?？]|[吗呢吧]\s*$|请|怎么|如何|麻烦|通知|要求|注意|提醒|明[天日]|后[天日]|计划|会议|开会|参会|培训|填好|发给大家|以后|要写|应当/

/** Whether chat looks half like a report: a column or two is filled in, or a firm was visited and something found. */
export function looksHalfLikeReport(text: string, gazetteer: Gazetteer): boolean {
  if (text.length < 6 || text.length > 600 || asks.test(text)) return false
  const { heading, values } = labelText(text, gazetteer)
  if (example.test(heading)) return false
  const labelled = values.filter(({ value, implied }) => !isBlank(value) && !implied)
  const told = columnsOf(
    labelled.filter(({ field, value }) => field !== 'hazards' || statesFault(value)),
  ).filter(column => column !== 'inspectingUnit')
  if (told.some(column => column === 'enterprise' || column === 'hazards' || column === 'rectification'))
    return true
  // 检查人员：张三 answers what was asked; a place with a time is a meeting.
  if (told.length > 0 && text.length <= 60 && labelled.every(({ field }) => field in columns)) return true
  return (
    /检查|执法/.test(text) &&
    /隐患|问题|整改/.test(text) &&
    text.split(/[，,。；;：:\s]/).some(looksLikeEnterprise)
  )
}
