import type { Visit } from './facts.ts'
import type { Happening, Scribe } from './happening.ts'
import { reporterOf } from './offices.ts'
import { phraseReport } from './phrase-report.ts'

interface Own {
  unit: string
  visits: Visit[]
  speaker: { room: string; from: string }
}

const duty = { room: '值班群', from: '值班员' }

/** What goes wrong on the sample day and is put right, by the unit whose report it is about. */
const incidents: Record<string, (own: Own, scribe: Scribe, all: Visit[]) => Happening[]> = {
  // The wrong group, a habit of before 2020: the city then belonged to 四平.
  长春市公主岭市({ unit, visits, speaker }, { date, report, chat }) {
    const elsewhere = { ...speaker, room: '四平市日报报送群' }
    const text = phraseReport(visits, date, 0)
    return [
      report('09:48:10', elsewhere, text, { unit, visits, fate: 'uncounted' }),
      chat('09:51:30', elsewhere, '不好意思，发错群了'),
      report('09:53:05', speaker, text, { unit, visits, fate: 'counted' }),
    ]
  },

  // A column forgotten, then the whole once more. It claims too much, as a head's question 核实 brings out: it is
  // corrected when the daily report is out.
  四平市梨树县({ unit, visits, speaker }, { date, report, chat }) {
    const claimed = allRectified(visits)
    const text = phraseReport(claimed, date, 7)
    const short = text.replace(/检查人员：.*\n/, '')
    const id = 'sample-verified'
    return [
      report('10:12:20', speaker, short, { unit, visits: claimed, fate: 'uncounted' }),
      chat('10:15:02', speaker, '漏了检查人员，马上重发'),
      report('10:16:48', speaker, text, { unit, visits: claimed, fate: 'superseded' }, { id }),
      report(
        '16:43:36',
        speaker,
        `更正\n${phraseReport(visits, date, 7)}\n以此为准。`,
        { unit, visits, fate: 'afterwards' },
        { quote: id },
      ),
    ]
  },

  // The unit's name mistyped: a keyboard that takes pinyin offers 极 for 吉.
  吉林市永吉县({ unit, visits, speaker }, { date, report }) {
    const text = (office: string) => phraseReport(visits, date, 8, office)
    return [
      report('10:31:15', speaker, text('永极县应急管理局'), { unit, visits, fate: 'uncounted' }),
      report('10:34:40', speaker, text('永吉县应急管理局'), { unit, visits, fate: 'counted' }),
    ]
  },

  // Withdrawn in the chat 撤回 and sent anew.
  通化市集安市({ unit, visits, speaker }, { date, report, recall, chat }) {
    const wrong = withoutLast(visits)
    const id = 'sample-recalled'
    return [
      report(
        '11:02:12',
        speaker,
        phraseReport(wrong, date, 9),
        { unit, visits: wrong, fate: 'uncounted' },
        { id },
      ),
      recall('11:03:20', id),
      chat('11:04:02', speaker, '少写了一条，撤回重发'),
      report('11:07:33', speaker, phraseReport(visits, date, 9), { unit, visits, fate: 'counted' }),
    ]
  },

  // Corrected before compiling, by quoting the first.
  延边州延吉市({ unit, visits, speaker }, { date, report }) {
    const wrong = withoutLast(visits)
    const id = 'sample-corrected'
    return [
      report(
        '13:22:18',
        speaker,
        phraseReport(wrong, date, 0),
        { unit, visits: wrong, fate: 'uncounted' },
        { id },
      ),
      report(
        '14:05:50',
        speaker,
        `更正\n${phraseReport(visits, date, 0)}\n以此为准。`,
        { unit, visits, fate: 'counted' },
        { quote: id },
      ),
    ]
  },

  // Somebody who is not in the roster stands in; the duty officer rings up and admits it 采信.
  延边州敦化市({ unit, visits, speaker }, { date, report, chat, order }) {
    const standIn = { ...speaker, from: '敦化应急小孙' }
    return [
      report('13:40:26', standIn, phraseReport(visits, date, 2), { unit, visits, fate: 'counted' }),
      chat('13:43:11', duty, '已电话核实，敦化市报送员今天外出培训，由小孙代报'),
      order('13:43:40', duty, '1'),
      chat('13:45:20', standIn, '谢谢'),
    ]
  },

  // What the city's bureau inspected was reported by the county too, and is taken back 撤销.
  白山市抚松县({ unit, visits, speaker }, { date, report, chat, order }, all) {
    const twice = all
      .filter(visit => visit.enterprise === '白山市松山木业有限公司')
      .map(visit => ({ ...visit, unit }))
    return [
      report('14:12:08', speaker, phraseReport(visits, date, 1), { unit, visits, fate: 'counted' }),
      report('14:13:30', speaker, phraseReport(twice, date, 1), { unit, visits: twice, fate: 'uncounted' }),
      chat('14:18:45', speaker, '松山木业是市局查的，重复了，我撤一条'),
      order('14:19:10', speaker, '/撤销'),
      order('14:19:40', speaker, '1'),
    ]
  },

  // After compiling: for the corrected edition 更正版.
  松原市乾安县({ unit, visits, speaker }, { date, report, chat, order }) {
    return [
      chat('16:42:30', { ...speaker, from: '值班员' }, '乾安县今天的日报还没有收到，请尽快报送并说明原因'),
      chat('16:55:12', speaker, '抱歉，下午一直在企业现场，刚回单位，马上报'),
      report('17:10:24', speaker, phraseReport(visits, date, 5), { unit, visits, fate: 'afterwards' }),
      order('17:14:05', duty, '/日报 更正'),
      order('17:14:50', duty, `/日报 更正 ${date} 确认`),
    ]
  },
}

/** A report in which the last hazard of each enterprise was forgotten. */
const withoutLast = (visits: Visit[]): Visit[] =>
  visits.map(visit => ({ ...visit, findings: visit.findings.slice(0, -1) }))

/** A report that calls everything rectified. */
const allRectified = (visits: Visit[]): Visit[] =>
  visits.map(visit => ({
    ...visit,
    findings: visit.findings.map(finding => ({ ...finding, rectified: true, deadline: null })),
  }))

/** Units with which something special happens. */
export const specialUnits: ReadonlySet<string> = new Set(Object.keys(incidents))

/** All that goes wrong on the day. */
export const incidentsOf = (visits: Visit[], scribe: Scribe): Happening[] =>
  Object.entries(incidents).flatMap(([unit, tell]) =>
    tell(
      { unit, visits: visits.filter(visit => visit.unit === unit), speaker: reporterOf(unit) },
      scribe,
      visits,
    ),
  )
