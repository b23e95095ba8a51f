import type { Letter } from '../../reports/letter/letter.ts'
import type { Db } from '../../storage/database.ts'
import { lettersOfChain } from '../../storage/letters.ts'

/** The letter 提示函 that has gone out on a chain; null where none has. */
export const sentLetterOf = async ({ id }: { id: number }, db: Db): Promise<Letter | null> =>
  (await lettersOfChain(db, id)).findLast(({ state }) => state === 'sent') ?? null
