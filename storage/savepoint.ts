import { CompiledQuery } from 'kysely'
import { isStorageFull, type Tx } from './database.ts'

const set = CompiledQuery.raw('savepoint part')
const undo = CompiledQuery.raw('rollback to part')
const release = CompiledQuery.raw('release part')

/**
 * Does a part of what a transaction does. Nothing of it stays where it throws, or where its result does not pass `stays`;
 * what was done before it does. Parts may stand within parts.
 */
export async function behindSavepoint<T>(
  tx: Tx,
  part: () => Promise<T>,
  stays: (result: T) => boolean = () => true,
): Promise<T> {
  await tx.executeQuery(set)
  try {
    const result = await part()
    if (!stays(result)) await tx.executeQuery(undo)
    await tx.executeQuery(release)
    return result
  } catch (error) {
    // On a full disk SQLite may have undone the whole transaction already, and knows of no savepoint any more.
    if (!isStorageFull(error)) {
      await tx.executeQuery(undo)
      await tx.executeQuery(release)
    }
    throw error
  }
}
