import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { createDocuments } from '../../../../bot/documents.ts'
import type { FileStore } from '../../../../bot/file-store.ts'
import type { HazardEvent, TrackedHazard } from '../../../../reports/hazards/hazard.ts'
import { moment } from '../../../../reports/time.ts'
import { type Db, transact } from '../../../../storage/database.ts'
import { addTakeover, endTakeover } from '../../../../storage/takeovers.ts'
import { recordStep, trackedHazard } from '../../../../storage/tracked-hazards.ts'
import { duty, openConversation, siping, tiedong } from '../../../conversation.ts'
import { enterHazards } from '../enter-hazards.ts'

const leader = '厅领导'
const leaders = '厅领导群'
const committee = '省安委办工作群'
const sipingOfficer = '四平市报送员'

/** What became of hazard n-1, at a business date and time. */
async function become(
  db: Db,
  report: number,
  date: string,
  change: Partial<TrackedHazard>,
  event: Partial<HazardEvent> = {},
): Promise<void> {
  const hazard = (await trackedHazard(db, { report, position: 1 }))!
  const at = moment(date, '10:00').toISOString()
  await transact(db, tx =>
    recordStep(
      tx,
      { ...hazard, ...change },
      { step: 'revise', at, by: '某人', note: null, evidence: [], ...event },
    ),
  )
}

/** Three hazards of 四平市, one of 长春市, the first of them closed. */
async function openLedger() {
  const conversation = await openConversation({ time: '16:30' })
  await enterHazards(
    conversation.db,
    { report: 12 },
    { report: 13, unit: '四平市铁西区', enterprise: '四平市红嘴化工厂', deadline: '2022-05-25', major: true },
    { report: 14, unit: '四平市', enterprise: null, industry: '工贸', state: 'closed', onTheSpot: true },
    { report: 15, unit: '长春市南关区', enterprise: '长春红嘴化工厂', deadline: null },
  )
  return conversation
}

test('a leader sees the whole province, with workbook and picture, in private and in the leaders’ group', async () => {
  const { say } = await openLedger()
  for (const room of [null, leaders]) {
    const [text, workbook, picture] = await say(leader, room, '/台账')
    expect(text!.text).toBe(`隐患清零台账（全省，截至5月18日16:30）
在册3条：整改中3条，待复查0条，待销号0条。
逾期1条，重大1条，屡改屡犯0条，提级0条，未报期限1条。
累计发现4条，累计销号1条，清零率25.0%。
【四平市铁东区】
12-1 宏达加油站：灭火器压力不足（整改中，限5月16日，逾期2天）
【四平市铁西区】
13-1 四平市红嘴化工厂：灭火器压力不足（重大，整改中，限5月25日）
【长春市南关区】
15-1 长春红嘴化工厂：灭火器压力不足（整改中，未报期限）`)
    expect(workbook!.file!.name).toBe('隐患清零台账（全省）2022-05-18.xlsx')
    expect(picture!.file!.name).toBe('隐患清零台账（全省）2022-05-18.png')
    expect([workbook!.where, picture!.where]).toEqual([room ?? leader, room ?? leader])
  }
})

test('in a group the text comes alone, and the rest by one tap', async () => {
  const { say } = await openLedger()
  const [text, ...more] = await say(sipingOfficer, siping, '/台账 逾期')
  expect(more).toEqual([])
  expect(text!.text).toContain('（四平市、逾期，截至5月18日16:30）')
  expect(text!.choices.map(({ label }) => label)).toEqual(['表格', '图片'])
  const [workbook, ...none] = await say(sipingOfficer, siping, '1')
  expect(workbook!.file!.name).toBe('隐患清零台账（四平市、逾期）2022-05-18.xlsx')
  expect(none).toEqual([])
})

test('in the committee group it is answered in private', async () => {
  const { say } = await openLedger()
  const answers = await say(leader, committee, '/台账')
  expect(answers.map(({ where }) => where)).toEqual([leader, leader, leader])
  expect(await say('长春市分管领导', committee, '/台账')).toMatchObject([
    { where: '长春市分管领导', text: expect.stringContaining('由报送员、') },
  ])
})

