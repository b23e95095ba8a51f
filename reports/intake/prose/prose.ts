import type { LabelledValue } from '../forms/labelled-value.ts'
import { type Account, sharePlace, tellAccount, tellsFindings } from './account.ts'
import { type NameFinder, readActors, readSigner } from './actors.ts'
import { isAside, namesPeople, readLabel, readPlaceClause } from './asides.ts'
import { type Clause, cutClauses, withListMarks } from './clauses.ts'
import { findFindings, hasFault, isNone } from './findings.ts'
import { isRectification, readMeasures } from './measures.ts'
import { listsPeople } from './people.ts'
import {
  concerned,
  enter,
  goTo,
  type Reading,
  startReading,
  tellHazard,
  tellPeople,
  tellStatus,
  whoInspected,
} from './reading.ts'
import { isNoReport, isUnreal } from './refusals.ts'
import { readVisit } from './visits.ts'

export type { NameFinder } from './actors.ts'

const inspected = /检查|督查|抽查|执法|排查|巡查/
const happened = /[今昨前当][天日晚]|\d[日号]|[上下]午|了|应急|局|组/
/** 针对发现的问题, 对存在的隐患: no finding, but what was done about it. */
const aboutFindings =
  /^(?:(?:针对|对|就|以上|上述|对于)[^，。；]{0,12}?(?:发现|存在|查出|上述|以上)|[\p{Script=Han}]{0,6}?(?:发现|查出|存在))的/u
/** The next item of a numbered list. */
const numbered =
  /^\s*(?:\d{1,2} ?[、.)）]|[（(][\d一二三四五六七八九十]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}(?:是|、))/

