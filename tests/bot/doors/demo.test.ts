import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readRosterDirectory, sampleRoster } from '../../../bot/doors/roster-files.ts'
import { sampleHappenings } from '../../../bot/sample/day.ts'
import type { DailyReport } from '../../../reports/daily/daily-report.ts'
import { pictureOption } from '../../../reports/daily/picture-option.ts'
import type { Roster } from '../../../reports/roster/roster.ts'
import { openDatabase } from '../../../storage/database.ts'
import { editionById } from '../../../storage/editions.ts'
import { type ExpectedFigures, type Facts, factsOf, sum } from './demo-facts.ts'
import { attachmentsOf, type Played, play } from './play-happenings.ts'
import { figuresIn, namesUnder } from './read-text.ts'

const date = '2022-05-18'
const happenings = sampleHappenings(date)
const committee = '省安委办工作群'
let roster: Roster
let played: Played

beforeAll(async () => {
  roster = await readRosterDirectory(sampleRoster)
  played = await play(happenings, roster)
})

const textsTo = (room: string) =>
  played.sent.flatMap(message => (message.room === room ? (message.text ?? []) : []))

/** An edition's text to the leaders, its parts put together again. */
const leadersText = (corrected: boolean) => {
  const parts = textsTo('厅领导群').filter(text => !text.startsWith('【日点评汇总】'))
  const first = parts.findLastIndex(text => text.startsWith('全省应急管理系统'))
  const own = corrected ? parts.slice(first) : parts.slice(0, first)
  return own.map(text => text.replace(/\n（\d+\/\d+）$/, '')).join('\n')
}

describe.each([
  { edition: 'the first edition', corrected: false, suffix: '' },
  { edition: 'the corrected edition', corrected: true, suffix: '更正第1版' },
])('$edition', ({ corrected, suffix }) => {
  let facts: Facts
  beforeAll(() => {
    facts = factsOf(happenings, corrected, roster)
  })

  test('is of a day with a bit of everything', () => {
    expect(facts.expected).toBe(69)
    expect(facts.reported.length).toBe(corrected ? 63 : 62)
    expect(facts.onTime).toHaveLength(57)
    expect(facts.late).toHaveLength(corrected ? 6 : 5)
    expect(facts.zero).toHaveLength(8)
    expect(facts.missing).toHaveLength(corrected ? 6 : 7)
  })

  test('its text says what truly happened', () => {
    const text = leadersText(corrected)
    const lines = text.split('\n')
    const lineOf = (head: string) => lines.find(line => line.startsWith(`${head}：`))
    expect(text.includes('更正第1版')).toBe(corrected)
    expect(figuresIn(lineOf('全省合计'))).toEqual(sum(facts.all))
    expect(figuresIn(lines[lines.indexOf('一、省本级') + 1])).toEqual(sum(facts.provincial))
    expect(figuresIn(lines[lines.indexOf('二、各市（州）、县（市、区）') + 1])).toEqual(sum(facts.local))
    for (const [city, visits] of facts.cities) expect(figuresIn(lineOf(city)), city).toEqual(sum(visits))
    expect(text).toContain(
      `应报69家，实报${facts.reported.length}家，按时${facts.onTime.length}家；报送率${percent(facts.reported.length, 69)}，及时率${percent(facts.onTime.length, 69)}。`,
    )
    for (const [heading, units] of [
      ['缺报', facts.missing],
      ['迟报', facts.late],
      ['零报告', facts.zero],
    ] as const)
      expect(namesUnder(text, heading)).toEqual([...units].sort())
  })

  test('its text lists each hazard that is open, and no other', () => {
    const listed = [...leadersText(corrected).matchAll(/^\d+\. (.*)（编号\d+）$/gm)].map(([, line]) => line)
    const open = facts.all.flatMap(visit =>
      visit.findings
        .filter(finding => !finding.rectified)
        .map(({ text, major, deadline }) => {
          const unit = facts.provincial.includes(visit) ? '省本级' : visit.unit
          const [, month, day] = deadline!.split('-').map(Number)
          return `${major ? '【重大】' : ''}${unit}｜${visit.enterprise}｜${text}｜限${month}月${day}日前`
        }),
    )
    expect(listed.sort()).toEqual(open.sort())
  })

  test('the summary to the committee group says the same', () => {
    const [first, second] = textsTo(committee).filter(text => text.startsWith('全省'))
    const lines = (corrected ? second! : first!).split('\n')
    expect(figuresIn(lines.find(line => line.startsWith('全省合计')))).toEqual(sum(facts.all))
    for (const [city, visits] of facts.cities)
      expect({ ...figuresIn(lines.find(line => line.startsWith(`${city}：`))), personTimes: 0 }).toEqual({
        ...sum(visits),
        personTimes: 0,
      })
    expect(lines.at(-1)).toMatch(new RegExp(`^缺报${facts.missing.length}家：`))
  })

  test('its workbook says the same', async () => {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(join(played.out, `日报表${date}${suffix}.xlsx`))
    const rows = (name: string) => {
      const found: string[][] = []
      workbook.getWorksheet(name)!.eachRow(row => {
        found.push((row.values as unknown[]).slice(1).map(value => String(value ?? '')))
      })
      return found
    }
    const summary = rows('汇总')
    const figures = (head: string): ExpectedFigures => {
      const [, , personTimes, enterprises, hazards, rectified] = summary
        .find(([name]) => name === head)!
        .map(Number)
      return {
        personTimes: personTimes!,
        enterprises: enterprises!,
        hazards: hazards!,
        rectified: rectified!,
      }
    }
    expect(figures('合计')).toEqual(sum(facts.all))
    expect(figures('省本级')).toEqual(sum(facts.provincial))
    for (const [city, visits] of facts.cities) expect(figures(city), city).toEqual(sum(visits))

    const inspections = (name: string) =>
      rows(name)
        .filter(([number]) => /^\d+$/.test(number ?? ''))
        .map(([, , enterprise, place, hazards, inspectors]) =>
          JSON.stringify([enterprise, place, inspectors, hazards?.match(/^\d+\. /gm)?.length ?? 0]),
        )
        .sort()
    const truly = (visits: Facts['all']) =>
      visits
        .map(({ enterprise, place, inspectors, findings }) =>
          JSON.stringify([enterprise, place, inspectors.join('、'), findings.length]),
        )
        .sort()
    expect(inspections('附表1')).toEqual(truly(facts.provincial))
    expect(inspections('附表2')).toEqual(truly(facts.local))

    const standing = (state: string) =>
      rows('缺报')
        .filter(([number, , , states]) => /^\d+$/.test(number!) && states!.split('、').includes(state))
        .map(([, , unit]) => unit!)
        .sort()
    expect(standing('缺报')).toEqual([...facts.missing].sort())
    expect(standing('迟报')).toEqual([...facts.late].sort())
    expect(standing('零报告')).toEqual([...facts.zero].sort())
  })

  test('its picture draws the same', async () => {
    const { graphic, series, yAxis } = pictureOption(await snapshot(corrected ? 2 : 1))
      .option as unknown as Drawn
    const texts = graphic.elements.flatMap(({ style }) => style.text ?? [])
    const { personTimes, enterprises, hazards, rectified } = sum(facts.all)
    for (const figure of [personTimes, enterprises, hazards, rectified])
      expect(texts).toContain(String(figure))
    expect(texts).toContain(percent(rectified, hazards))
    expect(texts).toContain(`应报69家，实报${facts.reported.length}家`)
    expect(texts).toContain(`按时${facts.onTime.length}家`)
    expect(texts).toContain(`缺报${facts.missing.length}家`)
    const places = yAxis[0]!.data
    expect(places).toEqual(
      ['省本级', ...facts.cities.keys()].sort((a, b) => places.indexOf(a) - places.indexOf(b)),
    )
    for (const [i, place] of places.entries()) {
      const truth = sum(place === '省本级' ? facts.provincial : facts.cities.get(place)!)
      const [inspected, done, open] = series.map(({ data }) => data[i]!)
      expect(inspected, place).toBe(truth.enterprises)
      expect(done, place).toBe(truth.rectified)
      expect((open as { value: number }).value, place).toBe(truth.hazards - truth.rectified)
    }
    const png = readFileSync(join(played.out, `日报表${date}${suffix}.png`))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
  })
})

