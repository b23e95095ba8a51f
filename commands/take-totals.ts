import { speaksForDayAndIndustry } from '../reports/daily/choose-totals.ts'
import type { Totals } from '../reports/daily/daily-report.ts'
import { placeName } from '../reports/daily/phrases.ts'
import type { ParsedMessage, Problem, Summary } from '../reports/intake/parsed-message.ts'
import { businessDate } from '../reports/time.ts'
import { totalsOf } from '../storage/report-columns.ts'
import {
  addReport,
  countedReportsOf,
  inspectionsOfRound,
  type ReportRow,
  reviseReport,
  type TotalsContent,
} from '../storage/reports.ts'
import { type RoundTotals, type StoredTotals, totalsOfRound } from '../storage/totals-reports.ts'
import type { Outcome } from './acknowledge.ts'
import { mayReport } from './admit-report.ts'
import { mayAmend } from './amend-report.ts'
import type { Context } from './command.ts'
import { roundAlreadyCompiled } from './compiled-round.ts'
import type { Assignment } from './current-round.ts'
import { blocks, compiledRoundOf, concerns, staleDate, submissionOf } from './submission.ts'
import { understood } from './understood.ts'

/** Takes the totals 合计 of a message, one report each. */
export async function takeTotals(
  parsed: ParsedMessage,
  assignment: Assignment,
  context: Context,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const alone = parsed.inspections.length === 0
  for (const [i, summary] of parsed.summaries.entries()) {
    const problems = parsed.problems.filter(concerns(alone ? i : -1))
    outcomes.push(await takeSummary(summary, problems, parsed.correction, assignment, context))
  }
  return outcomes
}

async function takeSummary(
  summary: Summary,
  problems: Problem[],
  correction: boolean,
  assignment: Assignment,
  context: Context,
): Promise<Outcome> {
  const { db, message, sender, now } = context
  const { unit } = summary
  const stale = staleDate(summary.date, context)
  const faults = stale === null ? problems : [...problems, stale]
  if (unit === null || faults.some(blocks)) return { kind: 'refused', problems: faults, enterprise: null }
  const content: TotalsContent = {
    ...summary,
    date: summary.date ?? businessDate(new Date(message.at)),
  }
  const { round } = assignment
  const earlier = (await countedReportsOf(db, round.id, unit, 'totals')).filter(isAbout(content))
  const same = earlier.find(report => saysTheSame(report, content))
  if (same !== undefined) return { kind: 'repeated', unit, number: same.id, named: '合计' }
  const trusted = mayReport(context)
  const replaced = correction && trusted ? earlier.at(-1) : undefined
  if (replaced !== undefined && !mayAmend(replaced, context))
    return { kind: 'forbidden', number: replaced.id }
  if (replaced !== undefined) await reviseReport(db, replaced, content, message.messageId, sender.name, now)
  const number = replaced?.id ?? (await addReport(db, submissionOf(unit, assignment, context), content))
  if (!trusted) return { kind: 'pending', number, said: understood(unit, content), problems }
  const chosen = await totalsOfRound(db, round.id)
  const checksOnly = chosen.setAside.some(each => each.report.number === number && each.instead === null)
  const counted = chosen.counted.find(each => each.number === number)
  return {
    kind: 'totals',
    unit,
    number,
    content,
    problems: counted?.listed ? [...problems, countsBeside(counted.totals, counted.listed)] : problems,
    revised: replaced !== undefined,
    unfoundCorrection: correction && replaced === undefined,
    alsoReported: replaced === undefined ? (earlier.at(-1)?.id ?? null) : null,
    differences: checksOnly ? await compareWithListed(content, unit, round.id, context) : null,
    // Totals that are but a check leave the daily report as it is.
    compiled: checksOnly
      ? null
      : replaced === undefined
        ? compiledRoundOf(assignment)
        : await roundAlreadyCompiled(db, replaced),
  }
}

