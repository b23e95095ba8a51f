import { expect, test } from 'vitest'
import { renderBoard } from '../../../reports/hazards/board-text.ts'
import { boardOf, entry } from './board-fixture.ts'

test('what is most urgent stands first', () => {
  const { open } = boardOf([
    entry({ report: 1, deadline: '2022-06-30' }),
    entry({ report: 2, deadline: null }),
    entry({ report: 3, deadline: '2022-05-20' }),
    entry({ report: 4, deadline: '2022-05-18' }),
    entry({ report: 5, major: true, deadline: '2022-06-30' }),
    entry({ report: 6, deadline: '2022-05-17' }),
    entry({ report: 7, deadline: '2022-05-01' }),
    entry({ report: 8, state: 'reported', deadline: '2022-05-01' }),
    entry({ report: 9, state: 'closed' }),
  ])
  expect(open.map(({ hazard }) => hazard.report)).toEqual([7, 6, 5, 4, 3, 2, 1, 8])
})

test('the figures are those of the hazards, and what was struck off is none', () => {
  const { figures } = boardOf([
    entry({ report: 1, deadline: '2022-05-17', major: true }, { takenOver: true }),
    entry({ report: 2, deadline: null, recurrenceOf: { report: 1, position: 1 }, afterClosure: true }),
    entry({ report: 3, state: 'reported', recurrenceOf: { report: 1, position: 1 } }),
    entry({ report: 4, state: 'reinspected' }),
    entry({ report: 5, state: 'closed', major: true }),
    entry({ report: 6, state: 'void' }),
    entry({ report: 7, foundOn: '2022-05-19' }),
  ])
  expect(figures).toEqual({
    open: 4,
    rectifying: 2,
    reported: 1,
    reinspected: 1,
    overdue: 1,
    major: 1,
    recurring: 1,
    takenOver: 1,
    undated: 1,
    found: 5,
    closed: 1,
  })
})

test('the rate is no 100% while anything is open, and none where nothing was found', () => {
  const closed = Array.from({ length: 4999 }, (_, i) => entry({ report: i + 10, state: 'closed' }))
  expect(renderBoard(boardOf([entry(), ...closed]))).toContain('累计销号4999条，清零率99.9%。')
  expect(renderBoard(boardOf(closed))).toContain(
    '在册隐患已清零。\n累计发现4999条，累计销号4999条，清零率100.0%。',
  )
  expect(renderBoard(boardOf([]))).toContain(
    '没有登记在册的隐患，已清零。\n累计发现0条，累计销号0条，清零率—。',
  )
})

test('at most twenty lines are listed, under their units', () => {
  const entries = Array.from({ length: 23 }, (_, i) =>
    entry({ report: i + 1, unit: i % 2 === 0 ? '四平市铁东区' : '四平市铁西区' }),
  )
  const text = renderBoard(boardOf(entries))
  expect(text.match(/灭火器压力不足/g)).toHaveLength(20)
  expect(text).toContain('【四平市铁东区】\n1-1 宏达加油站：')
  expect(text).toMatch(/其余3条见附表。$/)
})

test('a line tells all that stands beside the state', () => {
  const text = renderBoard(
    boardOf([
      entry(
        {
          major: true,
          deadline: '2022-05-15',
          text: '储罐区可燃气体\n报警器失灵',
          recurrenceOf: { report: 3, position: 2 },
          afterClosure: true,
        },
        { takenOver: true, rung: '督办提示' },
      ),
    ]),
  )
  expect(text).toBe(`隐患清零台账（全省，截至5月18日16:30）
在册1条：整改中1条，待复查0条，待销号0条。
逾期1条，重大1条，屡改屡犯1条，提级1条，未报期限0条。
累计发现1条，累计销号0条，清零率0.0%。
【四平市铁东区】
12-1 宏达加油站：储罐区可燃气体 报警器失灵（重大，整改中，限5月15日，逾期3天，与3-2重复，提级，督办提示）`)
})

test('of what is overdue only, nothing is claimed about all', () => {
  const text = renderBoard(boardOf([entry()], { overdue: true, unit: '四平市', units: ['四平市铁东区'] }))
  expect(text).toBe('隐患清零台账（四平市、逾期，截至5月18日16:30）\n没有逾期隐患。')
})