test('a reporter sees the own unit and what is below it, and hears whose the rest is', async () => {
  const { say, textIn } = await openLedger()
  expect(textIn(tiedong, await say(tiedong, null, '/清零'))).toContain('在册1条')
  const city = textIn(sipingOfficer, await say(sipingOfficer, null, '/tz'))
  expect(city).toContain('在册2条')
  expect(city).not.toContain('长春')
  for (const unit of ['长春市', '全省', '吉林省', '四平市'])
    expect(textIn(tiedong, await say(tiedong, null, `/台账 ${unit}`))).toContain(
      '只能查看四平市铁东区及所属单位的台账',
    )
  expect(textIn(tiedong, await say(tiedong, null, '/台账 长春红嘴化工厂'))).toContain('台账中没有单位或企业')
})

test('filters go together in any order, and are understood as people write them', async () => {
  const { say, textIn } = await openLedger()
  const ask = async (filters: string) => textIn(duty, await say(duty, null, `/台账 ${filters}`))
  expect(await ask('四平市 逾期')).toContain('【四平市铁东区】\n12-1')
  expect(await ask('重大 危化 四平')).toContain('（四平市、危险化学品、重大，截至')
  expect(await ask('危化二处 长春')).toContain('在册1条')
  expect(await ask('铁东区 重大')).toContain('没有登记在册的隐患，已清零。')
  expect(await ask('工贸')).toContain('在册隐患已清零。\n累计发现1条，累计销号1条，清零率100.0%。')
  expect(await ask('宏达')).toContain('（全省、宏达加油站，截至')
  expect(await ask('红嘴')).toBe('“红嘴”有2家，请写全称：四平市红嘴化工厂、长春红嘴化工厂。')
  expect(await ask('四平 长春')).toContain('请只写一个单位。')
  expect(await ask('省本级')).toContain('（省本级，截至')
  expect(await ask('什么乱写')).toContain('台账中没有单位或企业“什么乱写”。')
  expect(await ask('2022-05-19')).toBe('日期应在今天或以前，请改写日期。')
  expect(await ask('5月19日')).toContain('5月19日还没有到，请改写日期；')
  expect(await ask('2021-05-19')).toContain('截至2021年5月19日24时')
  expect(await ask('明天')).toBe('日期应在今天或以前，请改写日期。')
})

test('a date shows the board as it stood at the end of that day', async () => {
  const { say, textIn, db } = await openLedger()
  // Closed on the 12th, put back on the 14th, given more time on the 15th; the date then was another.
  await become(db, 12, '2022-05-12', { state: 'closed' }, { step: 'close' })
  await become(db, 12, '2022-05-14', { state: 'rectifying', deadline: '2022-05-14' }, { step: 'reopen' })
  await become(db, 12, '2022-05-15', { deadline: '2022-06-01' }, { step: 'postpone' })
  await become(db, 13, '2022-05-15', { state: 'void' }, { step: 'void' })
  await transact(db, async tx => {
    const at = moment('2022-05-11', '09:00')
    const whole = { kind: 'unit', unit: '长春市南关区', enterprise: null, hazard: null } as const
    const id = await addTakeover(tx, {
      ...whole,
      reason: '多',
      by: leader,
      at: at.toISOString(),
      noticeAt: null,
    })
    await endTakeover(tx, id, leader, moment('2022-05-13', '09:00'))
  })
  const on = async (date: string) => textIn(duty, await say(duty, null, `/台账 ${date}`))
  expect(await on('5月9日')).toContain('当日没有登记在册的隐患。')
  expect(await on('5月11日')).toContain(
    '在册3条：整改中3条，待复查0条，待销号0条。\n逾期0条，重大1条，屡改屡犯0条，提级1条',
  )
  expect(await on('5.12')).toContain('截至5月12日24时）\n在册2条')
  expect(await on('5.12')).toContain('累计发现4条，累计销号2条，清零率50.0%。')
  expect(await on('5月13日')).toContain('提级0条')
  expect(await on('2022-05-14')).toContain('12-1 宏达加油站：灭火器压力不足（整改中，限5月14日）')
  expect(await on('2022-05-14')).toContain('在册3条')
  expect(await on('昨天')).toContain('12-1 宏达加油站：灭火器压力不足（整改中，限6月1日）')
  expect(await on('昨天')).toContain('累计发现3条，累计销号1条，清零率33.3%。')
})

