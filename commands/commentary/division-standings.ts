import type { DivisionStanding } from '../../reports/commentary/round-text.ts'
import { commentariesOfRound } from '../../storage/commentaries.ts'
import type { StoredCommentaryRound } from '../../storage/commentary-rounds.ts'
import type { Db } from '../../storage/database.ts'
import { latestEdition, type Snapshot } from '../../storage/editions.ts'
import { compiledRoundsOn, lastCompiledRound } from '../../storage/rounds.ts'
import type { Directory } from '../directory.ts'

/** How each division stands in a round, in roster order; those that have left the roster since and commented stand last. */
export async function readDivisionStandings(
  db: Db,
  directory: Directory,
  round: StoredCommentaryRound,
): Promise<DivisionStanding[]> {
  const commentaries = await commentariesOfRound(db, round.id)
  const rows = await readRows(db, round)
  const names = [...directory.roster.divisions, ...commentaries.map(({ division }) => ({ name: division }))]
  return [...new Set(names.map(({ name }) => name))].map(name => {
    const industries = directory.division(name)?.industries ?? null
    const ofDivision = commentaries.filter(({ division }) => division === name)
    // What was owed on an earlier day does not pay for this one.
    const isLate = ({ issued }: (typeof ofDivision)[number]) => issued.date < round.date
    const own = ofDivision.filter(each => !isLate(each))
    const spokenOf = own.flatMap(({ issued: { references } }) => [
      ...references.reports,
      ...references.hazards.map(({ report }) => report),
    ])
    const inspected =
      industries === null
        ? undefined
        : rows?.filter(({ industry }) => industry !== null && industries.includes(industry))
    return {
      division: name,
      numbers: own.map(({ issued }) => issued.number),
      late: ofDivision.filter(isLate).map(({ issued: { number, date } }) => ({ number, date })),
      reports: new Set(spokenOf).size,
      ofIndustry: inspected === undefined ? null : new Set(inspected.map(({ number }) => number)).size,
    }
  })
}

/**
 * Rows of the daily reports that the round is about: those of its date, or the last one where none of that date is out
 * yet. Null where there never was one.
 */
async function readRows(db: Db, { date }: StoredCommentaryRound): Promise<Snapshot['localRows'] | null> {
  const last = await lastCompiledRound(db)
  if (last === null) return null
  const ofDate = await compiledRoundsOn(db, date)
  const editions = await Promise.all(
    (ofDate.length > 0 ? ofDate : [last.id]).map(id => latestEdition(db, id)),
  )
  return editions.flatMap(edition =>
    edition === null ? [] : [...edition.report.provincialRows, ...edition.report.localRows],
  )
}
