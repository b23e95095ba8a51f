import { expect, test } from 'vitest'
import { openOverdue } from '../../escalation/escalated.ts'

const leader = '厅领导'
const leaders = '厅领导群'

test('the leaders read the figures of the ledger at that moment, and what is under escalation', async () => {
  const { say, until, textIn } = await openOverdue(
    { time: '16:20' },
    { position: 2, major: true, state: 'reported' },
    { report: 13, unit: '四平市铁西区', enterprise: '正阳化工', deadline: '2022-05-25' },
    { report: 14, state: 'closed' },
  )
  await say('危化一处处长', '处长工作群', '/督办 12-1')
  await until('16:29')
  // Decided in the last two minutes it may still be taken back.
  await say(leader, leaders, '/督办 13-1 约谈 久拖未改')
  await until('16:30')
  const board = textIn(leader, await say(leader, null, '/台账'))
  expect(board).toContain('在册3条')
  expect(board).toContain('逾期1条，重大1条，屡改屡犯0条')
  await until('16:32')
  expect(textIn(leaders)).toContain(
    '五、隐患清零与督办\n台账未销号3条，其中重大1条、逾期1条、屡改屡犯0条。\n在办督办1件，其中提示函0件、约谈0件、挂牌督办0件。',
  )
})