test('what was reported later counts from the day on which it was found, and is said', async () => {
  const { say, textIn, db } = await openLedger()
  await become(db, 15, '2022-05-13', {}, { step: 'urge' })
  const at = moment('2022-05-16', '10:00').toISOString()
  await db
    .updateTable('hazardEvents')
    .set({ at })
    .where('step', '=', 'find')
    .where('hazardId', '=', 1)
    .execute()
  const text = textIn(duty, await say(duty, null, '/台账 5月12日'))
  expect(text).toContain('在册3条')
  expect(text).toContain('（含5月12日后补报的1条）')
})

test('the files are of the moment at which they were asked for, whenever they are made', async () => {
  const { db, say, clock } = await openLedger()
  await say(leader, null, '/台账')
  const row = await db
    .selectFrom('outbox')
    .select('file')
    .where('file', 'like', '%boardWorkbook%')
    .executeTakeFirstOrThrow()
  // In the same moment, and later, things go on.
  const at = clock.now().toISOString()
  await become(db, 12, '2022-05-18', { state: 'closed' }, { step: 'close', at })
  await become(db, 13, '2022-05-19', { deadline: '2022-07-01' }, { step: 'postpone' })
  const files = { read: async () => new Uint8Array() } as unknown as FileStore
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await createDocuments(db, files)(JSON.parse(row.file!))) as never)
  const sheet = workbook.getWorksheet('台账')!
  expect(sheet.getRow(2).getCell(1).value).toBe('全省　截至2022年5月18日16:30')
  const column = (index: number) => (sheet.getColumn(index).values as unknown[]).slice(4)
  expect(column(1)).toEqual(['12-1', '13-1', '15-1'])
  expect(column(9)).toEqual(['2022-05-16', '2022-05-25', '未报'])
})

test('the board of a day is later the one that was shown at its end', async () => {
  const { say, textIn, db, clock } = await openLedger()
  const onTheDay = async (date: string) => {
    clock.set(moment(date, '23:30'))
    return textIn(duty, await say(duty, null, '/台账'))
      .split('\n')
      .slice(1)
  }
  const shown = new Map([['2022-05-18', await onTheDay('2022-05-18')]])
  await become(db, 12, '2022-05-19', { state: 'reported', rectifiedBy: tiedong }, { step: 'rectify' })
  await become(db, 13, '2022-05-19', { deadline: '2022-06-09' }, { step: 'postpone' })
  await enterHazards(db, { report: 16, foundOn: '2022-05-19', deadline: null })
  shown.set('2022-05-19', await onTheDay('2022-05-19'))
  await become(db, 12, '2022-05-20', { state: 'rectifying', rectifiedBy: null }, { step: 'fail' })
  await become(db, 15, '2022-05-20', { state: 'void' }, { step: 'void' })
  shown.set('2022-05-20', await onTheDay('2022-05-20'))
  clock.set(moment('2022-06-20', '09:00'))
  const files = ['[隐患清零台账（全省）2022-05-18.xlsx]', '[隐患清零台账（全省）2022-05-18.png]']
  expect(shown.get('2022-05-18')!.slice(-2)).toEqual(files)
  for (const [date, lines] of shown)
    expect(
      textIn(duty, await say(duty, null, `/台账 ${date}`))
        .split('\n')
        .slice(1),
    ).toEqual(lines)
})
