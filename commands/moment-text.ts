import { businessDate, businessTime, shortDate } from '../reports/time.ts'

/** 5月18日10:02. */
export const momentText = (at: Date): string => `${shortDate(businessDate(at))}${businessTime(at)}`

/** Another moment after one that has been told: without the date where it is the same. */
export const laterText = (at: Date, told: Date): string =>
  businessDate(at) === businessDate(told) ? businessTime(at) : momentText(at)
