/** One message with more reports than anybody reads answers to. */
import { expect, test } from 'vitest'
import { takeReport } from '../../commands/take-report.ts'
import { openConversation } from '../conversation.ts'
import { amendment, asHeard, parsed } from './as-heard.ts'

const hazard = (rectified: boolean) => ({
  text: rectified ? '灭火器失效' : '通道堵塞',
  major: false,
  rectified,
  deadline: null,
  basis: null,
})

const firms = (count: number) => {
  const [{ states, ...each }] = amendment({ hazards: [hazard(true), hazard(false)] }).inspections as [
    ReturnType<typeof amendment>['inspections'][number],
  ]
  return Array.from({ length: count }, (_, index) => ({ ...each, enterprise: `第${index + 1}加油站` }))
}

const missing = (inspection: number) =>
  ({ field: 'inspectors', kind: 'missing', message: '缺“检查人员”', inspection }) as const

const open = async () => {
  const conversation = await openConversation()
  return (message: ReturnType<typeof parsed>, said: Parameters<typeof asHeard>[2] = {}) =>
    asHeard(conversation, context => takeReport(message, context), said)
}

test('sixty firms are one line; the same sixty again as well', async () => {
  const hear = await open()
  expect(await hear(parsed({ inspections: firms(60) }))).toEqual([
    '已收第1—60号，共60家，隐患120条，已整改60条。',
  ])
  expect(await hear(parsed({ inspections: firms(60) }))).toEqual(['60份与第1—60号相同，未重复计入。'])
})

test('what lacks something is listed, ten at most; of the rest the numbers are told', async () => {
  const hear = await open()
  const problems = Array.from({ length: 13 }, (_, index) => missing(index + 2))
  const [answer] = await hear(parsed({ inspections: firms(60), problems }))
  const lines = answer!.split('\n')
  expect(lines).toHaveLength(12)
  expect(lines[1]).toContain('第3号：四平市铁东区—第3加油站')
  expect(lines[1]).toContain('请补：/补 3 检查人员 ××、××')
  expect(lines[11]).toBe('另有3份有缺项或需核对：第13—15号，请对照原文逐份核对补报。')
})

test('what was not taken comes first, and the rest of it by name', async () => {
  const hear = await open()
  const problems = Array.from({ length: 12 }, (_, index) => ({
    field: 'inspectingUnit' as const,
    kind: 'unknownUnit' as const,
    message: '未找到单位“某局”',
    inspection: index,
  }))
  const [answer] = await hear(parsed({ inspections: firms(30), problems: [...problems, missing(20)] }))
  const lines = answer!.split('\n')
  expect(lines[0]).toBe('已收第1—18号，共18家，隐患36条，已整改18条。')
  expect(lines[1]).toContain('“第1加油站”未计入')
  expect(lines.at(-2)).toBe('另有2份未计入：第11加油站、第12加油站，请改正后重发。')
  expect(lines.at(-1)).toContain('另有1份有缺项或需核对：第9号')
})

test('ten are told one by one', async () => {
  const hear = await open()
  expect((await hear(parsed({ inspections: firms(10) })))[0]?.split('\n')).toHaveLength(10)
})
