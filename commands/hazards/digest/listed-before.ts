import { type Calendar, workingDaysAfter } from '../../../reports/calendar.ts'
import type { Db, Tx } from '../../../storage/database.ts'
import { readSetting, writeSetting } from '../../../storage/settings.ts'

/** What the heads have been shown and have not decided: by number of the hazard what spoke for it, and the date. */
type Listed = Record<string, { facts: string[]; date: string }>

const key = 'listedForDecision'
/** Without anything new it is shown again after so many working days. */
const restDays = 5

export const readListed = async (db: Db): Promise<Listed> =>
  JSON.parse((await readSetting(db, key)) ?? '{}') as Listed

/** What is not in it any more has been decided: should it come up again, it is new. */
export const writeListed = (tx: Tx, listed: Listed): Promise<void> =>
  writeSetting(tx, key, JSON.stringify(listed))

/** Whether there is reason to show something, after it was shown before. */
const isNews = (
  facts: string[],
  before: Listed[string] | undefined,
  today: string,
  calendar: Calendar,
): boolean =>
  before === undefined ||
  facts.some(fact => !before.facts.includes(fact)) ||
  workingDaysAfter(before.date, restDays, calendar) <= today

/** What was listed up to now, and what will have been after this morning. */
export type ListedItems = Record<'before' | 'now', Listed>

/** Those that are to be shown now, the first of them, and how many; all that stays undecided is kept in mind. */
export function chooseNews<T extends { number: string; facts: string[] }>(
  entries: T[],
  { before, now }: ListedItems,
  most: number,
  today: string,
  calendar: Calendar,
): { fresh: number; shown: T[] } {
  const fresh = entries.filter(({ number, facts }) => isNews(facts, before[number], today, calendar))
  const shown = fresh.slice(0, most)
  for (const { number } of entries) if (before[number] !== undefined) now[number] = before[number]
  for (const { number, facts } of shown) now[number] = { facts, date: today }
  return { fresh: fresh.length, shown }
}
