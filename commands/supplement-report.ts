import { amendDeadline, amendInspection } from '../reports/intake/amend-inspection.ts'
import { columns, type LabelField, labels } from '../reports/intake/labels/labels.ts'
import type { Inspection, Problem } from '../reports/intake/parsed-message.ts'
import { readInspection } from '../reports/intake/read-inspection.ts'
import { isUnfilled } from '../reports/intake/text/blank.ts'
import { normalise } from '../reports/intake/text/normalise.ts'
import { businessDate } from '../reports/time.ts'
import { type ReportRow, reportById } from '../storage/reports.ts'
import { compiledChanges, listedInCorrection, notYours, retold } from './acknowledge.ts'
import { mayAmend, readContent, refuseOtherUnit, saveAmended } from './amend-report.ts'
import { numberOf } from './arguments.ts'
import { type Context, defineCommand, refuse } from './command.ts'
import { tellOfChange } from './compiled-round.ts'
import { followChanges } from './follow-changes.ts'
import { askFor, listed } from './gaps.ts'
import type { OutgoingMessage } from './message.ts'
import { staleDate } from './submission.ts'
import { brief } from './understood.ts'

const example = '例如：/补 12 检查人员 张三、李四'

/** 补: fills in or corrects one field of a report, without posting it again. */
export const supplementReport = defineCommand({
  name: '补',
  aliases: ['bu', '补充'],
  usage: '/补 <编号> <栏目> <内容>',
  summary: '补填或更正报告的一栏，不必重发全文',
  roles: 'anyone',
  async run(args, context) {
    const { db, directory } = context
    if (args.length < 3 && !/[:：]/.test(args[1] ?? '')) refuse(`请写明编号、栏目和内容，${example}`)
    const number = numberOf(args[0])
    const { field, label, value } = readStatement(args[0]!, context.text)
    const report = (await reportById(db, number)) ?? refuse(`没有编号为${number}的报告。`)
    if (!mayAmend(report, context)) refuse(notYours(number))
    if (report.status === 'withdrawn') refuse(`第${number}号已撤销。如需报送，请重发全文。`)
    if (report.kind !== 'inspection')
      refuse(
        `第${number}号是${report.kind === 'zero' ? '零报告' : '合计'}，不能逐栏补填。请注明“更正”重发全文。`,
      )

    const outcome = await fill(report, field, label, value, context)
    if (outcome.kind !== 'revised')
      return refuse(`未作改动：${'problems' in outcome ? listed(outcome.problems) : ''}`)
    const rest = askFor(outcome, context.now) || '已无缺项。'
    const text = `第${number}号“${label}”已补为“${brief(value)}”。现为：${retold(outcome.unit, outcome.content)}。${[rest, ...compiledChanges([outcome]).map(listedInCorrection)].join('\n')}`
    return [
      context.reply(text),
      ...tellReporter(report, text, context),
      ...(outcome.compiled === null
        ? []
        : tellOfChange(outcome.compiled, [`补第${number}号（${report.unit}）`], directory)),
      ...(await followChanges([{ number, unit: report.unit, verb: '更正' }], context)),
    ]
  },
})

/** What follows the number: a column by any of its names, and what it is to say, line breaks and all. */
function readStatement(number: string, text: string): { field: LabelField; label: string; value: string } {
  const rest = text.slice(text.indexOf(number) + number.length)
  const [, written = '', value = ''] = /^\s*([^\s:：]{1,20})[\s:：]\s*(.*)$/s.exec(normalise(rest)) ?? []
  const named = labels.get(written)
  const field = named === 'reportingUnit' ? 'inspectingUnit' : named
  if (field === undefined || field === 'aside')
    return refuse(
      `没有“${brief(written || rest)}”这一栏。可补：${Object.values(columns).join('、')}、检查日期、行业、整改期限等，${example}`,
    )
  if (value.trim() === '') refuse(`请写明“${written}”的内容，${example}`)
  if (isUnfilled(value)) refuse(`请将“${written}”中的“××”换成实际内容后再发。`)
  return { field, label: written, value: value.trim() }
}

/** Reads the value as a message would have it read, and stores what the report says with it. */
async function fill(report: ReportRow, field: LabelField, label: string, value: string, context: Context) {
  const today = businessDate(new Date(context.message.at))
  const kept = await readContent(report, context)
  if (field === 'deadline') {
    if (kept.hazards.every(({ rectified }) => rectified === true))
      refuse(`第${report.id}号没有未整改的隐患，不需要整改期限。`)
    const amended = amendDeadline(kept, value, today) ?? unreadable(label, value)
    refuseAny(amended.problems)
    return saveAmended(report, kept, {}, amended, [], context)
  }
  const { inspection, problems } = readInspection(
    { own: [{ field, label, value }], shared: [] },
    { text: '', unit: null, industry: null, today },
  )
  const stale = staleDate(inspection.date, context)
  refuseAny(stale === null ? problems : [...problems, stale])
  if (field === 'inspectingUnit') refuseOtherUnit(report, value, context)
  if (isFilled[field]?.(inspection) === false) unreadable(label, value)
  const stated: Inspection = { ...inspection, states: field === 'hazards' ? ['hazards'] : [] }
  const amended = amendInspection(kept, stated, today)
  refuseAny(amended.problems)
  return saveAmended(report, kept, stated, amended, [], context)
}

const unreadable = (label: string, value: string): never =>
  refuse(`“${label}”的内容“${brief(value)}”看不懂，未作改动。请换个写法，或联系值班员。`)

function refuseAny(problems: Problem[]): void {
  if (problems.length > 0) refuse(`未作改动：${listed(problems)}`)
}

/** Whether a value could be read as what it is to say. */
const isFilled: Partial<Record<LabelField, (read: Inspection) => boolean>> = {
  inspectingUnit: read => read.inspectingUnit !== null,
  enterprise: read => read.enterprise !== null,
  place: read => read.place !== null,
  inspectors: read => read.inspectors.length > 0 || read.personTimes !== null,
  rectification: read => read.rectification !== null,
  date: read => read.date !== null,
  industry: read => read.industry !== null,
  teams: read => read.teams !== null,
  personTimes: read => read.personTimes !== null,
  level: read => read.level !== null,
  manner: read => read.manners.length > 0,
  basis: read => read.basis !== null,
  document: read => read.documents.length > 0,
  case: read => read.cases !== null,
  fine: read => read.fine !== null,
  production: read => read.production !== null,
}

/** Who reported hears of it when another changes the report from elsewhere. */
function tellReporter(report: ReportRow, text: string, { sender, room }: Context): OutgoingMessage[] {
  if (report.sender === sender.name || report.room === null || report.room === room?.name) return []
  return [{ to: { room: report.room }, text, mentions: [report.sender] }]
}
