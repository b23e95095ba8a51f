import { placeName } from '../../reports/daily/phrases.ts'
import { addDays, businessDate, longDate, shortDate } from '../../reports/time.ts'
import { addInterview, interviewsBetween } from '../../storage/interviews.ts'
import { dateOf } from '../arguments.ts'
import { type Context, defineCommand, officials, type Role, refuse } from '../command.ts'
import { findChain, readChainNumber } from '../escalation/find-chain.ts'
import { findUnit } from '../find-unit.ts'
import { textAfter } from '../text-after.ts'

/** Who records an interview. */
const recorders: Role[] = ['divisionHead', 'leader', 'dutyOfficer']

/** What is recorded of an interview, by the words under which it is written. */
const labels = {
  date: ['时间', '日期'],
  place: ['地点'],
  attendees: ['人员', '参加人员', '参加', '约谈对象'],
  result: ['结果', '情况', '约谈结果'],
} as const
type Field = keyof typeof labels
const example =
  '/约谈 记录 督办3 时间：6月1日 地点：省应急厅201会议室 人员：区长、区应急局局长 结果：承诺6月10日前完成整改'

/** Characters of one field. */
const longest = 300

/** 约谈 记录: records an interview that was held: when, where, who, with what result. */
export const recordInterview = defineCommand({
  name: '约谈 记录',
  aliases: ['约谈记录', 'yt jl'],
  usage: '/约谈 记录 <督办编号|单位> 时间：… 地点：… 人员：… 结果：…',
  summary: '登记约谈的时间、地点、人员和结果',
  roles: recorders,
  async run(_args, context) {
    const { db, sender, now } = context
    const said = textAfter(
      [
        ['约谈', 'yt'],
        ['记录', 'jl'],
      ],
      context.text,
    )
    const { subject, fields } = readFields(said)
    const missing = (Object.keys(labels) as Field[]).filter(field => !fields.get(field))
    if (subject === '' || missing.length > 0)
      return refuse(
        `请补全：${[...(subject === '' ? ['督办编号或单位'] : []), ...missing.map(field => labels[field][0])].join('、')}。例如：${example}`,
      )
    const tooLong = [...fields].filter(([, text]) => [...text].length > longest)
    if (tooLong.length > 0) refuse(`“${labels[tooLong[0]![0]][0]}”请压缩到${longest}字以内。`)
    const date = dateOf(fields.get('date')!, now)
    if (date > businessDate(now)) refuse(`${longDate(date)}尚未到，请在约谈后登记。`)
    const about = await readInterviewed(subject, context)
    const id = await addInterview(db, {
      ...about,
      date,
      place: fields.get('place')!,
      attendees: fields.get('attendees')!,
      result: fields.get('result')!,
      recordedBy: sender.name,
      recordedAt: now.toISOString(),
    })
    return [
      context.reply(
        `已登记约谈${id}：${placeName(about.unit)}${about.enterprise === null ? '' : ` ${about.enterprise}`}，${shortDate(date)}，${fields.get('place')}；结果：${fields.get('result')}。${about.chain === null ? '' : `属督办${about.chain}。`}`,
      ),
    ]
  },
})

/** 约谈: the interviews of the last three months. */
export const listInterviews = defineCommand({
  name: '约谈',
  aliases: ['yt'],
  usage: '/约谈',
  summary: '查看近三个月的约谈',
  roles: officials,
  async run(args, context) {
    if (args.length > 0) refuse(`登记约谈：${example}；决定约谈请发送“/督办 升级 编号 约谈”。`)
    const today = businessDate(context.now)
    const held = await interviewsBetween(context.db, addDays(today, -92), today)
    if (held.length === 0) return [context.reply(`近三个月没有约谈记录。登记：${example}`)]
    const lines = held.map(
      ({ id, chain, unit, enterprise, date, place, attendees, result }) =>
        `约谈${id} ${shortDate(date)} ${placeName(unit)}${enterprise === null ? '' : ` ${enterprise}`}${chain === null ? '' : `（督办${chain}）`}：${place}，${attendees}；${result}`,
    )
    return [context.reply([`近三个月约谈${held.length}次：`, ...lines].join('\n'))]
  },
})

/** What stands before the first label, and what stands under each. */
function readFields(text: string): { subject: string; fields: Map<Field, string> } {
  const words = Object.values(labels).flat()
  const parts = text.split(new RegExp(`(?:^|[\\s,;，；。])(${words.join('|')})[:：]`, 'u'))
  const fields = new Map<Field, string>()
  for (let i = 1; i < parts.length; i += 2) {
    const field = (Object.keys(labels) as Field[]).find(each =>
      (labels[each] as readonly string[]).includes(parts[i]!),
    )!
    fields.set(field, parts[i + 1]!.trim().replace(/[,;，；]$/u, ''))
  }
  return { subject: parts[0]!.trim(), fields }
}

/** The chain of which it is a rung, or the unit. */
async function readInterviewed(subject: string, context: Context) {
  if (readChainNumber(subject) === null)
    return { chain: null, unit: findUnit(subject, null, context.directory), enterprise: null }
  const { id, unit, enterprise } = await findChain(subject, context)
  return { chain: id, unit, enterprise }
}
