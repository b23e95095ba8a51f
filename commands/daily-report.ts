import { businessTime } from '../reports/time.ts'
import { type Edition, latestEdition } from '../storage/editions.ts'
import { collectingRound } from '../storage/rounds.ts'
import { type Context, defineCommand, officials, refuse } from './command.ts'
import { compiledRound } from './compiled-round.ts'
import { roundName } from './current-round.ts'
import { lookBackFor, sliceFor, slices, summary, wholeReport } from './distribute.ts'
import { readHistory } from './look-back.ts'
import type { OutgoingMessage } from './message.ts'

/** 日报: shows a daily report again, as its latest edition stands: to each as much as is sent to him anyway. */
export const dailyReport = defineCommand({
  name: '日报',
  aliases: ['rb', '日报表'],
  usage: '/日报 [日期 [第几次]]，如“/日报 5月18日”',
  summary: '查看日报表',
  roles: ['reporter', 'committeeMember', ...officials],
  async run(args, context) {
    const { db } = context
    const round = await compiledRound(args, context)
    if (round === null) {
      const collecting = await collectingRound(db)
      return refuse(
        collecting === null
          ? '尚无日报表。'
          : `尚无日报表。${roundName(collecting)}日报表将于${businessTime(collecting.compileAt)}编制。`,
      )
    }
    const edition = (await latestEdition(db, round.id)) ?? refuse('该批次没有日报表。')
    return show(edition, context)
  },
})

async function show({ id, roundId, report }: Edition, context: Context): Promise<OutgoingMessage[]> {
  const { db, sender, room, directory, reply } = context
  const to = reply('').to
  if (sender.role === 'leader' || sender.role === 'dutyOfficer' || sender.role === 'administrator')
    if (room === null || room.roles.some(role => role === 'leaders' || role === 'duty'))
      return wholeReport(report, id, to)
  if (room?.roles.includes('heads') && sender.role !== 'divisionHead')
    return slices(report, directory, to, await readHistory(db, roundId, report))
  const division = sender.division === null ? null : directory.division(sender.division)
  if (division !== null)
    return [
      ...summary(report, id, to),
      sliceFor(report, [division], directory, to),
      lookBackFor(report, division, await readHistory(db, roundId, report), to),
    ]
  return summary(report, id, to)
}
