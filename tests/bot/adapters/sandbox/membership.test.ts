import { expect, test } from 'vitest'
import { roomsOf } from '../../../../bot/adapters/sandbox/membership.ts'
import { sampleRoster } from './sample.ts'

const everywhere = [
  '指挥中心值班群',
  '全省日报报送群',
  '四平市日报报送群',
  '通化市日报报送群',
  '省本级检查报送群',
  '处长工作群',
  '厅领导群',
  '省安委办工作群',
]

test.each([
  ['四平市铁东区报送员', ['四平市日报报送群', '全省日报报送群']],
  ['通化市报送员', ['通化市日报报送群', '全省日报报送群']],
  ['省厅报送员', ['省本级检查报送群', '全省日报报送群']],
  ['危化二处处长', ['处长工作群', '省本级检查报送群', '省安委办工作群']],
  ['分管副厅长', ['厅领导群', '省安委办工作群']],
  ['四平市副市长', ['省安委办工作群']],
  ['指挥中心值班员', everywhere],
  ['系统管理员', everywhere],
])('%s sits in the rooms of the office, the nearest first', (name, rooms) => {
  const person = sampleRoster.people.find(person => person.name === name)!
  expect(roomsOf(person, sampleRoster)).toEqual(rooms)
})

test('a stranger sits in the reporting rooms', () => {
  expect(roomsOf(null, sampleRoster)).toEqual(['全省日报报送群', '四平市日报报送群', '通化市日报报送群'])
})
