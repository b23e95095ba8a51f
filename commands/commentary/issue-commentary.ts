import type { IssuedCommentary } from '../../reports/commentary/commentary.ts'
import { lastNumberOf, type StoredCommentary } from '../../storage/commentaries.ts'
import type { Context } from '../command.ts'
import { citedFigures, citedHazards } from './cite.ts'

/** A commentary as it would be sent out now. A correction 更正 keeps the number, and all keep their date. */
export async function issueCommentary(
  commentary: StoredCommentary,
  { db, now, directory }: Pick<Context, 'db' | 'now' | 'directory'>,
): Promise<IssuedCommentary> {
  const { id, division, author, text, kinds, references, joint, version, issued } = commentary
  const date = issued?.date ?? commentary.date
  return {
    id,
    division,
    number: issued?.number ?? (await lastNumberOf(db, division, date.slice(0, 4))) + 1,
    date,
    author,
    text,
    kinds,
    references,
    joint,
    version,
    issuedAt: now.toISOString(),
    hazards: await citedHazards(db, references.hazards),
    figures: await citedFigures(db, directory.division(division)?.industries ?? [], date),
  }
}
