import { columns } from '../reports/intake/labels/labels.ts'
import type { Problem } from '../reports/intake/parsed-message.ts'
import { addDays, businessDate, shortDate } from '../reports/time.ts'

/** 第2家：, which a line that names the enterprise need not say. */
const whose = /^第\d+家：/

/** All faults in one sentence, nothing without any; one that ends in a question keeps its mark. */
export const listed = (problems: Problem[]): string =>
  problems
    .map(({ message }) => message.replace(whose, ''))
    .join('；')
    .replace(/([^？])$/, '$1。')

/** What stands in an example, by the field that is missing. To be filled in: an example is easily sent as it stands. */
const samples: Partial<Record<Problem['field'], string>> = {
  enterprise: `${columns.enterprise} ××公司`,
  place: `${columns.place} ××街道××号`,
  hazards: `${columns.hazards} 1.××；2.××`,
  inspectors: `${columns.inspectors} ××、××`,
  rectification: `${columns.rectification} 第××项已整改，其余××月××日前整改`,
}

function sampleFor({ kind, field }: Problem, now: Date): string | null {
  if (kind === 'missing') return samples[field] ?? null
  if (kind !== 'impossibleDate' || field !== 'rectification') return null
  return `整改期限 ${shortDate(addDays(businessDate(now), 7))}`
}

/** Asks for exactly what a report still lacks, and says how to fill it in; nothing where nothing is wrong. */
export function askFor({ number, problems }: { number: number; problems: Problem[] }, now: Date): string {
  if (problems.length === 0) return ''
  const ways = [...new Set(problems.flatMap(problem => sampleFor(problem, now) ?? []))].map(
    sample => `/补 ${number} ${sample}`,
  )
  const how = ways.length === 0 ? '' : ways.length === 1 ? `请补：${ways[0]}` : `请补：\n${ways.join('\n')}`
  return listed(problems) + how
}
