import { expect, test } from 'vitest'
import { createSequence } from '../../../../bot/adapters/wechaty/sequence.ts'

test('work of one key is done in order, whatever fails; another key does not wait', async () => {
  const sequence = createSequence()
  const done: string[] = []
  const slow = Promise.withResolvers<void>()
  void sequence.run('a', () => slow.promise.then(() => void done.push('a1')))
  const failing = sequence.run('a', async () => {
    throw new Error('broken')
  })
  void sequence.run('a', async () => void done.push('a3'))
  await sequence.run('b', async () => void done.push('b1'))
  expect(done).toEqual(['b1'])
  slow.resolve()
  await expect(failing).rejects.toThrow('broken')
  await sequence.drained()
  expect(done).toEqual(['b1', 'a1', 'a3'])
})
