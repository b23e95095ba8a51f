import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import { statesFault } from '../fields/faults.ts'
import { readIndustry } from '../fields/industries.ts'
import { readPeople } from '../prose/people.ts'
import type { LabelField } from './labels.ts'
import { deniesFaults, isDay, readPlace, saysStatus, startsList } from './line-kinds.ts'

/** A label without a separator behind it, 检查人员张三、李四: its value shows whether it is one. */

/** What may lead to the value: 检查人员是张三, 地点在一马路. */
const lead = /^[^\S\n]*(?:(?:分别|均|都)?(?:[为是有系在]|位于))?[^\S\n]*/
const clauseEnd = /[，,。；;\n]/
const wordEnd = /[\s，,。；;：:]/
const remark = /[（(][^（()）\n]*(?:[)）]|$)/g
const longest = 60

/** 要写到乡镇: about the label. */
const about = /^(?:[要须需请必填写怎如什哪]|应(?:当|该|写|填))/
const names = /^[\p{Script=Han}·]{2,4}(?:[、/]\s?[\p{Script=Han}·]{2,4})+(?:等?\d{1,3}[人名])?$/u
const office = /(?:[局厅委办]|[大中支]队|管委会|安委会)$/
const kindOfIndustry = /^\p{Script=Han}{2,10}$/u

/** How words on rectification begin. */
export const ordered = /^(?:均?已|限|责令|立[即行]|[现当]场|未整改)/

const isNames = (word: string): boolean => {
  const bare = word.replace(remark, '')
  if (names.test(bare)) return true
  // 张三和李四
  return bare.length <= 20 && readPeople(bare).inspectors === bare.replace(/(?<=..)[和与及](?=..)/g, '、')
}

/** What the value of each field looks like: its first word, the clause that it opens, and whether 是 or a space leads to it. */
const looks: Partial<Record<LabelField, (word: string, clause: string, isLed: boolean) => boolean>> = {
  inspectingUnit: word => office.test(word),
  enterprise: word => looksLikeEnterprise(word),
  place: word => readPlace(word) !== null,
  inspectors: isNames,
  date: word => isDay(word, { brief: true }),
  industry: word => kindOfIndustry.test(word) && readIndustry(word) !== null,
  hazards: (_, clause, isLed) => startsList(clause) || deniesFaults(clause) || (isLed && statesFault(clause)),
  rectification: (_, clause, isLed) =>
    saysStatus(clause) || /^1[^\d.]/.test(clause) || (isLed && ordered.test(clause)),
}

/** Where its value begins behind a label, if it is one: 一马路 behind 地点在. Null where it does not look like one. */
export function confirmValue(field: LabelField, after: string): number | null {
  const looksRight = looks[field]
  if (!looksRight) return null
  const [leading] = lead.exec(after)!
  const value = after.slice(leading.length, longest)
  if (about.test(value)) return null
  const [clause = ''] = value.split(clauseEnd, 1)
  const [word = ''] = value.split(wordEnd, 1)
  return clause.length > 1 && looksRight(word, clause.trim(), leading !== '') ? leading.length : null
}
