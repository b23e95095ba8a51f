import { placeName } from '../../reports/daily/phrases.ts'
import { interviewText } from '../../reports/escalation/interview-text.ts'
import { addDays, businessDate, shortDate } from '../../reports/time.ts'
import { chainById } from '../../storage/chains.ts'
import {
  addInterview,
  deleteInterview,
  type Interview,
  interviewById,
  interviewsBetween,
  sameInterview,
  saveInterview,
} from '../../storage/interviews.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand, officials, type Role, refuse } from '../command.ts'
import { findChain, readChainNumber } from '../escalation/find-chain.ts'
import { findUnit } from '../find-unit.ts'
import type { OutgoingMessage } from '../message.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import {
  answerByInterview,
  mustBeRecordable,
  oddities,
  reviseOnChain,
  tellOfInterview,
} from './interview-on-chain.ts'
import { type Field, type Fields, labels, readFields } from './read-fields.ts'

/** Who records an interview. */
const recorders: Role[] = ['divisionHead', 'leader', 'dutyOfficer']
const example =
  '/约谈 记录 督办3 时间：6月1日 地点：省应急厅201会议室 人员：区长、区应急局局长 结果：承诺6月10日前完成整改'
/** Interviews longer ago, in days, are likely a slip of the pen. */
const longAgo = 365

/** 约谈 记录: records an interview that was held: when, where, who, with what result. */
export const recordInterview = defineCommand({
  name: '约谈 记录',
  aliases: ['约谈记录', 'yt jl'],
  usage: '/约谈 记录 <督办编号|单位> 时间：… 地点：… 人员：… 结果：…',
  summary: '登记约谈的时间、地点、人员和结果',
  roles: recorders,
  async run(args, context) {
    const { db, sender, now } = context
    const { subject, fields } = readFields(saidBehind([words, ['记录', 'jl']], args, context), context)
    const missing = (Object.keys(labels) as Field[]).filter(field => fields[field] === undefined)
    if (subject === '' || missing.length > 0)
      return refuse(
        `请补全：${[...(subject === '' ? ['督办编号或单位'] : []), ...missing.map(field => labels[field][0])].join('、')}。例如：${example}`,
      )
    const { chain, ...about } = await readInterviewed(subject, context)
    const record = {
      ...about,
      ...(fields as Fields),
      chain: chain?.id ?? null,
      recordedBy: sender.name,
      recordedAt: now.toISOString(),
    }
    const same = await sameInterview(db, record)
    if (same !== null)
      return refuse(`已登记为约谈${same}，无需重复。如需更正：/约谈 更正 ${same} 结果：新内容`)
    const interview = { ...record, id: await addInterview(db, record) }
    const odd = [...(chain === null ? [] : oddities(chain, interview)), ...tooOld(interview, now)]
    const answered = context.reply(
      `已登记约谈${interview.id}：${placeName(about.unit)}${about.enterprise === null ? '' : ` ${about.enterprise}`}，${shortDate(interview.date)}，${interview.place}；结果：${interview.result}。${chain === null ? '' : `属督办${chain.id}。`}${odd.length === 0 ? '' : `注意：${odd.join('')}`}`,
    )
    if (chain === null) return [answered]
    await answerByInterview(chain, interview, context)
    return [answered, ...tellOfInterview(chain, interviewText(interview), context)]
  },
})

/** 约谈 更正: replaces parts of a record. */
export const correctInterview = defineCommand({
  name: '约谈 更正',
  aliases: ['约谈更正', '约谈 修改', 'yt gz'],
  usage: '/约谈 更正 <约谈编号> 时间|地点|人员|结果：…',
  summary: '更正本人登记的约谈',
  roles: recorders,
  async run(args, context) {
    const { db, now } = context
    const { word, rest } = firstWord(saidBehind([words, ['更正', '修改', 'gz']], args, context))
    const before = await ownInterview(word, context)
    const { fields } = readFields(rest, context)
    if (Object.keys(fields).length === 0)
      refuse(`请写明更正哪一项，例如：/约谈 更正 ${before.id} 结果：承诺6月10日前完成整改`)
    const interview = { ...before, ...fields }
    await saveInterview(db, interview)
    const odd = tooOld(interview, now)
    const answered = context.reply(
      `已更正：${interviewText(interview)}${odd.length === 0 ? '' : `注意：${odd.join('')}`}`,
    )
    return [answered, ...(await reviseTold(interview, interview, context))]
  },
})

/** 约谈 删除: a record that should not be. */
export const removeInterview = defineCommand({
  name: '约谈 删除',
  aliases: ['约谈删除', 'yt sc'],
  usage: '/约谈 删除 <约谈编号>',
  summary: '删除本人误登记的约谈',
  roles: recorders,
  async run([word], context) {
    const interview = await ownInterview(word, context)
    await deleteInterview(context.db, interview.id)
    return [context.reply(`约谈${interview.id}已删除。`), ...(await reviseTold(interview, null, context))]
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

const words = ['约谈', 'yt']

/** The record that is meant, if the sender made it or is a leader. */
async function ownInterview(word: string | undefined, { db, sender }: Context): Promise<Interview> {
  const id = numberOf(word?.replace(/^约谈/u, ''))
  const interview = (await interviewById(db, id)) ?? refuse(`没有约谈${id}。请核对编号，或发送“/约谈”查看。`)
  return interview.recordedBy === sender.name || sender.role === 'leader'
    ? interview
    : refuse(`约谈${id}由${interview.recordedBy}登记，请由本人或厅领导处理。`)
}

/** What a chain holds of a record follows it, and those who were told hear it. */
async function reviseTold(
  { id, chain: number }: Interview,
  now: Interview | null,
  context: Context,
): Promise<OutgoingMessage[]> {
  const chain = number === null ? null : await chainById(context.db, number)
  if (chain === null) return []
  await reviseOnChain(chain, id, now, context)
  return tellOfInterview(
    chain,
    now === null ? `约谈${id}的登记已删除。` : `更正：${interviewText(now)}`,
    context,
  )
}

const tooOld = ({ date }: Interview, now: Date): string[] =>
  date < addDays(businessDate(now), -longAgo) ? ['约谈日期在一年以前，请核对。'] : []

/** The chain of which it is a rung, or the unit. */
async function readInterviewed(subject: string, context: Context) {
  if (readChainNumber(subject) === null)
    return { chain: null, unit: findUnit(subject, null, context.directory), enterprise: null }
  const chain = await findChain(subject, context)
  mustBeRecordable(chain, context)
  return { chain, unit: chain.unit, enterprise: chain.enterprise }
}
