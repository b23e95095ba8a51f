import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readRosterDirectory, sampleRoster } from '../../bot/doors/roster-files.ts'
import { compileEdition } from '../../commands/compile-edition.ts'
import { createDirectory } from '../../commands/directory.ts'
import { pictureOption } from '../../reports/daily/picture.ts'
import { renderDivision, renderSummary, renderText } from '../../reports/daily/text.ts'
import { overall } from '../../reports/daily/totals.ts'
import { renderWorkbook } from '../../reports/daily/workbook.ts'
import type { StatedTotals } from '../../reports/intake/parsed-message.ts'
import type { Industry } from '../../reports/terms.ts'
import { transact } from '../../storage/database.ts'
import { addReport } from '../../storage/reports.ts'
import { collectingRound } from '../../storage/rounds.ts'
import { openConversation, report, siping, tiedong } from '../conversation.ts'

const directory = createDirectory(await readRosterDirectory(sampleRoster))

/** A round to which totals can be added, and from which its daily report is made. */
async function openRound() {
  const conversation = await openConversation()
  const { db } = conversation
  const round = (await collectingRound(db))!
  const now = conversation.clock.now()
  return {
    ...conversation,
    state: (
      unit: string,
      figures: Partial<StatedTotals>,
      more: { industry?: Industry; wholeJurisdiction?: boolean; late?: boolean } = {},
    ) =>
      transact(db, tx =>
        addReport(
          tx,
          {
            roundId: round.id,
            unit,
            status: 'counted',
            inboxId: 0,
            messageId: `totals-${unit}`,
            room: siping,
            sender: tiedong,
            receivedAt: now,
            late: more.late ?? false,
          },
          {
            inspectingUnit: null,
            unit,
            wholeJurisdiction: more.wholeJurisdiction ?? false,
            industry: more.industry ?? null,
            date: '2022-05-18',
            totals: {
              teams: null,
              personTimes: null,
              enterprises: null,
              hazards: null,
              rectified: null,
              ...figures,
            },
          },
        ),
      ),
    compile: () => compileEdition(db, directory, round, 1, now),
  }
}

const numberIn = (cell: unknown, pattern: RegExp) => Number(pattern.exec(String(cell ?? ''))?.[1] ?? 0)

/** What the rows of an annex add up to, read from the file as a person would. */
async function sumAnnex(file: Buffer) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as never)
  const sum = { enterprises: 0, hazards: 0, rectified: 0 }
  for (const name of ['附表1', '附表2'])
    workbook.getWorksheet(name)!.eachRow((row, index) => {
      const cells = row.values as unknown[]
      if (index < 4 || typeof cells[1] !== 'number') return
      sum.enterprises += numberIn(cells[3], /^共(\d+)家/) || 1
      sum.hazards += numberIn(cells[5], /^共(\d+)条/) || String(cells[5]).match(/^\d+\. /gm)?.length || 0
      sum.rectified += numberIn(cells[5], /已整改(\d+)条/) || numberIn(cells[7], /共\d+条，已整改(\d+)条/)
    })
  return sum
}

test('figures, annex, text and picture of a round with lists and totals agree with one another', async () => {
  const { say, state, compile } = await openRound()
  // Rectification beside the hazards, so that the annex counts it in figures.
  await say(
    tiedong,
    siping,
    report({ hazards: '1.灭火器压力不足，已整改；2.配电箱未接地，限期5月25日前整改', rectification: '' }),
  )
  const number = await state('四平市梨树县', {
    teams: 2,
    personTimes: 6,
    enterprises: 21,
    hazards: 13,
    rectified: 8,
  })
  await state('吉林省', { enterprises: 3, hazards: 0 }, { industry: '煤矿' })
  const daily = await compile()

  expect(overall(daily)).toEqual({ teams: 3, personTimes: 8, enterprises: 25, hazards: 15, rectified: 9 })
  expect(await sumAnnex(await renderWorkbook(daily))).toEqual({ enterprises: 25, hazards: 15, rectified: 9 })
  const text = renderText(daily)
  expect(text).toContain('全省合计：派出3个检查组、8人次，检查企业25家，发现隐患15条，已整改9条')
  expect(text).toContain('省本级\n检查企业3家，未发现问题隐患。')
  expect(text).toContain('含合计报送2份（企业24家、隐患13条未逐家列明）')
  expect(text).toContain(
    `合计报送（2份，未逐家列明）：省本级（编号${number + 1}）、四平市梨树县（编号${number}）`,
  )
  expect(text).toContain(`另有5条未列明细（合计报送）：四平市梨树县5条（编号${number}）。`)
  expect(text).toContain('共1条：')
  expect(renderSummary(daily)).toContain('四平市：检查企业22家，发现隐患15条，已整改9条')
  expect(JSON.stringify(pictureOption(daily).option)).toContain(
    '含合计报送2份（企业24家、隐患13条未逐家列明）',
  )
})