/** Totals of a whole jurisdiction, of which a part is listed one by one. */
const countsBeside = (rest: Totals, listed: Totals): Problem => ({
  field: 'totals',
  kind: 'inconsistent',
  message: `辖区内已逐家报送${listed.enterprises}家、隐患${listed.hazards}条，不重复计入，本合计按其余${rest.enterprises}家、隐患${rest.hazards}条计`,
})

/** Totals of the same thing: who, what industry, what day. */
const isAbout = (content: TotalsContent) => (report: ReportRow) =>
  report.industry === content.industry &&
  report.date === content.date &&
  (report.wholeJurisdiction === 1) === content.wholeJurisdiction

function saysTheSame(report: ReportRow, content: TotalsContent): boolean {
  const { totals } = totalsOf(report)
  return Object.entries(content.totals).every(
    ([figure, count]) => (count ?? 0) === (totals[figure as keyof typeof totals] ?? 0),
  )
}

/**
 * Where totals differ from the inspections that are listed one by one in the round, in phrases; null where none is
 * listed. Teams are left out: of those that are listed they are reckoned, not stated.
 */
async function compareWithListed(
  content: TotalsContent,
  unit: string,
  roundId: number,
  { db, directory }: Context,
): Promise<string[] | null> {
  const { gazetteer } = directory
  const all = content.wholeJurisdiction
    ? (await inspectionsOfRound(db, roundId)).filter(report => gazetteer.isWithin(report.unit, unit))
    : await countedReportsOf(db, roundId, unit, 'inspection')
  const listed = all.filter(report => speaksForDayAndIndustry(content, report))
  if (listed.length === 0) return null
  const sum = (figure: 'personTimes' | 'hazardCount' | 'rectifiedCount') =>
    listed.reduce((total, report) => total + report[figure], 0)
  const named = listed.flatMap(({ unit, enterprise }) => (enterprise === null ? [] : `${unit} ${enterprise}`))
  const enterprises = new Set(named).size + listed.length - named.length
  const { totals } = content
  const figures: [string, number | null, number, string][] = [
    ['检查企业', totals.enterprises, enterprises, '家'],
    ['人次', totals.personTimes, sum('personTimes'), ''],
    ['隐患', totals.hazards, sum('hazardCount'), '条'],
    ['已整改', totals.rectified, sum('rectifiedCount'), '条'],
  ]
  return figures
    .filter(([, stated, counted]) => stated !== null && stated !== counted)
    .map(([name, stated, counted, measure]) => `${name}合计${stated}${measure}，逐家${counted}${measure}`)
}

/**
 * What inspections that came after totals change about these, `before` being the totals of the round before they came:
 * those of the unit no longer count, those of a whole jurisdiction count with the rest. Said when it begins, not again
 * with each inspection.
 */
export async function tellOvertaken(
  before: RoundTotals,
  roundId: number,
  { db }: Context,
): Promise<Problem[]> {
  if (before.counted.every(({ listed }) => listed !== null)) return []
  const after = await totalsOfRound(db, roundId)
  return before.counted.flatMap(report => {
    if (report.listed !== null) return []
    const aside = after.setAside.some(each => each.report.number === report.number && each.instead === null)
    const reduced = after.counted.some(each => each.number === report.number && each.listed !== null)
    const named = `第${report.number}号合计${figuresSaid(report)}`
    const message = aside
      ? `${named}改作核对，日报表以逐家报送为准，请逐家报全`
      : `${named}扣除辖区内逐家报送的部分后计入，不重复计算`
    return aside || reduced ? [{ field: 'totals', kind: 'inconsistent', message }] : []
  })
}

/** （四平市全辖区，检查企业30家）; nothing where neither enterprises nor hazards are stated. */
function figuresSaid({ unit, wholeJurisdiction, totals: { enterprises, hazards } }: StoredTotals): string {
  const said = [
    ...(wholeJurisdiction ? [`${placeName(unit)}全辖区`] : []),
    ...(enterprises > 0 ? [`检查企业${enterprises}家`] : hazards > 0 ? [`隐患${hazards}条`] : []),
  ]
  return said.length === 0 ? '' : `（${said.join('，')}）`
}
