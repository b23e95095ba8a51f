import { businessDate, businessTime } from '../reports/time.ts'
import { type Snapshot, saveEdition } from '../storage/editions.ts'
import { keepRectified } from '../storage/keep-rectified.ts'
import { roundById, setRoundState } from '../storage/rounds.ts'
import { numberOf } from './arguments.ts'
import { defineCommand } from './command.ts'
import { compileEdition } from './compile-edition.ts'
import { openRoundAfter, roundName } from './current-round.ts'
import type { Directory } from './directory.ts'
import { distribute } from './distribute.ts'
import { readHistory } from './look-back.ts'
import type { OutgoingMessage } from './message.ts'

/** At the compile time: makes the daily report, sends it out, opens the next round. Happens once for each round. */
export const compileRound = defineCommand({
  name: '批次编制',
  aliases: [],
  usage: '/批次编制 <批次>',
  summary: '按时编制并发出日报表',
  roles: ['system'],
  async run([id], { db, directory, calendar, now }) {
    const round = await roundById(db, numberOf(id))
    if (round?.state !== 'open') return []
    await keepRectified(db, round.id, now)
    const report = await compileEdition(db, directory, round, 1, now)
    const edition = await saveEdition(db, round.id, report, '系统', now)
    await setRoundState(db, round.id, 'compiled')
    const { skipped } = await openRoundAfter(db, calendar, round.compileAt, now)
    const notices = [
      `${roundName(round)}日报表已编制发出${report.compiledLate ? `（应于${businessTime(round.compileAt)}编制，因停机迟发）` : ''}：实报${report.reporting.actual}家，缺报${report.reporting.missing.length}家。`,
      ...unclearIndustry(report),
      ...skipped.map(missed => `${roundName(missed)}批次全程停机，未收到报送，未编制日报表。`),
      ...[calendar.warning(businessDate(now))].filter(warning => warning !== null),
    ]
    const history = await readHistory(db, round.id, report)
    return [
      ...distribute(report, edition, directory, { history }),
      ...tellDuty(notices.join('\n'), directory),
    ]
  },
})

/** Inspections that stand in no division's slice, for a duty officer to ask about. */
function unclearIndustry({ provincialRows, localRows }: Snapshot): string[] {
  const numbers = [...provincialRows, ...localRows]
    .filter(row => row.industry === null)
    .map(row => row.number)
  if (numbers.length === 0) return []
  const named = numbers.slice(0, 20).join('、')
  return [`行业未注明${numbers.length}条，未列入处室分送：第${named}号${numbers.length > 20 ? '等' : ''}。`]
}

const tellDuty = (text: string, directory: Directory): OutgoingMessage[] =>
  directory.roomsFor('duty').map(room => ({ to: { room }, text }))
