/** Totals 合计 and inspections listed one by one, as they come in: what is answered is what the daily report counts. */
import { expect, test } from 'vitest'
import { takeReport } from '../../commands/take-report.ts'
import { figuresOfRound } from '../../storage/figures.ts'
import { collectingRound } from '../../storage/rounds.ts'
import { duty, dutyRoom, openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'
import { asHeard, totals } from './as-heard.ts'

const open = async (options: Parameters<typeof openConversation>[0] = {}) => {
  const conversation = await openConversation(options)
  const round = (await collectingRound(conversation.db))!
  return {
    ...conversation,
    hear: (message: ReturnType<typeof totals>) =>
      asHeard(conversation, context => takeReport(message, context)),
    enterprises: async () => {
      const figures = await figuresOfRound(conversation.db, round.id)
      return figures.reduce((sum, each) => sum + each.totals.enterprises, 0)
    },
  }
}

const another = (parts: Parameters<typeof report>[0] = {}) =>
  report({ enterprise: '四平市兴隆商贸有限公司', ...parts })

test('totals of Saturday count beside an inspection of Monday', async () => {
  const { say, until, enterprises } = await open({ date: '2022-05-16' })
  await say(tiedong, siping, '铁东区5月14日派出3个检查组、9人次，检查企业5家，发现隐患12条，已整改10条')
  await until('09:10')
  const answer = await say(tiedong, siping, report({ date: '5月16日' }))
  expect(answer[0]?.text).toContain('已收第2号')
  expect(answer[0]?.text).not.toContain('合计')
  expect(await enterprises()).toBe(6)
})

test('totals of one industry count beside an inspection of which the industry is not known', async () => {
  const { say, hear, enterprises } = await open()
  await hear(totals({ enterprises: 3 }, { industry: '煤矿' }))
  const answer = await say(tiedong, siping, another())
  expect(answer[0]?.text).not.toContain('合计')
  expect(await enterprises()).toBe(4)
})

test('what is said of totals that come after a list is what counts, whichever industry they name', async () => {
  const { say, hear, enterprises } = await open()
  await say(tiedong, siping, another())
  const [coal] = await hear(totals({ enterprises: 3 }, { industry: '煤矿' }))
  expect(coal).not.toContain('仅作核对')
  expect(await enterprises()).toBe(4)
  const [all] = await hear(totals({ enterprises: 5 }))
  expect(all).toContain('合计仅作核对。两者不符：检查企业合计5家，逐家1家，请核对。')
  expect(await enterprises()).toBe(4)
})

test('an inspection that turns totals into a check says so, once', async () => {
  const { say, hear, until, enterprises } = await open()
  await hear(totals({ enterprises: 5 }))
  const [answer] = await say(tiedong, siping, another())
  expect(answer?.text).toContain('第1号合计（检查企业5家）改作核对，日报表以逐家报送为准，请逐家报全。')
  expect(await enterprises()).toBe(1)
  await until('09:10')
  const [next] = await say(tiedong, siping, report())
  expect(next?.text).toContain('已收第3号')
  expect(next?.text).not.toContain('合计')
})

test('a message with several inspections says it once', async () => {
  const { say, hear } = await open()
  await hear(totals({ enterprises: 5 }))
  const answer = await say(tiedong, siping, `${another()}\n\n${report()}`)
  const text = answer.map(each => each.text).join('\n')
  expect(text).toContain('已收第3号')
  expect(text.split('改作核对')).toHaveLength(2)
})

test('a county that lists is told that the totals of its city count with the rest, and they do', async () => {
  const { say, hear, until, enterprises } = await open()
  await hear(totals({ enterprises: 30, hazards: 40 }, { unit: '四平市', wholeJurisdiction: true }))
  const [answer] = await say(tiedong, siping, another())
  expect(answer?.text).toContain(
    '第1号合计（四平市全辖区，检查企业30家）扣除辖区内逐家报送的部分后计入，不重复计算。',
  )
  expect(await enterprises()).toBe(30)
  await until('09:10')
  const [next] = await say(tiedong, siping, report())
  expect(next?.text).not.toContain('合计')
  expect(await enterprises()).toBe(30)
})

test('totals of a whole city after a list say with what they count', async () => {
  const { say, hear, enterprises } = await open()
  await say(tiedong, siping, another())
  const city = { unit: '四平市', wholeJurisdiction: true }
  expect((await hear(totals({ enterprises: 30, hazards: 40 }, city)))[0]).toBe(
    '已收第2号合计：四平市，全辖区，检查企业30家，隐患40条。辖区内已逐家报送1家、隐患2条，不重复计入，本合计按其余29家、隐患38条计。',
  )
  expect(await enterprises()).toBe(30)
})

test('who takes back totals sees their figures', async () => {
  const { say } = await open()
  await say(tiedong, siping, '铁东区今日检查企业5家，发现隐患12条，已整改10条')
  const [answer] = await say(tiedong, siping, '/撤销')
  expect(answer?.text).toContain('拟撤销第1号合计：四平市铁东区，检查企业5家，隐患12条，已整改10条。请确认。')
})

test('totals that are but a check change no daily report that is out, nor does taking them back', async () => {
  const { say, hear, until, textIn, sent } = await open()
  await say(tiedong, siping, another())
  await until('20:00')
  const before = sent.length
  await say(tiedong, siping, '铁东区5月18日检查企业5家，发现隐患12条')
  const answers = sent.slice(before)
  expect(textIn(siping, answers)).toContain('合计仅作核对')
  expect(textIn(siping, answers)).not.toContain('更正版')
  expect(textIn(dutyRoom, answers)).toBe('')
  const [asked] = await say(duty, dutyRoom, '/撤销 2')
  const confirmed = await say(duty, dutyRoom, asked!.choices![0]!.command)
  expect(textIn(dutyRoom, confirmed)).toContain('已撤销')
  expect(textIn(dutyRoom, confirmed)).not.toContain('更正版')
  expect((await hear(totals({ enterprises: 5 }, { industry: '煤矿', date: '2022-05-18' })))[0]).toContain(
    '更正版',
  )
})

test('totals are corrected by those who may amend them, and by nobody else of the group', async () => {
  const { say, until, textIn, enterprises } = await open()
  await say(tiedong, siping, '铁东区今日派出3个检查组、9人次，检查企业5家，发现隐患12条，已整改10条')
  await until('09:05')
  const [refused] = await say(
    tiexi,
    siping,
    '更正：铁东区今日派出3个检查组、9人次，检查企业1家，发现隐患1条，已整改1条',
  )
  expect(refused?.text).toContain('不是您或您单位报送的')
  expect(await enterprises()).toBe(5)
  await until('09:10')
  await say(tiedong, siping, '更正：铁东区今日派出3个检查组、9人次，检查企业6家，发现隐患12条，已整改12条')
  expect(await enterprises()).toBe(6)
  expect(textIn(siping)).toContain('第1号')
})
