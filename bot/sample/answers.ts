import { shortDate } from '../../reports/time.ts'
import type { Happening, Scribe } from './happening.ts'
import { reporterOf } from './offices.ts'

/** What units answer to commentaries 回应 on the same day: by command, in ordinary words, by quoting; 吉林市 does not. */
export const answersTo = ({ date, order }: Scribe, next: string): Happening[] => [
  order(
    '17:06:10',
    reporterOf('白山市浑江区'),
    `/回应 煤矿一处第1期 江隆煤矿已于今日15:40停产撤人，驻矿盯守人员已到位，停用回路${shortDate(next)}12时前恢复供电。`,
  ),
  order(
    '17:08:25',
    reporterOf('松原市宁江区'),
    '回应危化一处第1期：作业记录已于今日补填规范，原期限定得过宽，今后能当日改的一律当日改。',
  ),
  order(
    '17:19:40',
    reporterOf('长春市双阳区'),
    `95-1已补测气体并重新审批；95-2拉绳开关${shortDate(next)}更换，换好后复查。`,
    { quotedText: `【日点评】工贸处 第1期（${shortDate(date)}）\n\n今日检查工贸企业32家` },
  ),
  order(
    '17:22:30',
    reporterOf('白城市洮北区'),
    `/回应 危化二处第1期 已安排企业连夜清理，${shortDate(next)}8时前复查报结果。`,
  ),
]

/** Who did not, and answers when it is asked again 催复 on the next working day. */
export const chasedAnswers = ({ order }: Scribe): Happening[] => [
  order(
    '10:08:20',
    reporterOf('吉林市'),
    '/回应 危化一处第1期 江北精细化工罐区储量已降至三成，专人24小时值守，切断系统今日调试。',
  ),
]
