import type { Industry } from '../terms.ts'
import { readHazards } from './fields/hazards.ts'
import { industryOfEnterprise, readIndustry } from './fields/industries.ts'
import { mostCounted, readCount, readInspectors } from './fields/inspectors.ts'
import { readRectification } from './fields/rectification.ts'
import { readStatus } from './fields/rectification-status.ts'
import type { LabelField } from './forms/labels.ts'
import type { Segment } from './forms/segment.ts'
import type { Inspection, Problem, ReportedHazard } from './parsed-message.ts'
import { findDate, resolveInspectionDate } from './text/dates.ts'

/** What the whole message says above its first label, or in its sender's name. */
export interface Heading {
  text: string
  /** A unit named there, as written. */
  unit: string | null
  /** What the sender's division is in charge of, where that is one industry. */
  industry: Industry | null
  /** Today in Asia/Shanghai; null when the time of the message is not known. */
  today: string | null
}

/** An inspection without its unit told, and the dates in it that cannot be. */
export interface ReadInspection {
  inspection: Inspection
  /** Whether hazards were labelled at all; an empty list may mean that none were found. */
  statesHazards: boolean
  problems: Problem[]
}

const firstLine = (value: string) => value.split('\n', 1)[0]!.trim()

function readDate(value: string | null, heading: Heading): { date: string | null; problems: Problem[] } {
  const { today } = heading
  const above = heading.text.slice(0, 300)
  const written = value === null ? findDate(above) : findDate(firstLine(value).slice(0, 60), { brief: true })
  if (!written || !today) return { date: null, problems: [] }
  if (value === null && /^(?:之?前|以前)/.test(above.slice(written.index + written.written.length))) {
    return { date: null, problems: [] }
  }
  const { date, fault } = resolveInspectionDate(written, today)
  if (fault === null) return { date, problems: [] }
  const message =
    fault === 'noSuchDay'
      ? `日期“${written.written}”不存在，请核对`
      : `日期“${written.written}”晚于今天，请核对`
  return { date: null, problems: [{ field: 'date', kind: 'impossibleDate', message }] }
}

/** The most characters that an enterprise's name may have, and how many of a longer one are kept. */
const longestName = 100
const keptOfName = 30

/** 红星加油站（位于七道江镇）, （危化品）, （二级重大危险源）: a remark behind the name is no part of it. */
const remarkBehind = /^(.{2,}?)\s*[（(]([^（()）]*)[)）]?\s*$/
/** （位于七道江镇） */
const placeRemark = /^(?:位于|地址|地点|坐落于?|在)[:：]?(.{2,40})$/

function readEnterprise(written: string | null): { enterprise: string | null; problems: Problem[] } {
  if (written === null || written.length <= longestName) return { enterprise: written, problems: [] }
  return {
    enterprise: `${[...written].slice(0, keptOfName).join('')}…`,
    problems: [{ field: 'enterprise', kind: 'tooLong', message: '受检单位名称过长' }],
  }
}

/** Teams and person-times under their own labels, else among the inspectors; a slip of the pen is not counted. */
function readNumbers(teams: number | null, personTimes: number | null) {
  const within = (count: number | null) => (count !== null && count > mostCounted ? null : count)
  const read = { teams: within(teams), personTimes: within(personTimes) }
  const problems: Problem[] = []
  if (read.teams !== teams || read.personTimes !== personTimes) {
    const message = '“检查组、人次”数字过大，请核对'
    problems.push({ field: 'inspectors', kind: 'missing', message })
  }
  return { ...read, problems }
}