interface Drawn {
  graphic: { elements: { style: { text?: string } }[] }
  yAxis: { data: string[] }[]
  series: { data: (number | { value: number })[] }[]
}

/** The snapshot from which an edition's documents were made; the database is new, so its id is its number. */
async function snapshot(number: number): Promise<DailyReport> {
  const db = await openDatabase(join(played.out, 'anwei.db'), new Date(`${date}T18:00:00+08:00`))
  try {
    return (await editionById(db, number))!.report
  } finally {
    await db.destroy()
  }
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`

test('chat is not answered: without it the bot says the same', async () => {
  const { sent } = await play(
    happenings.filter(({ truth }) => truth.kind !== 'chat'),
    roster,
  )
  expect(sent).toEqual(played.sent)
})

test('to the committee group goes nothing but commentaries, the daily report and its corrected edition', () => {
  const messages = played.sent.filter(
    ({ room, text, file }) => room === committee && !(text ?? file)!.includes('日点评'),
  )
  expect(messages.map(({ text, file }) => text?.split('\n')[0] ?? file)).toEqual([
    '全省应急管理系统直接监管检查日报表',
    `日报表${date}.png`,
    '全省应急管理系统直接监管检查日报表',
    `日报表${date}更正第1版.png`,
  ])
})

test('what goes wrong on the day is answered with what to do', () => {
  const all = played.sent.map(({ text }) => text ?? '').join('\n')
  for (const answer of [
    /“长春市公主岭市”不属于本群（四平市）/,
    /缺“检查人员”/,
    /未找到单位“永极县应急管理局”，是否为吉林市永吉县/,
    /（通化市集安市）已随消息撤回/,
    /已更正：延边州延吉市/,
    /“敦化应急小孙”不是本群登记的报送人/,
    /已采信计入/,
    /拟撤销第\d+号：白山市抚松县—白山市松山木业有限公司/,
    /第\d+号（白山市抚松县）已撤销/,
    /已提醒\d+家未报单位/,
    /日报表更正第1版已发出/,
    /“双杨区”是否为：长春市双阳区/,
  ])
    expect(all).toMatch(answer)
})

test('played twice it is the same, and so is the content of each attachment', async () => {
  const again = await play(happenings, roster)
  expect(again.sent).toEqual(played.sent)
  const first = await attachmentsOf(played)
  // Two editions, seven cards and the workbook of the commentaries.
  expect(first).toHaveLength(4 + 7 + 1)
  expect(await attachmentsOf(again)).toEqual(first)
})
