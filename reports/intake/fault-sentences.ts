import type { Problem } from './parsed-message.ts'
import type { ResolvedDate, WrittenDate } from './text/dates.ts'

/** A count of a part (已整改2项) that does not say which. */
export const unclearRectification: Problem = {
  field: 'rectification',
  kind: 'missing',
  message: '请写明哪几项已整改',
}

/** A deadline 整改期限 that is not on the calendar. */
export const impossibleDeadline = (written: string): Problem => ({
  field: 'rectification',
  kind: 'impossibleDate',
  message: `整改期限“${written}”不存在，请核对`,
})

/** A day of inspection that is not on the calendar, or lies ahead. */
export const impossibleDate = (
  { written }: Pick<WrittenDate, 'written'>,
  fault: NonNullable<ResolvedDate['fault']>,
): Problem => ({
  field: 'date',
  kind: 'impossibleDate',
  message: `日期“${written}”${fault === 'noSuchDay' ? '不存在' : '晚于今天'}，请核对`,
})
