import { shortDate } from '../../reports/time.ts'
import type { Visit } from './facts.ts'
import type { Happening, Scribe } from './happening.ts'
import { officeOf, reporterOf } from './offices.ts'
import { phraseReport } from './phrase-report.ts'

/** When people report: a share of all, from and to, in minutes of the day. The last hour is the busiest. */
const busyTimes: [number, number, number][] = [
  [0.4, 9 * 60 + 6, 11 * 60 + 34],
  [0.22, 13 * 60 + 4, 13 * 60 + 46],
  [0.38, 13 * 60 + 50, 14 * 60 + 56],
]

/** Late ones 迟报, by unit. 柳河县 then says that it has nothing. */
const lateTimes: Record<string, string> = {
  长春市双阳区: '15:07:12',
  吉林市磐石市: '15:12:40',
  白山市长白朝鲜族自治县: '15:48:05',
  延边州安图县: '16:18:30',
}

/** Zero reports 零报告 and how they are worded. */
const zeroReports: [string, string, (office: string, day: string) => string][] = [
  ['辽源市', '10:26:10', () => '今日无检查，零报告'],
  ['松原市', '11:15:44', office => `${office}今日零报告`],
  ['白城市', '13:31:02', (office, day) => `${office}${day}零报告。`],
  ['长春市朝阳区', '14:02:25', () => '我局今日未开展检查，零报告。'],
  ['吉林市丰满区', '14:36:51', office => `${office}：今日无检查`],
  ['通化市东昌区', '14:41:08', (office, day) => `${day}，${office}无检查，零报告`],
  ['延边州图们市', '14:52:33', () => '零报告'],
  ['通化市柳河县', '15:26:19', () => '今日无检查，零报告'],
]

/** A step that visits every unit once, so that the cities report mixed. */
const step = 19

/** The reports of the units with which nothing special happens; `special` are left out. */
export function ordinaryReports(visits: Visit[], special: ReadonlySet<string>, scribe: Scribe): Happening[] {
  const byUnit = Map.groupBy(visits, visit => visit.unit)
  const units = [...byUnit.keys()].filter(unit => !special.has(unit) && !unit.endsWith('处'))
  const timely = units.filter(unit => lateTimes[unit] === undefined)
  return [
    ...timely.flatMap((_, i) => {
      const unit = timely[(i * step) % timely.length]!
      return told(unit, byUnit.get(unit)!, timeAt(i / timely.length), i, scribe)
    }),
    ...units
      .filter(unit => lateTimes[unit] !== undefined)
      .flatMap((unit, i) => told(unit, byUnit.get(unit)!, lateTimes[unit]!, i, scribe)),
    ...zeroReports.map(([unit, time, word], i) =>
      scribe.report(time, reporterOf(unit), word(officeOf(unit, i), shortDate(scribe.date)), {
        unit,
        visits: [],
        fate: 'counted',
      }),
    ),
    ...[...byUnit.keys()]
      .filter(unit => unit.endsWith('处'))
      .map((unit, i) => {
        const own = byUnit.get(unit)!
        const time = ['09:35:20', '10:05:42', '10:44:15', '11:08:09', '13:26:37', '14:08:54'][i]!
        return scribe.report(time, reporterOf(unit), phraseReport(own, scribe.date, i), {
          unit: '吉林省',
          visits: own,
          fate: 'counted',
        })
      }),
  ]
}

/** All enterprises in one message, or each in its own, a little apart. */
function told(unit: string, own: Visit[], time: string, habit: number, scribe: Scribe): Happening[] {
  const speaker = reporterOf(unit)
  const counted = (visits: Visit[]) => ({ unit, visits, fate: 'counted' as const })
  if (habit % 2 === 0)
    return [scribe.report(time, speaker, phraseReport(own, scribe.date, habit), counted(own))]
  return own.map((visit, i) =>
    scribe.report(
      `${time.slice(0, 6)}${String(10 + i * 35).padStart(2, '0')}`,
      speaker,
      phraseReport([visit], scribe.date, habit),
      counted([visit]),
    ),
  )
}

/** The time of day at a share of all reports, with seconds that do not look counted. */
function timeAt(share: number): string {
  let from = 0
  for (const [part, start, end] of busyTimes) {
    if (share < from + part) {
      const minutes = start + ((share - from) / part) * (end - start)
      const seconds = Math.round(minutes * 60)
      return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
        .map(figure => String(figure).padStart(2, '0'))
        .join(':')
    }
    from += part
  }
  throw new RangeError('a share is below 1')
}
