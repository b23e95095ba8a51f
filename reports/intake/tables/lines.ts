import { readIndustry } from '../fields/industries.ts'
import type { LabelledValue } from '../forms/labelled-value.ts'
import { labelText } from '../labels/label-text.ts'
import { type LabelField, labels } from '../labels/labels.ts'

/** What a line above, between or below the rows of a table may say of them: 填报单位：…, 日期：…. */
const said = new Set<LabelField>([
  'inspectingUnit',
  'reportingUnit',
  'enterprise',
  'place',
  'inspectors',
  'date',
  'industry',
  'teams',
  'personTimes',
  'level',
  'manner',
  'basis',
])
const unitLike = /^[^，,。；;：:]{1,30}(?:[省市州县区局厅]|管委会|[大支总]队|处)(?:本级)?$/
const numbering = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.)）]|附[表件]\d*[:：]?)\s*/

/** The cells of a line as text; a label in one cell and its value in the next are joined by a colon. */
export function lineText(cells: string[]): string {
  const filled = cells.filter(cell => cell !== '')
  return filled
    .map((cell, index) => {
      const next = filled[index + 1]
      return labels.has(cell.replace(/\s/g, '')) && next !== undefined && !/[:：]$/.test(cell)
        ? `${cell.replace(/\s/g, '')}：`
        : `${cell} `
    })
    .join('')
    .trim()
}

/** The labelled values of a line. */
export const readLine = (line: string): LabelledValue[] =>
  labelText(line).values.filter(({ field, value }) => said.has(field) && value !== '')

/** A line that heads a part of a table: a unit (二、铁西区应急管理局) or an industry (（一）煤矿); null otherwise. */
export function readSection(line: string): LabelledValue | null {
  const text = line
    .replace(numbering, '')
    .replace(/[：:]$/, '')
    .trim()
  if (text === '' || text.length > 30) return null
  if (unitLike.test(text)) return { field: 'inspectingUnit', label: '检查单位', value: text }
  const industry = text.length <= 10 ? readIndustry(text.replace(/(?:行业|领域|企业|类)+$/, '')) : null
  return industry === null ? null : { field: 'industry', label: '行业', value: industry }
}
