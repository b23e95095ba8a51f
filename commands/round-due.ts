import { businessTime } from '../reports/time.ts'
import { collectingRound } from '../storage/rounds.ts'
import { numberOf } from './arguments.ts'
import { defineCommand } from './command.ts'
import { roundName } from './current-round.ts'
import { byRoom } from './remind-units.ts'
import { listByCity, readStanding } from './standing.ts'

/** At the due time: tells each group which of its units are missing 缺报, and the duty group all of them. */
export const roundDue = defineCommand({
  name: '批次截止',
  aliases: [],
  usage: '/批次截止 <批次>',
  summary: '到截止时间通报缺报单位',
  roles: ['system'],
  async run([id], context) {
    const { db, directory, now } = context
    const round = await collectingRound(db)
    // After a stop that outlasted the compilation the daily report says it all.
    if (round === null || round.id !== numberOf(id) || now >= round.compileAt) return []
    const standing = await readStanding(db, directory, round.id)
    const [due, compile] = [businessTime(round.dueAt), businessTime(round.compileAt)]
    const tally = `应报${standing.expected}家，实报${standing.actual}家`
    const name = roundName(round)
    return [
      ...byRoom(standing.missing, directory.reportingRoomOf).map(([room, units]) => ({
        to: { room },
        text: `【缺报】${name}${due}报送已截止，缺报：${units.join('、')}。${compile}前补报的记为迟报。`,
      })),
      ...directory.roomsFor('duty').map(room => ({
        to: { room },
        text:
          standing.missing.length === 0
            ? `【报送情况】${name}${due}截止，${tally}，无缺报。`
            : `【报送情况】${name}${due}截止，${tally}，缺报${standing.missing.length}家：\n${listByCity(standing.missing, directory)}`,
      })),
    ]
  },
})
