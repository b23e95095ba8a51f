import type { IssuedCommentary } from '../../reports/commentary/commentary.ts'
import { commentariesNumbered, commentaryById, type StoredCommentary } from '../../storage/commentaries.ts'
import type { Db } from '../../storage/database.ts'

/** A commentary that has been sent out. */
export type Issued = StoredCommentary & { issued: IssuedCommentary }

/**
 * How a commentary is named: by its id, or by a number 期号 of a division, null where the division is not said, with the
 * day as MM-DD where a title is quoted.
 */
type CommentaryName = { id: number } | { division: string | null; number: number; day?: string }

/**
 * The commentary that stands at the front of a text, and what follows: 3 …, 编号3：…, 危化二处3 …, 第3期 …, 关于危化二处
 * 日点评第3期 …, or the title line of its text. Null where none does.
 */
export function readCommentaryName(
  text: string,
  divisions: string[],
): { name: CommentaryName; rest: string } | null {
  const words = '(?:【?日?点评】?|关于|编号|的|\\s|\\d{1,2}月\\d{1,2}日)*'
  const division = [...divisions]
    .sort((a, b) => b.length - a.length)
    .map(RegExp.escape)
    .join('|')
  const after = '(?:的?日?点评(?![\\p{L}]))?(?:（(?:\\d{1,2}月\\d{1,2}日|(?:第\\d次)?更正)）)*'
  const found = new RegExp(
    `^${words}(${division || '(?!)'})?${words}第?\\s*([0-9０-９]{1,9})(?:\\s*(期)|(号))?${after}`,
    'u',
  ).exec(text)
  if (found === null) return null
  const [whole, named, digits, unit] = found
  const rest = text.slice(whole.length)
  // 3项已整改 is no number 3: only 期 says of itself that it names a commentary.
  if (unit !== '期' && rest !== '' && !/^[\s：:，,。]/.test(rest)) return null
  const number = Number(digits!.normalize('NFKC'))
  return {
    name: named === undefined && unit !== '期' ? { id: number } : { division: named ?? null, number },
    rest: rest.replace(/^[\s：:，,。]+/, '').trim(),
  }
}

/** The commentary whose title line stands in a text, behind mentions for instance; null where none does. */
export function readCommentaryTitle(text: string, divisions: string[]): CommentaryName | null {
  const [, division, number, month, day] =
    /【日点评】(\S{1,20}) 第(\d{1,9})期(?:（(\d{1,2})月(\d{1,2})日）)?/.exec(text) ?? []
  if (division === undefined || !divisions.includes(division)) return null
  const name = { division, number: Number(number) }
  return month === undefined ? name : { ...name, day: `${month.padStart(2, '0')}-${day!.padStart(2, '0')}` }
}

/** The commentaries sent out that a name fits, newest first: one of each year, and without the division of each. */
export async function commentariesNamed(
  db: Db,
  name: CommentaryName,
  divisions: string[],
): Promise<Issued[]> {
  if ('id' in name) return [await commentaryById(db, name.id)].filter(isIssued)
  const { division, number, day } = name
  const found: Issued[] = []
  for (const each of division === null ? divisions : [division])
    found.push(...(await commentariesNumbered(db, each, number)).filter(isIssued))
  const ofDay = found.filter(({ issued }) => day !== undefined && issued.date.endsWith(day))
  return ofDay.length > 0 ? ofDay : found
}

export const isIssued = (commentary: StoredCommentary | null): commentary is Issued =>
  commentary?.issued != null
