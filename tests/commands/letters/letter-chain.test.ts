import { expect, test } from 'vitest'
import { defaultPolicy } from '../../../reports/escalation/policy.ts'
import { chainById } from '../../../storage/chains.ts'
import { transact } from '../../../storage/database.ts'
import { letterById } from '../../../storage/letters.ts'
import { savePolicy } from '../../../storage/policies.ts'
import { report, siping, tiedong } from '../../conversation.ts'
import { head, heads, leader, leaders, openOverdueDistrict } from './overdue-district.ts'

/** 1-2 of one enterprise is in a chain; 2-1 of another is in none. */
async function openWithTwoEnterprises() {
  const conversation = await openOverdueDistrict()
  const { say, wait } = conversation
  await say(
    tiedong,
    siping,
    report({
      enterprise: '四平市鑫源化工有限公司',
      hazards: '1.安全阀未校验',
      rectification: '第1项限期5月17日前整改',
    }),
  )
  await say(head, heads, '/督办 1-2')
  await wait(130)
  return conversation
}

const numbers = (chain: { hazards: { report: number; position: number }[] } | null) =>
  chain?.hazards.map(({ report: of, position }) => `${of}-${position}`)

test('a letter to a city takes nothing over from the chain of a district', async () => {
  const { say, wait, submit, db, textIn } = await openWithTwoEnterprises()
  await submit('四平市')
  expect(textIn(leaders)).toContain('1-2属督办1，发函后仍按该督办办理。')
  expect((await letterById(db, 1))!.content.sections[1]!.paragraphs).toContain(
    '其中1-2此前已作督办：2022年5月18日点名点评。',
  )
  await say(leader, leaders, '/签发 1')
  await wait(125)
  const [first, second] = [await chainById(db, 1), await chainById(db, 2)]
  expect(first).toMatchObject({ unit: '四平市铁东区', enterprise: '四平市宏达加油站' })
  expect(numbers(first)).toEqual(['1-2'])
  expect(first!.steps).toHaveLength(1)
  expect(second).toMatchObject({ unit: '四平市', enterprise: '四平市鑫源化工有限公司' })
  expect(numbers(second)).toEqual(['2-1'])
  expect(second!.steps.map(({ rung }) => rung)).toEqual(['提示函'])
})

test('a letter that is about no more than the chain of another unit is sent to that one', async () => {
  const { say } = await openWithTwoEnterprises()
  const [refused] = await say(head, heads, '/提示函 四平市 1-2')
  expect(refused!.text).toContain('1-2属督办1（四平市铁东区），请按该督办起草：/提示函 四平市铁东区 1-2')
})

test('what another letter has told is left out by name, and the rest is drafted', async () => {
  const { say, wait, submit, db } = await openWithTwoEnterprises()
  await submit('四平市铁东区 1-2')
  await say(leader, leaders, '/签发 1')
  await wait(125)
  const shown = (await say(head, heads, '/提示函 四平市铁东区')).at(-1)!.text!
  expect(shown).toContain('1-2已发函（吉安委办提示函〔2022〕1号），未列入。')
  expect(shown).toContain('隐患：2-1')
  expect((await letterById(db, 2))!.hazards).toEqual([{ report: 2, position: 1 }])
  expect((await say(head, heads, '/提示函 四平市铁东区')).at(-1)!.text).toContain('已有稿2，未重复起草')
})

test('told by another letter since it was drafted: at 送签 it is said', async () => {
  const { say, wait, submit } = await openWithTwoEnterprises()
  await say(head, heads, '/提示函 四平市铁东区')
  await submit('四平市铁东区 1-2', 2)
  await say(leader, leaders, '/签发 2')
  await wait(125)
  const [answer] = await say(head, heads, '/提示函 送签 1')
  expect(answer!.text).toContain('注意：1-2已发函（吉安委办提示函〔2022〕1号）')
  await say(leader, leaders, '/提示函 重拟 1')
  const [shown] = await say(leader, leaders, '/提示函 稿1')
  expect(shown!.text).not.toContain('1-2')
})

test('where a policy lets no leader decide, it is said at 签发, and nothing fails when it goes out', async () => {
  const { say, submit, wait, db, clock } = await openOverdueDistrict()
  const policyFor = (deciders: ('leader' | 'divisionHead')[]) => ({
    ...defaultPolicy,
    rungs: defaultPolicy.rungs.map(rule => (rule.rung === '提示函' ? { ...rule, deciders } : rule)),
  })
  await submit()
  await transact(db, tx => savePolicy(tx, policyFor(['divisionHead']), leader, clock.now()))
  expect((await say(leader, leaders, '/签发 1'))[0]!.text).toBe('稿1未签发：“提示函”由分管处长决定。')
  await transact(db, tx => savePolicy(tx, policyFor(['leader']), leader, clock.now()))
  await say(leader, leaders, '/签发 1')
  await transact(db, tx => savePolicy(tx, policyFor(['divisionHead']), leader, clock.now()))
  const told = await wait(125)
  expect(told.map(({ where }) => where)).toEqual([leaders])
  expect(told[0]!.text).toContain('【未发出】提示函稿1签发后情况有变，已恢复为待签发')
  expect((await letterById(db, 1))!.state).toBe('submitted')
})
