import type { Industry } from '../terms.ts'
import { impossibleDate } from './fault-sentences.ts'
import { readCircumstances } from './fields/circumstances.ts'
import { readEnforcement } from './fields/enforcement.ts'
import { splitRemark } from './fields/enterprise-names.ts'
import { industryOfEnterprise, readIndustry } from './fields/industries.ts'
import { mostCounted, readCount, readInspectors } from './fields/inspectors.ts'
import type { LabelledValue } from './forms/labelled-value.ts'
import type { Segment } from './forms/segment.ts'
import type { LabelField } from './labels/labels.ts'
import type { Inspection, Problem } from './parsed-message.ts'
import { readFindings } from './read-findings.ts'
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
  if (
    value === null &&
    /^(?:之?前|以前|那|发的?|报的?|的(?:表|报告|日报|那))/.test(
      above.slice(written.index + written.written.length),
    )
  ) {
    return { date: null, problems: [] }
  }
  const { date, fault } = resolveInspectionDate(written, today)
  if (fault === null) return { date, problems: [] }
  return { date: null, problems: [impossibleDate(written, fault)] }
}

/** 危化二处 has more industries than its name says. */
const divisions = /(?:煤矿|煤监|非煤|危化|工贸)[一二三]?处/g

/** The most characters that an enterprise's name may have, and how many of a longer one are kept. */
const longestName = 100
const keptOfName = 30

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

/** Beside the six columns: how it was made and what was ordered, said anywhere but in a hazard. */
const saidOf = (values: readonly LabelledValue[], fields: (field: LabelField) => boolean) =>
  values
    .filter(({ field }) => fields(field))
    .map(({ label, value }) => (label === '' ? value : `${label}：${value}`))

const measures = new Set<LabelField>(['rectification', 'document', 'case', 'fine', 'production', 'aside'])
const circumstances = new Set<LabelField>(['level', 'manner', 'basis'])

/** 我局 names nobody: it is the sender's. */
const withoutOwn = (written: string | null): string | null =>
  written !== null && /^(?:我|本|咱)们?(?:局|厅|单位|县|区|市|州|大队|支队|科)/.test(written) ? null : written

/** Reads one segment's columns; the unit is told later, against the roster. */
export function readInspection(segment: Segment, heading: Heading): ReadInspection {
  const values = [...segment.own, ...segment.shared]
  const value = (field: LabelField) => values.find(each => each.field === field)?.value ?? null
  const line = (field: LabelField) => {
    const text = value(field)
    return text === null ? null : firstLine(text)
  }
  const named = line('enterprise')
  const behind = named === null ? null : splitRemark(named)
  const name = behind?.name ?? null
  const { enterprise, problems } = readEnterprise(name)
  const date = readDate(value('date'), heading)
  const findings = readFindings(segment, heading.today)
  const own = segment.own.filter(each => each.field === 'inspectors').map(each => firstLine(each.value))
  const inspectors = readInspectors(own.length > 1 ? own.join('、') : (line('inspectors') ?? ''))
  const numbers = readNumbers(
    readCount(line('teams') ?? '') ?? inspectors.teams,
    readCount(line('personTimes') ?? '') ?? inspectors.personTimes,
  )
  const industry = line('industry')
  const reportingUnit = line('reportingUnit')
  return {
    inspection: {
      inspectingUnit: withoutOwn(line('inspectingUnit') ?? reportingUnit ?? heading.unit),
      unit: null,
      enterprise,
      place: line('place') ?? placeRemark.exec(behind?.remark ?? '')?.[1] ?? null,
      industry:
        (industry === null ? null : readIndustry(industry)) ??
        readIndustry(behind?.remark ?? '') ??
        readIndustry(heading.text.slice(0, 300).replace(divisions, '')) ??
        industryOfEnterprise((name ?? '').slice(0, longestName)) ??
        heading.industry,
      date: date.date,
      inspectors: inspectors.names,
      teams: numbers.teams,
      personTimes: numbers.personTimes,
      hazards: findings.hazards,
      rectification: findings.rectification,
      ...readCircumstances([...saidOf(values, field => circumstances.has(field)), heading.text]),
      ...readEnforcement(saidOf(values, field => measures.has(field))),
    },
    statesHazards: findings.statesHazards,
    problems: [...problems, ...date.problems, ...numbers.problems, ...findings.problems],
  }
}