test('totals take one row of the annex, and a unit that sends nothing else has not reported zero', async () => {
  const { state, compile } = await openRound()
  await state(
    '四平市',
    { teams: 12, enterprises: 21, hazards: 13, rectified: 8 },
    { wholeJurisdiction: true, late: true },
  )
  const daily = await compile()
  expect(daily.reporting).toMatchObject({ actual: 1, zero: [], late: ['四平市'] })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await renderWorkbook(daily)) as never)
  expect((workbook.getWorksheet('附表2')!.getRow(4).values as unknown[]).slice(2, 8)).toEqual([
    '四平市（含所辖各单位）',
    '共21家（合计报送，未逐家列明）',
    undefined,
    '共13条，已整改8条（未列明细）',
    '12个检查组',
    '已整改8条，未整改5条',
  ])
})

test('a unit that lists its inspections counts by them, and its totals are named as not counted', async () => {
  const { say, state, compile } = await openRound()
  await say(tiedong, siping, report())
  const own = await state('四平市铁东区', { teams: 5, enterprises: 9, hazards: 20, rectified: 20 })
  const [first, last] = [
    await state('四平市梨树县', { enterprises: 3 }),
    await state('四平市梨树县', { enterprises: 4 }),
  ]
  const daily = await compile()
  expect(overall(daily)).toMatchObject({ teams: 1, enterprises: 5, hazards: 2 })
  expect(daily.localRows.filter(({ totals }) => totals).map(row => row.number)).toEqual([last])
  expect(renderText(daily)).toContain(
    `合计未计入（2份）：四平市铁东区（编号${own}，已逐家报送）、四平市梨树县（编号${first}，以编号${last}为准）`,
  )
})

test('totals of a whole city count with what its units have not listed', async () => {
  const { say, state, compile } = await openRound()
  await say(tiedong, siping, report())
  const whole = await state(
    '四平市',
    { teams: 9, enterprises: 30, hazards: 40, rectified: 20 },
    { wholeJurisdiction: true },
  )
  const county = await state('四平市梨树县', { enterprises: 4 })
  const daily = await compile()
  expect(overall(daily)).toMatchObject({ teams: 9, enterprises: 30, hazards: 40, rectified: 20 })
  expect(await sumAnnex(await renderWorkbook(daily))).toMatchObject({ enterprises: 30 })
  const text = renderText(daily)
  expect(text).toContain('含合计报送1份（企业29家、隐患38条未逐家列明）')
  expect(text).toContain(`合计未计入（1份）：四平市梨树县（编号${county}，以编号${whole}为准）`)
})

test('a division sees the totals of its industries only', async () => {
  const { state, compile } = await openRound()
  await state('四平市', { enterprises: 3, hazards: 5, rectified: 4 }, { industry: '煤矿' })
  await state('四平市梨树县', { enterprises: 7, hazards: 2 }, { industry: '工贸' })
  const slice = renderDivision(await compile(), { names: ['煤矿一处'], industries: ['煤矿'] })
  expect(slice).toContain('含合计报送1份（企业3家、隐患5条未逐家列明）')
  expect(slice).toContain('四平市｜共3家（合计报送，未逐家列明）｜隐患5条，已整改4条')
  expect(slice).toContain('另有1条未列明细（合计报送）：四平市1条')
  expect(slice).not.toContain('梨树县')
})
