import { expect, test } from 'vitest'
import { openDatabase, type Tx, transact } from '../../storage/database.ts'
import { behindSavepoint } from '../../storage/savepoint.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'

const write = (tx: Tx, key: string) => writeSetting(tx, key, 'said')

test('of a part that throws, or is not to stay, nothing stays; what stands around it does', async () => {
  const db = await openDatabase(':memory:', new Date('2022-05-18T02:00:00Z'))
  await transact(db, async tx => {
    await write(tx, 'before')
    await behindSavepoint(tx, async () => {
      await write(tx, 'outer')
      const failing = async () => {
        await write(tx, 'inner')
        throw new Error('refused')
      }
      await expect(behindSavepoint(tx, failing)).rejects.toThrow('refused')
      await behindSavepoint(
        tx,
        () => write(tx, 'tried'),
        () => false,
      )
    })
  })
  const kept = []
  for (const key of ['before', 'outer', 'inner', 'tried'])
    if ((await readSetting(db, key)) !== null) kept.push(key)
  expect(kept).toEqual(['before', 'outer'])
  await db.destroy()
})
