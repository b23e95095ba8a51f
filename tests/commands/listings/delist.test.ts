import { expect, test } from 'vitest'
import { siping } from '../../conversation.ts'
import { about, openOverdue } from '../escalation/escalated.ts'

const leaders = '厅领导群'
const leader = '厅领导'
const committee = '省安委办工作群'

test('the committee reads what is listed, how late and by when, and in the end what became of it', async () => {
  const conversation = await openOverdue({}, { report: 13, text: '储罐区可燃气体报警器失效', major: true })
  const { say, until, textIn } = conversation
  await say(leader, leaders, '/督办 13-1 挂牌督办 企业拒不整改')
  const listed = await until('10:05')
  expect(textIn(committee, listed)).toBe(
    [
      '【挂牌督办】督办1（四平市铁东区 宏达加油站）',
      '13-1 储罐区可燃气体报警器失效（重大，整改中，限5月16日，逾期2天）',
      '厅领导决定公开挂牌督办，由四平市铁东区政府负责，于6月1日17:00前整改到位并反馈。事由：逾期未整改、重大隐患未整改。',
      '说明：企业拒不整改',
    ].join('\n'),
  )
  await say('四平市铁东区报送员', siping, '/整改 13-1 已更换，现场正常')
  await say('四平市报送员', siping, '/复查 13-1 合格')
  await say('危化一处处长', '处长工作群', '/销号 13-1')
  const delisted = await say(leader, leaders, '/摘牌 1')
  expect(textIn(committee, delisted)).toBe(
    [
      '【摘牌】督办1（四平市铁东区 宏达加油站）自今日起摘牌：隐患均已销号。',
      '13-1 储罐区可燃气体报警器失效（重大，已销号）',
    ].join('\n'),
  )
  expect(about(1, siping, delisted)).toHaveLength(1)
  // The record of the hazard tells the whole way.
  const record = textIn(leader, await say(leader, null, '/台账 13-1'))
  const lines = record.slice(record.indexOf('办理：')).split('\n').slice(1)
  expect(lines.map(line => line.replace(/^\S*?\d\d:\d\d /, '').replace(/：.*/, ''))).toEqual([
    '登记（系统）',
    '挂牌督办（厅领导），督办1',
    '报整改（四平市铁东区报送员）',
    '复查合格（四平市报送员）',
    '销号（危化一处处长）',
    '督办1办结（厅领导）',
  ])
  expect(lines.at(-1)).toContain('摘牌，隐患均已销号')
})

test('what is held and may be taken back the unit does not find in its record', async () => {
  const { say, until, textIn } = await openOverdue()
  const record = async () => textIn(siping, await say('四平市铁东区报送员', siping, '/台账 12-1'))
  await say('危化一处处长', '处长工作群', '/督办 12-1')
  expect(await record()).not.toContain('督办')
  await until('10:05')
  const told = await record()
  expect(told).toContain('督办：点名点评，5月20日17:00前反馈，督办编号1')
  expect(told).toContain('5月18日10:02 点名点评（危化一处处长），督办1')
})