/** Hazards with their rectification: list by list where both are labelled as often, else one list. */
function readFindings(segment: Segment, today: string | null) {
  const pick = (field: LabelField) => segment.own.filter(value => value.field === field)
  const found = pick('hazards')
  const rectified = pick('rectification').map(({ value }) => value)
  const lists = found.map(({ label, value }) => readHazards(value, /^重大/.test(label), today))
  const impossible = lists.flatMap(list => list.impossible)

  let unclear = false
  const apply = (hazards: ReportedHazard[], text: string) => {
    const texts = hazards.map(hazard => hazard.text)
    const read = readRectification(text, texts, today)
    for (const [index, status] of read.statuses.entries()) {
      const hazard = hazards[index]!
      // What stands beside the hazard itself is more exact than what is said over the list.
      hazard.deadline ??= hazard.rectified === true ? null : status.deadline
      hazard.rectified ??= status.rectified
      if (status.impossible) impossible.push(status.impossible)
    }
    unclear ||= read.unclear && hazards.some(hazard => hazard.rectified === null)
  }
  const hazards = lists.flatMap(list => list.hazards)
  const overall = lists.flatMap(list => list.overall ?? [])
  if (lists.length > 1 && lists.length === rectified.length) {
    lists.forEach((list, index) => void apply(list.hazards, rectified[index]!))
  } else {
    apply(hazards, rectified.join('\n'))
  }
  if (overall.length > 0) apply(hazards, overall.join('\n'))
  const deadline = pick('deadline')[0]
  if (deadline) {
    const status = readStatus(`限期${deadline.value}前`, today)
    if (status.impossible) impossible.push(status.impossible)
    for (const hazard of hazards) if (hazard.rectified !== true) hazard.deadline ??= status.deadline
  }
  const problems = [...new Set(impossible)].map(
    (written): Problem => ({
      field: 'rectification',
      kind: 'impossibleDate',
      message: `整改期限“${written}”不存在，请核对`,
    }),
  )
  if (unclear) problems.push({ field: 'rectification', kind: 'missing', message: '请写明哪几项已整改' })
  return {
    hazards,
    statesHazards: found.length > 0,
    rectification: [...rectified, ...overall].join('\n') || null,
    problems,
  }
}

/** Reads one segment's columns; the unit is told later, against the roster. */
export function readInspection(segment: Segment, heading: Heading): ReadInspection {
  const values = [...segment.own, ...segment.shared]
  const value = (field: LabelField) => values.find(each => each.field === field)?.value ?? null
  const line = (field: LabelField) => {
    const text = value(field)
    return text === null ? null : firstLine(text)
  }
  const named = line('enterprise')
  const behind = remarkBehind.exec(named ?? '')
  const name = behind?.[1] ?? named
  const { enterprise, problems } = readEnterprise(name)
  const date = readDate(value('date'), heading)
  const findings = readFindings(segment, heading.today)
  const inspectors = readInspectors(line('inspectors') ?? '')
  const numbers = readNumbers(
    readCount(line('teams') ?? '') ?? inspectors.teams,
    readCount(line('personTimes') ?? '') ?? inspectors.personTimes,
  )
  const industry = line('industry')
  const reportingUnit = line('reportingUnit')
  return {
    inspection: {
      inspectingUnit: line('inspectingUnit') ?? reportingUnit ?? heading.unit,
      unit: null,
      enterprise,
      place: line('place') ?? placeRemark.exec(behind?.[2] ?? '')?.[1] ?? null,
      industry:
        (industry === null ? null : readIndustry(industry)) ??
        readIndustry(behind?.[2] ?? '') ??
        readIndustry(heading.text.slice(0, 300)) ??
        industryOfEnterprise((name ?? '').slice(0, longestName)) ??
        heading.industry,
      date: date.date,
      inspectors: inspectors.names,
      teams: numbers.teams,
      personTimes: numbers.personTimes,
      hazards: findings.hazards,
      rectification: findings.rectification,
      level: null,
      manners: [],
      basis: null,
      documents: [],
      cases: null,
      fine: null,
      production: null,
    },
    statesHazards: findings.statesHazards,
    problems: [...problems, ...date.problems, ...numbers.problems, ...findings.problems],
  }
}
