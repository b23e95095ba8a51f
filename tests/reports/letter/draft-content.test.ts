import { expect, test } from 'vitest'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { draftContent } from '../../../reports/letter/draft-content.ts'
import type { LetterFacts, LetterHazard } from '../../../reports/letter/letter-facts.ts'
import { withDueOn, withPart } from '../../../reports/letter/letter-parts.ts'
import type { Unit } from '../../../reports/roster/roster.ts'

const tiedong: Unit = {
  name: '四平市铁东区',
  shortName: '铁东区',
  level: 'county',
  parent: '四平市',
  reports: true,
}

const record = (changes: Partial<TrackedHazard> = {}, more: Partial<LetterHazard> = {}): LetterHazard => ({
  hazard: {
    id: 1,
    report: 1,
    position: 2,
    unit: '四平市铁东区',
    enterprise: '四平市宏达加油站',
    place: null,
    industry: '危险化学品',
    text: '配电箱未接地；',
    major: false,
    foundOn: '2022-05-11',
    deadline: '2022-05-16',
    state: 'rectifying',
    rectifiedBy: null,
    reinspectedBy: null,
    onTheSpot: false,
    recurrenceOf: null,
    afterClosure: false,
    ...changes,
  },
  inspectedBy: '四平市铁东区应急管理局',
  earlierCases: 0,
  chasedOn: [],
  ...more,
})

const draft = (changes: Partial<LetterFacts> = {}) =>
  draftContent({
    unit: tiedong,
    hazards: [record()],
    grounds: ['overdue'],
    rungs: [],
    silentRounds: 0,
    failedVerifications: 0,
    note: null,
    contact: '危化二处',
    today: '2022-05-18',
    dueOn: '2022-05-25',
    ...changes,
  })

const textOf = ({ sections }: ReturnType<typeof draftContent>) =>
  sections.flatMap(({ paragraphs }) => paragraphs).join('\n')

test('one overdue hazard: what the record tells, and nothing else', () => {
  const content = draft({
    hazards: [record({}, { chasedOn: ['2022-05-16', '2022-05-17'] })],
    rungs: [{ rung: '点名点评', date: '2022-05-17', hazards: ['1-2'] }],
  })
  expect(content.title).toBe('关于四平市铁东区隐患逾期未整改的提示函')
  expect(content.addressee).toBe('四平市铁东区人民政府区长')
  expect(content.annex).toBeNull()
  expect(content.sections.map(({ heading }) => heading)).toEqual([
    null,
    '基本情况',
    '有关依据',
    '工作要求',
    null,
  ])
  expect(content.sections[1]!.paragraphs).toEqual([
    '2022年5月11日，四平市铁东区应急管理局检查四平市宏达加油站时，发现隐患“配电箱未接地”（编号1-2），整改期限为5月16日，已逾期2天。已催办2次（最近5月17日）。',
    '此前已作督办：2022年5月17日点名点评。',
  ])
  expect(content.sections.at(-1)!.paragraphs).toEqual([
    '请于2022年5月25日（周三）17:00前，将整改落实情况书面回复我办。',
  ])
})

test('the law that fits: fines for what is overdue, stopping production for what is major', () => {
  const general = textOf(draft())
  expect(general).toContain('第四十一条')
  expect(general).toContain('第一百零二条')
  expect(general).not.toContain('第六十五条')
  const major = textOf(draft({ hazards: [record({ major: true, deadline: '2022-06-01' })] }))
  expect(major).toContain('重大事故隐患治理督办制度')
  expect(major).toContain('第六十五条')
  expect(major).not.toContain('第一百零二条')
  expect(textOf(draft({ hazards: [], note: '工作滞后' }))).not.toContain('第四十一条')
})

test('rules for governments apply to a zone by analogy', () => {
  const zone = draft({ unit: { ...tiedong, name: '长春新区' } })
  expect(zone.addressee).toBe('长春新区管委会主任')
  expect(textOf(zone)).toContain('各类开发区管理机构党政领导干部参照本规定执行')
})

test('a hazard that was found again is said to be so', () => {
  const content = draft({
    hazards: [record({ deadline: null, afterClosure: true }, { earlierCases: 2 })],
  })
  expect(content.title).toBe('关于四平市铁东区隐患反复出现的提示函')
  expect(textOf(content)).toContain('该隐患此前已发现2次，销号后再次出现。')
  expect(textOf(content)).toContain('未报整改期限')
  expect(textOf(content)).toContain('举一反三')
})

test('more than three hazards stand in an annex, the major one in the text as well', () => {
  const content = draft({
    hazards: [1, 2, 3, 4].map(position =>
      record({ position, major: position === 3, text: `隐患${position}` }),
    ),
  })
  expect(content.sections[0]!.paragraphs[0]).toContain('隐患4条逾期未整改，其中重大隐患1条')
  expect(content.annex!.rows.length).toBe(4)
  expect(content.annex!.rows[0]).toContain('隐患3（编号1-3，重大隐患')
  const facts = content.sections[1]!.paragraphs.join('\n')
  expect(facts).toContain('涉及企业1家，逾期最长的已逾期2天')
  expect(facts).toContain('编号1-3')
  expect(facts).not.toContain('编号1-1')
})

test('of many majors some are told one by one; unnamed enterprises count by their reports', () => {
  const content = draft({
    hazards: [1, 2, 3, 4, 5].map(report =>
      record({ report, position: 1, major: true, enterprise: report > 3 ? null : '宏达加油站' }),
    ),
    rungs: [{ rung: '点名点评', date: '2022-05-17', hazards: ['2-1'] }],
    note: '拒不整改',
  })
  const facts = content.sections[1]!.paragraphs
  expect(facts[0]).toContain('涉及企业3家')
  expect(facts.slice(-3)).toEqual([
    '重大隐患有1-1、2-1、3-1等5条，详见附件。',
    '其中2-1此前已作督办：2022年5月17日点名点评。',
    '补充说明：拒不整改。',
  ])
})

test('a unit that has not reported', () => {
  const content = draft({ hazards: [], grounds: ['silent'], silentRounds: 3 })
  expect(content.title).toBe('关于四平市铁东区检查情况连续缺报的提示函')
  expect(textOf(content)).toContain('已连续3个批次未报送检查情况')
  expect(textOf(content)).not.toContain('隐患')
})

test('a part is replaced, and the date is stated anew', () => {
  const changed = withDueOn(withPart(draft(), '要求', '立即停用。\n\n逐台检测。'), '2022-05-30')
  expect(changed.sections[3]!.paragraphs).toEqual(['立即停用。', '逐台检测。'])
  expect(changed.sections.at(-1)!.paragraphs[0]).toContain('2022年5月30日（周一）')
  expect(changed.sections[1]).toEqual(draft().sections[1])
})