/** Reads what a clause tells of the enterprises that it is about; false where it tells nothing of use. */
function readFindings(reading: Reading, words: string, end: string, names: NameFinder): boolean {
  const { current, afterStatus, label, served } = reading
  reading.afterStatus = false
  reading.served = ''
  reading.label = /[：:\s]/.test(end) ? readLabel(words.trim()) : null
  if (reading.label !== null) return true
  if (label === 'place') {
    for (const account of current) account.place ??= words.trim()
    return true
  }
  const signer = /局|厅|委|应急|队/.test(words) ? readSigner(words) : null
  if (signer !== null) {
    const { actors } = reading.accounts[0] ?? current[0]!
    if (!actors.some(({ field }) => field === 'inspectingUnit'))
      actors.push({ field: 'inspectingUnit', label: '检查单位', value: signer })
    return false
  }
  if (isNone(words)) {
    const untold = reading.accounts.filter(account => !tellsFindings(account))
    for (const account of /^均|[^\p{Script=Han}]均|^都|两家/u.test(words)
      ? [...current, ...untold]
      : current) {
      if (!/隐患|问题|行为/.test(account.nothing ?? '')) account.nothing = words.trim()
      if (account.guessed) account.told = []
    }
    reading.inFindings = false
    return true
  }
  const at =
    aboutFindings.test(words) && !hasFault(words.replace(aboutFindings, '')) ? -1 : findFindings(words)
  if (at >= 0 && !(reading.inFindings && (/^[\s\d（(①-⑳]/.test(words) || /风险|可能/.test(words)))) {
    for (const account of concerned(reading, words)) account.announced ||= words.slice(0, at)
    reading.inFindings = true
    tellHazard(reading, words.slice(at), end)
    return true
  }
  const measures = readMeasures(words)
  const isStatus = label === 'rectification' || isRectification(words, afterStatus)
  if (measures.length > 0) for (const account of concerned(reading, words)) account.measures.push(...measures)
  if (isStatus) {
    tellStatus(reading, served + words.trim(), end)
    reading.afterStatus = true
    // A sentence on rectification ends the list; a numbered one may go on.
    if (/[。！!\n]/.test(end)) reading.inFindings = false
  } else if (/[，,]/.test(end) && measures.some(({ field }) => field === 'document')) {
    reading.served = words.trim() + end
  }
  if (isStatus || measures.length > 0) return true
  const place = readPlaceClause(words)
  if (place !== null && current.length === 1) {
    current[0]!.place ??= place
    return true
  }
  if (namesPeople(words) || (!reading.inFindings && listsPeople(words))) {
    if (tellPeople(whoInspected(reading), words, readActors(words, '', names))) return true
  }
  if (isAside(words)) return false
  const goesOn =
    reading.inFindings || (numbered.test(words) && hasFault(words) && current[0]!.told.length > 0)
  const guessed = !goesOn && hasFault(words) && current.every(account => !tellsFindings(account))
  if (!goesOn && !guessed) return false
  const last = current[0]!.told.at(-1)
  if (last?.kind === 'status' && !numbered.test(words) && !hasFault(words)) return false
  if (guessed) for (const account of current) account.guessed = true
  reading.inFindings = true
  tellHazard(reading, words, end)
  return true
}

function readClause(reading: Reading, clause: Clause, text: string, names: NameFinder): void {
  const behind = clause.from + clause.text.length + clause.end.length
  const sentence = text.slice(Math.max(reading.sentence, reading.free, clause.from - 200), clause.from)
  const again = goTo(reading, clause.text)
  const visit =
    again === null
      ? readVisit(clause.text, clause.end, text.slice(behind, behind + 90), reading.narrating)
      : null
  let rest = again ?? clause.text
  if (again !== null) reading.free = behind
  else if (visit && !isUnreal(sentence)) {
    if (enter(reading, visit, clause, text, names)) rest = rest.slice(visit.to)
  } else if (!reading.narrating && inspected.test(clause.text)) {
    reading.narrating = happened.test(sentence + clause.text) && !isUnreal(sentence + clause.text)
  }
  if (reading.current.length > 0 && rest.trim() !== '' && readFindings(reading, rest, clause.end, names)) {
    reading.free = behind
  }
  if (/[。；;！!\n]/.test(clause.end)) reading.sentence = behind
}

/** 铁东区应急局张三、李四开展检查，情况如下: the heading over labels, which tells who and when. */
function readHeading(text: string, names: NameFinder): LabelledValue[] {
  if (!/(?:如下|[：:])\s*$/.test(text) || !inspected.test(text) || isUnreal(text)) return []
  if (/\d+ ?(?:家|户)|要求|通知/.test(text)) return []
  const actors = readActors(text.slice(-300), '', names)
  return actors.some(({ field }) => field === 'inspectors') ? actors : []
}

/** Somebody was there, and nothing is said of what was found: told in full, or no report. */
const isFormal = ({ actors }: Account, text: string): boolean =>
  text.length <= 400 &&
  actors.some(({ field }) => field === 'inspectingUnit' || field === 'inspectors') &&
  /检查了|进行|开展|实施|如下|[：:]$/.test(text)

/**
 * Reads a narrated inspection as the values that labels would give, one enterprise after the other; the heading above
 * labels gives who, when and where. Empty where no inspection of a named enterprise is told that took place. A sentence
 * about several enterprises that does not say whose the hazards are gives them to the first.
 */
export function readProse(written: string, names: NameFinder): LabelledValue[] {
  if (isNoReport(written)) return []
  const text = withListMarks(written)
  const reading = startReading()
  for (const clause of cutClauses(text)) readClause(reading, clause, text, names)
  const { accounts } = reading
  if (accounts.length === 0) return reading.isStatistics ? [] : readHeading(text, names)
  const unnamed = accounts.some(({ name }) => name === '')
  if (unnamed && (accounts.length > 1 || accounts[0]!.told.length === 0)) return []
  sharePlace(accounts)
  const told = accounts.some(tellsFindings)
  return told || isFormal(accounts[0]!, text) ? accounts.flatMap(tellAccount) : []
}

/**
 * Reads words that lead to labels, as `readProse` does: 铁东区应急局检查红星加油站. They need not tell what was found, as
 * that follows under a label.
 */
export function readIntroduction(text: string, names: NameFinder): LabelledValue[] {
  if (isNoReport(text)) return []
  const reading = startReading()
  for (const clause of cutClauses(text)) readClause(reading, clause, text, names)
  const named = reading.accounts.filter(({ name }) => name !== '')
  return named.length === reading.accounts.length ? named.flatMap(tellAccount) : []
}
