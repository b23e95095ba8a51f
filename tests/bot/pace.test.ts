import { expect, test } from 'vitest'
import { createPauses } from '../../bot/pace.ts'

const pace = { overall: 1000, room: 4000, jitter: 500, daily: 100 }

function openPauses(random: () => number, of: typeof pace | undefined = pace) {
  const clock = { at: 1_000_000 }
  const pauses = createPauses(of, () => new Date(clock.at), random)
  /** Milliseconds from now. */
  return {
    clock,
    pauses,
    overall: () => pauses.overall() - clock.at,
    in: (room: string) => pauses.in(room) - clock.at,
  }
}

test('after a message everyone waits a little, and who got it longer', () => {
  const { clock, pauses, overall, in: waits } = openPauses(() => 0)
  expect([overall(), waits('a')]).toEqual([0, 0])
  pauses.begin('a')
  expect([overall(), waits('a'), waits('b')]).toEqual([1000, 4000, 0])
  clock.at += 1000
  expect([overall(), waits('a')]).toEqual([0, 3000])
  clock.at += 3000
  expect(waits('a')).toBe(0)
})

test('each pause has a chance part of its own', () => {
  const chances = [0.5, 0.25]
  const { pauses, overall, in: waits } = openPauses(() => chances.shift()!)
  pauses.begin('a')
  expect([overall(), waits('a')]).toEqual([1250, 4125])
})

test('a clock that is set back by a day stops nobody for a day', () => {
  const { clock, pauses, overall, in: waits } = openPauses(() => 0)
  pauses.begin('a')
  clock.at -= 86_400_000
  expect([overall(), waits('a')]).toEqual([0, 0])
})

test('without a pace nobody waits', () => {
  const pauses = createPauses(
    undefined,
    () => new Date(0),
    () => 0,
  )
  pauses.begin('a')
  expect([pauses.overall(), pauses.in('a')]).toEqual([0, 0])
})
