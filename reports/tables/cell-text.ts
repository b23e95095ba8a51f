import type { CellValue } from 'exceljs'

/** A cell as the user sees it, near enough: formulas by their last result, dates as YYYY-MM-DD, times as HH:mm. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(Number(value.toPrecision(15)))
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return dateText(value)
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text ?? '')
      .join('')
      .trim()
  if ('text' in value) return cellText(value.text)
  if ('result' in value) return cellText(value.result)
  return ''
}

/** A spreadsheet date has no zone; exceljs gives it as UTC. One before 1900 is a time alone. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = date.toISOString().slice(0, 16).split('T')
  if (day < '1900') return time
  return time === '00:00' ? day : `${day} ${time}`
}
