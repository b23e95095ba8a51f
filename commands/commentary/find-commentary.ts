import { commentaryById, commentaryNumbered, type StoredCommentary } from '../../storage/commentaries.ts'
import { type Context, refuse } from '../command.ts'
import { presentHeads } from '../present-heads.ts'
import { readCommentaryName } from './named-commentary.ts'

/**
 * The commentary that stands at the front of a text, from the draft on, and what follows: 12 …, 第3期 … (of the own
 * division), 危化二处3 … or 危化二处第3期 …. Refuses any other.
 */
export async function namedCommentary(
  text: string,
  { db, sender, directory }: Context,
): Promise<{ commentary: StoredCommentary; rest: string }> {
  const divisions = directory.roster.divisions.map(({ name }) => name)
  const { name, rest } =
    readCommentaryName(text, divisions) ?? refuse('请写明点评编号，例如“12”或“危化二处第3期”。')
  if ('id' in name) {
    const commentary = (await commentaryById(db, name.id)) ?? refuse(`没有编号为${name.id}的日点评。`)
    return { commentary, rest }
  }
  const division = name.division ?? sender.division ?? refuse('请写明处室，例如“危化二处第3期”。')
  const commentary =
    (await commentaryNumbered(db, division, name.number)) ??
    refuse(`没有${division}日点评第${name.number}期。`)
  return { commentary, rest }
}

/** The same, where only its author 起草人 may go on. */
export async function ownCommentary(
  text: string,
  context: Context,
): Promise<{ commentary: StoredCommentary; rest: string }> {
  const found = await namedCommentary(text, context)
  const { id, author, division } = found.commentary
  if (!presentHeads(author, division, context.directory).includes(context.sender.name))
    refuse(`编号${id}由${author}起草，只能由其本人操作。`)
  return found
}
