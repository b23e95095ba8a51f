/** Ten working days of escalation 督办, with a holiday and working weekends in them: see docs/ten-days.md. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SentMessage } from '../../../bot/doors/rehearse.ts'
import { type Rung, rungs } from '../../../reports/escalation/ladder.ts'
import { isOpen } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { chainById, chainWakeup, openChains } from '../../../storage/chains.ts'
import { type Db, openDatabase } from '../../../storage/database.ts'
import { trackedHazards } from '../../../storage/tracked-hazards.ts'
import { plannedTimes } from '../../../storage/wakeups.ts'
import { markOf, playRecording, when } from './play-recording.ts'

const [heads, leaders, committee] = ['处长工作群', '厅领导群', '省安委办工作群'] as const
const [siping, jilin] = ['四平市日报报送群', '吉林市日报报送群'] as const
const [yanbian, baishan] = ['延边州日报报送群', '白山市日报报送群'] as const

let out: string
let db: Db
let sent: SentMessage[]

beforeAll(async () => {
  ;({ out, sent } = await playRecording('ten-days.jsonl'))
  db = await openDatabase(join(out, 'anwei.db'), new Date('2022-05-11T18:00:00+08:00'))
}, 120_000)

afterAll(async () => {
  await db.destroy()
  rmSync(out, { recursive: true, force: true })
})

const saying = (room: string, ...words: string[]) =>
  sent.filter(message => message.room === room && words.every(word => message.text?.includes(word)))

const at = (moment: string, room: string) =>
  sent.filter(message => message.room === room && when(message) === moment)

/** What a group hears of escalation, and when. */
const escalationHeardIn = (room: string) => {
  const marks: (string | null)[] = [...rungs, '约谈通知', '催复', '反馈退回', '办结', '摘牌']
  return sent
    .filter(message => message.room === room && marks.includes(markOf(message)))
    .map(message => `${when(message)} ${markOf(message)}`)
}

/** The taps below a message that go up to a rung of chain 2. */
const offersOf = (moment: string, room: string, rung: Rung) =>
  at(moment, room)
    .flatMap(({ choices }) => choices)
    .filter(({ command }) => command === `/督办 升级 2 ${rung}`)

describe('the days', () => {
  const workingDays = '04-24 04-25 04-26 04-27 04-28 04-29 05-05 05-06 05-07 05-09 05-10 05-11'.split(' ')

  test('there is a daily report on each working day, Sunday and Saturday too', () => {
    const days = saying(committee, '检查日报表').map(message => message.at.slice(5, 10))
    expect(days).toEqual(workingDays)
  })

  test('nobody hears anything on Labour Day and on the free Sunday', () => {
    expect([...new Set(sent.map(message => message.at.slice(5, 10)))]).toEqual(workingDays)
  })

  test('the committee reads daily reports, and what is publicly listed; nothing else', () => {
    const others = sent.filter(
      ({ room, text, file }) =>
        room === committee && !(text?.includes('检查日报表') || file?.startsWith('日报表')),
    )
    expect(others.map(when)).toEqual(['05-07 17:07', '05-10 10:05'])
    const [listed, delisted] = others.map(({ text }) => text)
    for (const text of [listed, delisted]) expect(text).toContain('四平市铁东区 四平市宏达加油站')
    expect(listed).toContain('挂牌督办')
    expect(delisted).toContain('摘牌')
  })
})

describe('the policy is shortened', () => {
  test('each change is shown before it is adopted by a tap', () => {
    for (const room of [leaders, '值班群']) {
      expect(saying(room, '拟修改督办规则')).toHaveLength(4)
      expect(saying(room, '督办规则已启用').filter(({ text }) => !text?.startsWith('【'))).toHaveLength(4)
    }
    // The heads hear what was adopted by either.
    expect(saying(heads, '【督办规则】')).toHaveLength(8)
  })

  test('a chain that was open keeps the times of the old one, one that opens afterwards has the new ones', () => {
    expect(at('04-24 14:30', heads)[0]!.text).toContain('限4月26日17:00前反馈')
    expect(escalationHeardIn(baishan).slice(0, 3)).toEqual([
      '04-24 09:42 点名点评',
      '04-25 09:30 催复',
      '04-26 15:50 办结',
    ])
    expect(at('04-26 09:07', siping)[0]!.text).toContain('于4月27日17:00前反馈')
  })
})

