import { expect, test } from 'vitest'
import { correctHazard, type StatedHazard } from '../../../reports/hazards/correct-hazard.ts'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'

const stated: StatedHazard = {
  enterprise: '宏达加油站',
  place: null,
  industry: '危险化学品',
  text: '灭火器压力不足',
  major: false,
  foundOn: '2022-05-18',
  deadline: '2022-05-25',
  rectified: false,
}
const { rectified: _rectified, ...said } = stated
const hazard: TrackedHazard = {
  ...said,
  id: 1,
  report: 12,
  position: 1,
  unit: '四平市铁东区',
  state: 'rectifying',
  rectifiedBy: null,
  reinspectedBy: null,
  onTheSpot: false,
  recurrenceOf: null,
  afterClosure: false,
}
const onTheSpot = { state: 'closed', onTheSpot: true, rectifiedBy: '张三', reinspectedBy: '张三' } as const

const correct = (
  before: Partial<TrackedHazard>,
  former: Partial<StatedHazard>,
  now: Partial<StatedHazard>,
  { today = '2022-05-18', takenOver = false } = {},
) => {
  const { steps, stands } = correctHazard(
    { ...hazard, ...before },
    { ...stated, ...former },
    { ...stated, ...now },
    { name: '李四', standing: 'record' },
    [{ message: 7 }],
    { now: new Date(`${today}T06:00:00Z`), today, takenOver, escalated: false },
  )
  return { events: steps.map(({ event }) => event.step), after: steps.at(-1)?.hazard, stands }
}

test('nothing changed, nothing noted', () => {
  expect(correct({}, {}, {})).toEqual({ events: [], after: undefined, stands: false })
})

test('a deadline that was postponed since stays, unless the correction states another', () => {
  expect(correct({ deadline: '2022-06-01' }, {}, {}).events).toEqual([])
  expect(correct({ deadline: '2022-06-01' }, {}, { deadline: '2022-06-10' }).after).toMatchObject({
    deadline: '2022-06-10',
  })
})

test('what the province has taken over is not closed by a correction', () => {
  const mended = { rectified: true, deadline: null }
  expect(correct({}, {}, mended).after).toMatchObject({ state: 'closed', onTheSpot: true })
  expect(correct({}, {}, mended, { takenOver: true }).after).toMatchObject({ state: 'reported' })
})

test('a general one closed on the spot that turns out a major one waits for others', () => {
  const mended = { rectified: true, deadline: null }
  const { events, after } = correct(onTheSpot, mended, { ...mended, major: true })
  expect(events).toEqual(['revise', 'reopen', 'rectify'])
  expect(after).toMatchObject({ state: 'reported', major: true, rectifiedBy: '李四', onTheSpot: false })
})

test('what was only reported is to be rectified again; what others have re-inspected stands', () => {
  const mended = { rectified: true, deadline: null }
  expect(correct({ state: 'reported', rectifiedBy: '张三' }, mended, {}).after).toMatchObject({
    state: 'rectifying',
    rectifiedBy: null,
  })
  expect(correct({ state: 'reinspected' }, mended, { deadline: null }).stands).toBe(true)
  expect(correct({ state: 'closed' }, mended, { deadline: null })).toMatchObject({ events: [], stands: true })
})
