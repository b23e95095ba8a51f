import { expect, test } from 'vitest'
import { moment } from '../../../../reports/time.ts'
import { transact } from '../../../../storage/database.ts'
import { hazardHistory } from '../../../../storage/hazard-events.ts'
import { addTakeover, openTakeovers } from '../../../../storage/takeovers.ts'
import { trackedHazard } from '../../../../storage/tracked-hazards.ts'
import { duty, openConversation, tiedong } from '../../../conversation.ts'
import { rename } from '../../renamed-unit.ts'
import { enterHazards } from '../enter-hazards.ts'

const sipingOfficer = '四平市报送员'

/** 四平市铁东区 has two hazards and a takeover, and was renamed 四平市铁东新区. */
async function openRenamed() {
  const conversation = await openConversation()
  const { db } = conversation
  await enterHazards(db, { report: 12 }, { report: 13, state: 'closed', onTheSpot: true })
  await transact(db, tx =>
    addTakeover(tx, {
      kind: 'unit',
      unit: '四平市铁东区',
      enterprise: null,
      hazard: null,
      reason: '多',
      by: '厅领导',
      at: moment('2022-05-11', '09:00').toISOString(),
      noticeAt: null,
    }),
  )
  await rename(conversation)
  return conversation
}

test('the duty officer finds what has no unit any more, and moves it by one tap', async () => {
  const { say, textIn, db } = await openRenamed()
  expect(textIn(duty, await say(duty, null, '/台账 移交'))).toBe(
    '以下单位已不在名册：\n四平市铁东区：隐患2条（未销号1条）、提级1项\n移交请发送，例如：/台账 移交 四平市铁东区 新单位',
  )
  const [asked] = await say(duty, null, '/台账 移交 四平市铁东区 铁东新区')
  expect(asked!.text).toContain(
    '拟将四平市铁东区名下隐患2条（未销号1条）、提级1项移交四平市铁东新区。请确认。',
  )
  expect((await trackedHazard(db, { report: 12, position: 1 }))!.unit).toBe('四平市铁东区')
  expect(textIn(duty, await say(duty, null, '1'))).toContain('已移交：')

  const hazard = (await trackedHazard(db, { report: 12, position: 1 }))!
  expect(hazard.unit).toBe('四平市铁东新区')
  expect((await openTakeovers(db)).map(({ unit }) => unit)).toEqual(['四平市铁东新区'])
  expect((await hazardHistory(db, hazard.id)).at(-1)).toMatchObject({
    step: 'revise',
    by: duty,
    note: '单位由四平市铁东区移交四平市铁东新区',
  })
  expect(textIn(duty, await say(duty, null, '/台账 移交'))).toBe('台账中的单位都在名册，无需移交。')
  const again = textIn(duty, await say(duty, null, '/台账 移交 四平市铁东区 铁东新区 确认'))
  expect(again).toBe('台账中没有四平市铁东区名下的记录，无需移交。')
})

test('the new unit has the hazards on the boards of earlier days as well', async () => {
  const { say, textIn } = await openRenamed()
  await say(duty, null, '/台账 移交 四平市铁东区 铁东新区 确认')
  const text = textIn(tiedong, await say(tiedong, null, '/台账 5月15日'))
  expect(text).toContain('四平市铁东新区，截至5月15日24时）\n在册1条')
  expect(text).toContain('提级1条')
  expect(text).toContain('累计发现2条，累计销号1条，清零率50.0%。')
})

test('until then the city above sees them', async () => {
  const { say, textIn } = await openRenamed()
  expect(textIn(sipingOfficer, await say(sipingOfficer, null, '/台账'))).toContain('【四平市铁东区】\n12-1')
})

test('a unit of the roster is not moved, nor to one that the roster does not have, nor by others', async () => {
  const { say, textIn } = await openRenamed()
  const answer = async (from: string, text: string) => textIn(from, await say(from, null, text))
  expect(await answer(duty, '/台账 移交 四平市铁西区 四平市铁东新区')).toBe(
    '四平市铁西区仍在名册，不能移交；请先更新名册。',
  )
  expect(await answer(duty, '/台账 移交 四平市铁东区 不存在的县')).toContain('未能确定新单位')
  expect(await answer(duty, '/台账 移交 四平市铁东区')).toContain('请写明旧单位和新单位')
  expect(await answer(tiedong, '/台账 移交')).toContain('由值班员、管理员使用')
})
