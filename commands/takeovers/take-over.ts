import { holdTime } from '../../reports/escalation/chain-steps.ts'
import { isOpen } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { isTold, openText, type Takeover } from '../../reports/hazards/takeover.ts'
import { businessDate, shortDate } from '../../reports/time.ts'
import { addTakeover, endTakeover, openTakeovers, removeTakeover } from '../../storage/takeovers.ts'
import { trackedHazard } from '../../storage/tracked-hazards.ts'
import { cancelWakeup, scheduleWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand, officials, refuse } from '../command.ts'
import { momentText } from '../moment-text.ts'
import { readSubject, type Subject } from './read-subject.ts'
import { hazardsUnder, takeoverSubject } from './taken-over.ts'
import { noticeCommand, tellHandedBack } from './takeover-notice.ts'

/** Characters of a reason. */
const longest = 200

/** 提级: the province takes a hazard, an enterprise or a whole unit over from local supervision 提级管理. */
export const takeOver = defineCommand({
  name: '提级',
  aliases: ['tiji', '提级管理'],
  usage: '/提级 <隐患编号|企业|单位> [理由]',
  summary: '将隐患、企业或单位提级到省级管理',
  roles: ['leader'],
  takesNames: true,
  async run(args, context) {
    const { db, sender, now } = context
    if (args.length === 0) return [context.reply(await listText(context))]
    const subject = await readSubject(args, context)
    await refuseTwice(subject, context)
    const { rest, ...taken } = subject
    const reason = rest.join(' ')
    if ([...reason].length > longest) refuse(`理由请压缩到${longest}字以内。`)
    const noticeAt = new Date(now.getTime() + holdTime)
    const id = await addTakeover(db, {
      ...taken,
      reason,
      by: sender.name,
      at: now.toISOString(),
      noticeAt: noticeAt.toISOString(),
    })
    await scheduleWakeup(db, noticeAt, noticeCommand(id))
    const hazards = await hazardsUnder(await find(String(id), context), db)
    return [
      context.reply(
        `提级${id}：${takeoverSubject(taken)}自即日起由省级管理，${openText(hazards.length)}，复查、销号和延期由分管处室办理。两分钟后通知属地，此前可撤销。`,
        {
          choices: [{ label: '撤销', command: `/提级 撤销 ${id}` }],
          choicesUntil: noticeAt,
        },
      ),
    ]
  },
})

/** 提级 撤销: takes a takeover back before anybody has been told of it. */
export const cancelTakeover = defineCommand({
  name: '提级 撤销',
  aliases: ['tiji cx'],
  usage: '/提级 撤销 <提级编号>',
  summary: '两分钟内撤销提级，不通知属地',
  roles: ['leader'],
  async run([written], context) {
    const takeover = await find(written, context)
    if (takeover.noticeAt === null)
      refuse(`提级${takeover.id}已通知属地，不能撤销；如需交回，请发送“/提级 交回 ${takeover.id}”。`)
    await cancelWakeup(context.db, noticeCommand(takeover.id))
    await removeTakeover(context.db, takeover.id)
    return [context.reply(`提级${takeover.id}（${takeoverSubject(takeover)}）已撤销，未通知属地。`)]
  },
})

/** 提级 交回: hands what was taken over back to local supervision. */
export const handBack = defineCommand({
  name: '提级 交回',
  aliases: ['tiji jh'],
  usage: '/提级 交回 <提级编号>',
  summary: '将提级管理的事项交回属地',
  roles: ['leader'],
  async run([written], context) {
    const { db, sender, now } = context
    const takeover = await find(written, context)
    if (takeover.noticeAt !== null)
      refuse(`提级${takeover.id}尚未通知属地，请发送“/提级 撤销 ${takeover.id}”。`)
    await endTakeover(db, takeover.id, sender.name, now)
    const open = await hazardsUnder(takeover, db)
    return [
      context.reply(
        `提级${takeover.id}（${takeoverSubject(takeover)}）已交回属地管理，${openText(open.length)}${open.length === 0 ? '' : '由属地继续整改、复查'}。`,
      ),
      ...(await tellHandedBack(takeover, context)),
    ]
  },
})

/** 提级 清单: what is under the province now. */
export const listTakeovers = defineCommand({
  name: '提级 清单',
  aliases: ['提级清单', 'tiji qd'],
  usage: '/提级 清单',
  summary: '查看提级管理的事项',
  roles: officials,
  run: async (_args, context) => [context.reply(await listText(context))],
})

/** Until the unit has been told only leaders know. */
async function listText({ db, sender }: Context): Promise<string> {
  const isLeader = sender.role === 'leader'
  const takeovers = (await openTakeovers(db)).filter(each => isLeader || isTold(each))
  if (takeovers.length === 0)
    return `目前没有提级管理的事项。${isLeader ? '提级：/提级 <隐患编号|企业|单位> [理由]' : ''}`
  const lines: string[] = []
  for (const takeover of takeovers) {
    const open = await hazardsUnder(takeover, db)
    const since = shortDate(businessDate(new Date(takeover.at)))
    const words = [
      `${since}起`,
      openText(open.length),
      takeover.reason,
      takeover.noticeAt !== null && `${momentText(new Date(takeover.noticeAt))}通知属地`,
    ]
    lines.push(`提级${takeover.id} ${takeoverSubject(takeover)}：${words.filter(Boolean).join('，')}`)
  }
  return [`提级管理${takeovers.length}项：`, ...lines, ...(isLeader ? ['交回：/提级 交回 编号'] : [])].join(
    '\n',
  )
}

async function find(written: string | undefined, { db }: Context): Promise<Takeover> {
  const id = numberOf(written?.replace(/^提级/, ''))
  return (
    (await openTakeovers(db)).find(takeover => takeover.id === id) ??
    refuse(`提级${id}不存在、已撤销或已交回。发送“/提级 清单”查看。`)
  )
}

/** A closed hazard cannot be taken over, nor what is under the province already. */
async function refuseTwice(subject: Subject, { db }: Context): Promise<void> {
  const { kind, unit, enterprise, hazard } = subject
  if (hazard !== null) {
    const tracked = await trackedHazard(db, hazard)
    if (tracked !== null && !isOpen(tracked)) refuse(`${hazardNumber(hazard)}已销号或作废，无需提级。`)
  }
  const covering = (await openTakeovers(db)).find(
    each =>
      each.units.includes(unit) ||
      (each.unit === unit &&
        ((each.kind === 'enterprise' && kind !== 'unit' && each.enterprise === enterprise) ||
          (each.kind === 'hazard' &&
            kind === 'hazard' &&
            each.hazard?.report === hazard?.report &&
            each.hazard?.position === hazard?.position))),
  )
  if (covering !== undefined)
    refuse(
      `${takeoverSubject(subject)}已由提级${covering.id}（${takeoverSubject(covering)}）涵盖，无需再提级。`,
    )
}
