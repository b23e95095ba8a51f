import { columns } from './labels/labels.ts'

/** The template 模板 of the six columns 六要素, blank or with the unit filled in; filled, it is a report. */
export const renderTemplate = (unit: string | null): string =>
  Object.entries(columns)
    .map(([column, label]) => `${label}：${column === 'inspectingUnit' ? (unit ?? '') : ''}`)
    .join('\n')