describe('a major hazard goes through all rungs, and back to zero', () => {
  test('the unit hears each rung, is chased before each deadline, and hears the end', () => {
    expect(escalationHeardIn(siping)).toEqual([
      '04-26 09:07 点名点评',
      '04-27 09:30 催复',
      '04-27 17:22 督办提示',
      '04-28 09:30 催复',
      '04-28 14:30 反馈退回',
      '04-29 10:02 提示函',
      '05-05 09:30 催复',
      '05-06 17:12 约谈通知',
      '05-07 09:30 催复',
      '05-07 17:07 挂牌督办',
      '05-10 10:05 摘牌',
    ])
  })

  test.each<[string, Rung, string]>([
    ['04-27 17:00', '督办提示', heads],
    ['04-28 17:00', '提示函', heads],
    // Set by its drafter: three working days from the signature on 29 April would end on the 7th.
    ['05-06 17:00', '约谈', leaders],
    ['05-07 17:00', '挂牌督办', leaders],
  ])('%s its deadline has passed: %s is offered to who decides', (moment, rung, room) => {
    expect(at(moment, room).filter(message => markOf(message) === '督办到期')).toHaveLength(1)
    expect(offersOf(moment, room, rung)).toHaveLength(1)
    if (room === leaders) expect(offersOf(moment, heads, rung)).toEqual([])
  })

  test('the rung that was taken back within two minutes left no trace outside the heads’ group', () => {
    expect(at('04-27 17:06', heads)[0]!.text).toContain('已撤销，未发出')
    const between = sent.filter(message => when(message) > '04-27 17:00' && when(message) < '04-27 17:22')
    expect(between.map(message => [when(message), message.room])).toEqual([
      ['04-27 17:05', heads],
      ['04-27 17:06', heads],
      ['04-27 17:20', heads],
    ])
  })

  test('a tap on what another has decided meanwhile changes nothing', () => {
    expect(at('04-28 08:40', leaders).map(({ text }) => text)).toEqual([
      expect.stringContaining('已由危化二处处长于4月27日17:20决定'),
    ])
  })

  test('the letter is returned once, revised, signed, and gets its number when it goes out', () => {
    expect(sent.filter(message => markOf(message) === '待签发').map(when)).toEqual([
      '04-28 17:20',
      '04-29 09:30',
    ])
    const returned = at('04-29 08:50', heads).filter(message => markOf(message) === '退回')
    expect(returned.map(({ mentions }) => mentions)).toEqual([['危化二处处长']])
    expect(returned[0]!.text).toContain('要求中写明整改前停止卸油')
    expect(at('04-29 09:30', leaders).at(-1)!.text).toContain('修复前停止卸油作业')

    const numbered = sent.filter(({ text }) => text?.includes('〔2022〕'))
    expect(when(numbered[0]!)).toBe('04-29 10:02')
    expect(new Set(numbered.map(({ text }) => /〔2022〕\d+号/.exec(text!)![0]))).toEqual(
      new Set(['〔2022〕1号']),
    )
    expect(at('04-29 10:02', siping).some(({ file }) => file?.endsWith('.docx'))).toBe(true)
  })

  test('it is acknowledged and answered; both groups that decide read the answer', () => {
    expect(at('04-29 10:40', siping)[0]!.text).toContain('已签收')
    for (const room of [heads, leaders])
      expect(at('05-06 11:00', room)[0]!.text, room).toContain('装置已发货，5月7日到货')
    expect(at('05-11 09:31', leaders)[0]!.text).toContain('已发1件，已回1件，未回0件')
  })

  test('the interview stands on record', () => {
    const [text] = at('05-11 09:33', leaders).map(message => message.text!)
    for (const words of ['5月7日', '督办2', '省应急厅201会议室', '铁东区区长', '承诺当日17:00前换装并检测'])
      expect(text).toContain(words)
  })

  test('rectified with two pictures, it is re-inspected and closed by somebody else', () => {
    expect(at('05-09 14:30', siping)[0]!.text).toContain('报整改的人不能自行复查')
    const [closed] = at('05-10 09:45', heads)
    expect(closed!.text).toMatch(
      /^3-1已销号：四平市铁东区报送员5月9日报整改，危化二处处长5月10日复查合格，照片2张。/,
    )
  })

  test('only a leader delists; all rungs stand in the chain, which has ended', async () => {
    expect(at('05-10 10:00', heads)[0]!.text).toContain('由厅领导使用')
    const chain = (await chainById(db, 2))!
    expect(chain.state).toBe('settled')
    expect(chain.steps.filter(({ state }) => state === 'withdrawn').map(({ rung }) => rung)).toEqual([
      '督办提示',
    ])
    expect(chain.steps.filter(({ state }) => state !== 'withdrawn').map(({ rung }) => rung)).toEqual([
      ...rungs,
    ])
  })
})

