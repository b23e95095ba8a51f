import { hazardsOf } from '../storage/hazards.ts'
import { totalsOf } from '../storage/report-columns.ts'
import { lastReportOf, type ReportRow, reportById, setReportStatus } from '../storage/reports.ts'
import type { StoredRound } from '../storage/rounds.ts'
import { isSetAside } from '../storage/totals-reports.ts'
import { isOwn } from './amend-report.ts'
import { numberOf } from './arguments.ts'
import { type Context, cancelled, confirmed, defineCommand, operators, refuse } from './command.ts'
import { roundAlreadyCompiled, tellOfChange } from './compiled-round.ts'
import { followChanges } from './follow-changes.ts'
import type { OutgoingMessage } from './message.ts'
import { understood } from './understood.ts'

/** 撤销: takes back one's own last report; a duty officer may take back any. Asked once more before it happens. */
export const withdrawReport = defineCommand({
  name: '撤销',
  aliases: ['cx'],
  usage: '/撤销 [编号]',
  summary: '撤回本人最近一次报送',
  roles: 'anyone',
  async run([id, decision], context) {
    const { db, sender, now, directory } = context
    const report =
      id === undefined
        ? ((await lastReportOf(db, sender.name)) ?? refuse('您没有可撤销的报告。'))
        : ((await reportById(db, numberOf(id))) ?? refuse(`没有编号为${numberOf(id)}的报告。`))
    if (!isOwn(report, context) && !operators.includes(sender.role))
      refuse(`第${report.id}号不是您报送的。本人的报告由本人撤销，其他请联系值班员。`)
    if (report.status === 'withdrawn') return [context.reply(`第${report.id}号已撤销，无需重复操作。`)]
    if (decision === cancelled) return [context.reply(`第${report.id}号保留，未作改动。`)]
    if (decision === confirmed) {
      const counts = !(await isSetAside(db, report))
      await setReportStatus(db, report, 'withdrawn', sender.name, '撤销', now)
      const compiled = counts ? await roundAlreadyCompiled(db, report) : null
      const text = `第${report.id}号（${report.unit}）已撤销。${consequence(compiled)}`
      return [
        context.reply(text),
        ...tellReporter(report, text, context),
        ...(compiled === null
          ? []
          : tellOfChange(compiled, [`撤销第${report.id}号（${report.unit}）`], directory)),
        ...(await followChanges([{ number: report.id, unit: report.unit, verb: '撤销' }], context)),
      ]
    }
    return [
      context.reply(
        `拟撤销第${report.id}号${report.kind === 'totals' ? '合计' : ''}：${await describeReport(report, context)}。请确认。`,
        {
          choices: [
            { label: '确认撤销', command: `/撤销 ${report.id} ${confirmed}` },
            { label: '不撤销', command: `/撤销 ${report.id} ${cancelled}` },
          ],
        },
      ),
    ]
  },
})

/** A report in one phrase. */
async function describeReport(report: ReportRow, { db }: Context): Promise<string> {
  if (report.kind === 'zero') return `${report.unit}，零报告`
  if (report.kind === 'totals') {
    const content = totalsOf(report)
    const { personTimes, hazards, rectified } = content.totals
    // The columns hold 0 where nothing was stated.
    const stated = {
      personTimes: personTimes || null,
      hazards: hazards || null,
      rectified: rectified || null,
    }
    return understood(report.unit, { ...content, totals: { ...content.totals, ...stated } })
  }
  const hazards = await hazardsOf(db, report.id)
  return understood(report.unit, { enterprise: report.enterprise, hazards })
}

/** Who reported hears of it when another takes the report back: the unit would stand as missing unawares. */
function tellReporter(report: ReportRow, text: string, { sender, room }: Context): OutgoingMessage[] {
  if (report.sender === sender.name || report.room === null || report.room === room?.name) return []
  return [{ to: { room: report.room }, text, mentions: [report.sender] }]
}

/** What taking back a report means for the daily report. */
export const consequence = (compiled: StoredRound | null): string =>
  compiled === null ? '如需更改，可重新报送。' : '日报表已编制，改动列入更正版。'
