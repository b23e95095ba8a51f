import type { AnnexRow, Reporting } from '../reports/daily/daily-report.ts'
import { latestEdition, type Snapshot, saveEdition } from '../storage/editions.ts'
import { cancelled, confirmed, defineCommand, operators, refuse } from './command.ts'
import { compileEdition } from './compile-edition.ts'
import { compiledRound } from './compiled-round.ts'
import { roundName } from './current-round.ts'
import { distribute } from './distribute.ts'

/** 日报 更正: issues a corrected edition with what came, changed or was taken back after compiling. */
export const correctDailyReport = defineCommand({
  name: '日报 更正',
  aliases: ['日报更正', 'rb gz'],
  usage: '/日报 更正 [日期]',
  summary: '将编制后的补报和更正列入更正版，重新发出',
  roles: operators,
  async run(args, context) {
    const { db, directory, sender, now } = context
    const decision = args.at(-1)
    const words = decision === confirmed || decision === cancelled ? args.slice(0, -1) : args
    const round = (await compiledRound(words, context)) ?? refuse('尚无日报表可更正。')
    if (decision === cancelled) return [context.reply('未发更正版。')]
    const issued = (await latestEdition(db, round.id)) ?? refuse('该批次没有日报表。')
    const report = await compileEdition(db, directory, round, issued.number + 1, now)
    const changes = changesBetween(issued.report, report)
    const name = `${roundName(round)}日报表`
    if (changes.length === 0) return [context.reply(`${name}与已发版本相同，无需更正。`)]
    if (decision !== confirmed)
      return [
        context.reply(`拟发${name}更正第${issued.number}版：${changes.join('；')}。请确认。`, {
          choices: [
            { label: '发出更正版', command: `/日报 更正 ${round.date} ${confirmed}` },
            { label: '暂不发出', command: `/日报 更正 ${round.date} ${cancelled}` },
          ],
        }),
      ]
    const edition = await saveEdition(db, round.id, report, sender.name, now)
    return [
      ...distribute(report, edition, directory),
      context.reply(`${name}更正第${issued.number}版已发出：${changes.join('；')}。`),
    ]
  },
})

/** What a newer snapshot holds that an older one does not, in phrases. */
function changesBetween(before: Snapshot, after: Snapshot): string[] {
  const [old, current] = [rowsOf(before), rowsOf(after)]
  const added = [...current.keys()].filter(number => !old.has(number))
  const revised = [...current].filter(([number, row]) => old.has(number) && old.get(number) !== row)
  const withdrawn = [...old.keys()].filter(number => !current.has(number))
  const phrases: [string, number[]][] = [
    ['新增', added],
    ['更正', revised.map(([number]) => number)],
    ['撤销', withdrawn],
  ]
  const changes = phrases
    .filter(([, numbers]) => numbers.length > 0)
    .map(
      ([verb, numbers]) =>
        `${verb}第${numbers.slice(0, 20).join('、')}号${numbers.length > 20 ? `等${numbers.length}条` : ''}`,
    )
  const standing = ({ actual, onTime, zero }: Reporting) => JSON.stringify([actual, onTime, zero])
  if (standing(before.reporting) !== standing(after.reporting))
    changes.push(`实报由${before.reporting.actual}家变为${after.reporting.actual}家`)
  return changes
}

const rowsOf = ({ provincialRows, localRows }: Snapshot): Map<number, string> =>
  new Map([...provincialRows, ...localRows].map((row: AnnexRow) => [row.number, JSON.stringify(row)]))
