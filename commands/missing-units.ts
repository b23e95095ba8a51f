import { businessTime } from '../reports/time.ts'
import { collectingRound, lastCompiledRound } from '../storage/rounds.ts'
import { defineCommand, officials, refuse } from './command.ts'
import { roundName } from './current-round.ts'
import { listByCity, readStanding } from './standing.ts'

/** 缺报: who has not reported yet; in a reporting group those of its jurisdiction only. */
export const missingUnits = defineCommand({
  name: '缺报',
  aliases: ['qb'],
  usage: '/缺报',
  summary: '查看本批次尚未报送的单位',
  roles: ['reporter', 'committeeMember', ...officials],
  async run(_args, context) {
    const { db, directory, room, sender, now } = context
    const collecting = await collectingRound(db)
    const last = await lastCompiledRound(db)
    // In the evening the day that has just been compiled is what people ask about.
    const round =
      (collecting !== null && collecting.opensAt > now && last !== null ? last : collecting) ??
      refuse('当前没有正在报送的批次。')
    const scope =
      room?.jurisdiction ??
      (officials.includes(sender.role) || sender.unit === null ? null : directory.cityOf(sender.unit))
    const standing = await readStanding(db, directory, round.id)
    const within = (unit: string) => scope === null || directory.gazetteer.isWithin(unit, scope)
    const missing = standing.missing.filter(within)
    const expected = directory.expected.filter(unit => within(unit.name)).length
    const head = `${roundName(round)}（${businessTime(round.dueAt)}截止）${scope ?? '全省'}应报${expected}家，实报${expected - missing.length}家`
    return [
      context.reply(
        missing.length === 0
          ? `${head}，无缺报。`
          : `${head}，未报${missing.length}家：\n${listByCity(missing, directory)}`,
      ),
    ]
  },
})
