import { type AnnexRow, numbered } from '../reports/daily/daily-report.ts'
import { placeName } from '../reports/daily/phrases.ts'
import { latestEdition, type Snapshot, saveEdition } from '../storage/editions.ts'
import { cancelled, confirmed, defineCommand, operators, refuse } from './command.ts'
import { compileEdition } from './compile-edition.ts'
import { compiledRound, roundArguments } from './compiled-round.ts'
import { roundName } from './current-round.ts'
import { distribute } from './distribute.ts'

/** 日报 更正: issues a corrected edition with what came, changed or was taken back after compiling. */
export const correctDailyReport = defineCommand({
  name: '日报 更正',
  aliases: ['日报更正', 'rb gz'],
  usage: '/日报 更正 [日期 [第几次]]',
  summary: '将编制后的补报和更正列入更正版，重新发出',
  roles: operators,
  async run(args, context) {
    const { db, directory, sender, now } = context
    const decision = args.at(-1)
    const words = decision === confirmed || decision === cancelled ? args.slice(0, -1) : args
    const round = (await compiledRound(words, context)) ?? refuse('尚无日报表可更正。')
    if (decision === cancelled) return [context.reply('未发更正版。')]
    const issued = (await latestEdition(db, round.id)) ?? refuse('该批次没有日报表。')
    const compiled = await compileEdition(db, directory, round, issued.number + 1, now)
    const changes = changesBetween(issued.report, compiled)
    const report = { ...compiled, corrections: changes }
    const name = `${roundName(round)}日报表`
    if (changes.length === 0) return [context.reply(`${name}与已发版本相同，无需更正。`)]
    if (decision !== confirmed)
      return [
        context.reply(`拟发${name}更正第${issued.number}版：${changes.join('；')}。请确认。`, {
          choices: [
            { label: '发出更正版', command: `/日报 更正 ${roundArguments(round)} ${confirmed}` },
            { label: '暂不发出', command: `/日报 更正 ${roundArguments(round)} ${cancelled}` },
          ],
        }),
      ]
    const edition = await saveEdition(db, round.id, report, sender.name, now)
    return [
      ...distribute(report, edition, directory, { issued: issued.report }),
      context.reply(`${name}更正第${issued.number}版已发出：${changes.join('；')}。`),
    ]
  },
})

/** Reports named one by one in a phrase; more are counted. */
const namedReports = 20

/** What a newer snapshot holds that an older one does not, in phrases, and the verifications that ended since. */
function changesBetween(before: Snapshot, after: Snapshot): string[] {
  const [old, current] = [rowsOf(before), rowsOf(after)]
  const said = (rows: Map<number, AnnexRow>, number: number) => {
    const row = rows.get(number)
    return row && JSON.stringify({ ...row, hazards: numbered(row.hazards) })
  }
  const phrases: [string, AnnexRow[]][] = [
    ['新增', [...current.values()].filter(({ number }) => !old.has(number))],
    [
      '更正',
      [...current.values()].filter(
        ({ number }) => old.has(number) && said(old, number) !== said(current, number),
      ),
    ],
    ['撤销', [...old.values()].filter(({ number }) => !current.has(number))],
  ]
  const changes = phrases
    .filter(([, rows]) => rows.length > 0)
    .map(([verb, rows]) => verb + nameReports(rows))
  const { reporting: was } = before
  const { reporting: is } = after
  if (was.actual !== is.actual) changes.push(`实报由${was.actual}家变为${is.actual}家`)
  else if (was.onTime !== is.onTime || was.zero.join() !== is.zero.join()) changes.push('报送情况有变化')
  return [...changes, ...newlyVerified(before, after)]
}

/** 核实：四平市铁东区第12号确认无误: how verifications ended since. */
const newlyVerified = (before: Snapshot, after: Snapshot): string[] => {
  const told = new Set(before.verified?.map(({ number, said }) => `${number} ${said}`))
  return (after.verified ?? [])
    .filter(({ number, said }) => !told.has(`${number} ${said}`))
    .map(({ said }) => said)
}

/** 第100号（松原市乾安县）、第101号（四平市） */
const nameReports = (rows: AnnexRow[]): string =>
  rows
    .slice(0, namedReports)
    .map(({ number, unit }) => `第${number}号（${placeName(unit)}）`)
    .join('、') + (rows.length > namedReports ? `等${rows.length}条` : '')

const rowsOf = ({ provincialRows, localRows }: Snapshot): Map<number, AnnexRow> =>
  new Map([...provincialRows, ...localRows].map(row => [row.number, row]))
