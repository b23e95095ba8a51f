import { expect, test } from 'vitest'
import { hazardChoices } from '../../../commands/hazards/hazard-choices.ts'
import { aHazard } from './enter-hazards.ts'

const labels = (...args: Parameters<typeof hazardChoices>) => hazardChoices(...args).map(({ label }) => label)

test('each is offered what he may do, and nobody anything about what is closed', () => {
  const reported = aHazard({ state: 'reported', rectifiedBy: '张三' })
  expect(labels(aHazard(), 'divisionHead')).toEqual(['催办', '升级'])
  expect(labels(aHazard(), 'reporter')).toEqual([])
  expect(labels(reported, 'reporter', true)).toEqual(['复查合格12-1', '复查不合格12-1'])
  expect(labels(aHazard({ state: 'reinspected' }), 'leader')).toEqual(['销号', '升级', '提级'])
  for (const role of ['dutyOfficer', 'administrator', 'committeeMember'] as const)
    expect(labels(reported, role)).toEqual([])
  for (const state of ['closed', 'void'] as const) expect(labels(aHazard({ state }), 'leader')).toEqual([])
})

test('a major one is not judged by its rectifier, nor one that was taken over by the unit', () => {
  const major = aHazard({ state: 'reported', major: true, rectifiedBy: '张三、李四' })
  expect(labels(major, 'reporter', false, { name: '李四' })).toEqual([])
  expect(labels(major, 'reporter', false, { name: '王五' })).toEqual(['复查合格', '复查不合格'])
  expect(labels(major, 'reporter', false, { name: '王五', takenOver: true })).toEqual([])
  expect(labels(major, 'leader', false, { name: '厅领导', takenOver: true })).not.toContain('提级')
})
