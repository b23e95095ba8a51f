import { expect, test } from 'vitest'
import { readRosterDirectory, sampleRoster } from '../../../bot/doors/roster-files.ts'
import { sampleDay, sampleHappenings } from '../../../bot/sample/day.ts'

const date = '2022-05-18'

test('the same date gives the same day, another its own dates', () => {
  expect(sampleDay(date)).toEqual(sampleDay(date))
  const other = sampleDay('2024-02-28')
  expect(other).toHaveLength(sampleDay(date).length)
  const text = JSON.stringify(other)
  expect(text).toContain('2月28日')
  expect(text).toContain('3月6日')
  expect(text).not.toContain('5月18日')
  expect(other.every(({ at }) => /^2024-02-2[89]T\d{2}:\d{2}:\d{2}\+08:00$/.test(at))).toBe(true)
})

test('runs from 08:40 to the next working morning in order of time, and ends with the clock alone', () => {
  const lines = sampleDay(date)
  expect(lines[0]?.at).toBe(`${date}T08:40:12+08:00`)
  const times = lines.map(({ at }) => Date.parse(at))
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(lines.at(-1)).toEqual({ at: '2022-05-19T10:15:00+08:00' })
})

test('everybody who speaks is in the roster, but one; every room is', async () => {
  const { people, rooms } = await readRosterDirectory(sampleRoster)
  const lines = sampleDay(date)
  const strangers = new Set(
    lines.flatMap(({ from }) =>
      from !== undefined && !people.some(({ name }) => name === from) ? from : [],
    ),
  )
  expect([...strangers]).toEqual(['敦化应急小孙'])
  for (const { room } of lines) if (room !== undefined) expect(rooms.map(({ name }) => name)).toContain(room)
})

test('no two enterprises of a day are told in quite the same words', () => {
  const texts = sampleHappenings(date).flatMap(({ line, truth }) =>
    truth.kind === 'report' && truth.visits.length > 0 ? [line.text] : [],
  )
  // The report that went to the wrong group is sent again as it was.
  expect(new Set(texts).size).toBe(texts.length - 1)
})

test('quotes and withdrawals name messages of the day', () => {
  const lines = sampleDay(date)
  const ids = lines.flatMap(({ id }) => id ?? [])
  const named = lines.flatMap(({ quote, recall }) => quote ?? recall ?? [])
  expect(named).toHaveLength(5)
  for (const id of named) expect(ids).toContain(id)
})
