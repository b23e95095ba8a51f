import { expect, test } from 'vitest'
import { createErrorLog } from '../../../../bot/adapters/wechaty/error-log.ts'

test('the same error is logged once a minute, with how often it came in the minute before', () => {
  const logged: unknown[] = []
  let now = 0
  const note = createErrorLog(
    {
      error: (fields: { err: Error }) => {
        logged.push({ ...fields, err: fields.err.message })
      },
    },
    () => now,
  )
  for (let i = 0; i < 300; i++) note(new Error('offline'))
  note(new Error('other'))
  expect(logged).toEqual([{ err: 'offline' }, { err: 'other' }])
  now = 60_000
  note(new Error('offline'))
  expect(logged.at(-1)).toEqual({ err: 'offline', lastMinute: 300 })
  now = 120_000
  note(new Error('new'))
  expect(logged.at(-1)).toEqual({ err: 'new' })
})