describe('a hazard is found again in other words', () => {
  test('it is recognised, and shown in the morning digest', () => {
    expect(at('04-29 10:11', jilin)[0]!.text).toContain('26-1与8-1')
    const [digest] = saying(heads, '隐患晨报', '新增屡改屡犯1条')
    expect(when(digest!)).toBe('05-05 09:00')
    expect(digest!.mentions).toEqual(['工贸处处长'])
    expect(digest!.choices.map(({ command }) => command)).toContain('/督办 26-1')
  })

  test('it is escalated on that ground, and ends with a later report whose offer is tapped', async () => {
    expect(escalationHeardIn(jilin)).toEqual(['05-05 09:12 点名点评', '05-06 09:30 催复', '05-06 14:20 办结'])
    expect(at('05-05 09:12', jilin)[0]!.text).toContain('事由：屡改屡犯')
    expect(at('05-06 13:50', jilin).at(-1)!.choices).toEqual([
      { label: '报整改26-1', command: '/整改 26-1 见第39号报告' },
    ])
    // Under escalation its own word is not enough.
    expect(at('05-06 13:55', jilin)[0]!.text).toContain('26-1已报整改，正在督办，须由他人')
    expect(at('05-06 14:12', heads)[0]!.text).toContain('26-1已销号')
    expect((await chainById(db, 3))!).toMatchObject({ state: 'settled', grounds: ['recurring'] })
  })
})

describe('an enterprise is taken over', () => {
  test('the unit and the division hear it two minutes later', () => {
    const told = sent.filter(message => when(message) === '04-27 10:02')
    expect(told.map(({ room, mentions }) => [room, mentions])).toEqual([
      [yanbian, ['延边州敦化市报送员', '延边州报送员']],
      [heads, ['非煤处处长']],
    ])
  })

  test('nobody but the division re-inspects and closes; the unit hears that it is closed', () => {
    expect(at('04-28 09:55', yanbian)[0]!.text).toContain('已由省级提级管理')
    expect(at('04-28 09:58', yanbian)[0]!.text).not.toContain('已销号')
    expect(saying(yanbian, '【销号】').map(when)).toEqual(['04-28 14:21', '05-06 10:31'])
  })

  test('it stands in the leaders’ daily report until it is handed back', () => {
    const days = saying(leaders, '检查日报表', '提级1 ').map(message => message.at.slice(5, 10))
    expect(days).toEqual(['04-27', '04-28', '04-29', '05-05', '05-06', '05-07', '05-09'])
    expect(saying(yanbian, '已交回属地管理').map(when)).toEqual(['05-10 11:00'])
  })
})

describe('at the end', () => {
  test('nothing of the three is open; what is open is one hazard in one chain', async () => {
    expect((await openChains(db)).map(({ id }) => id)).toEqual([4])
    expect((await trackedHazards(db)).filter(isOpen).map(hazardNumber)).toEqual(['35-1'])
    expect(at('05-11 09:34', leaders)[0]!.text).toContain('没有挂牌督办的事项')
    expect(at('05-10 11:05', leaders)[0]!.text).toContain('没有提级管理的事项')
  })

  test('the open chain has exactly one wake-up, the others have none, and none was ever mended', async () => {
    const planned = await Promise.all([1, 2, 3, 4].map(id => plannedTimes(db, chainWakeup(id))))
    expect(planned.map(times => times.length)).toEqual([0, 0, 0, 1])
    expect(sent.filter(message => markOf(message) === '督办巡检')).toEqual([])
  })
})
