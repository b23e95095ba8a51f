import { faultOfTimes, nextCommentaryRound, usualTimesOf } from '../../reports/commentary/rounds.ts'
import { businessTime, shortDate } from '../../reports/time.ts'
import { commentaryTimes, saveCommentaryTimes } from '../../storage/commentary-rounds.ts'
import { timeOf } from '../arguments.ts'
import { type Context, cancelled, confirmed, defineCommand, operators, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { commentaryRoundName, currentCommentaryRound } from './current-commentary-round.ts'

/**
 * 频次 点评: how many commentary rounds a working day has and when each ends. Takes effect from the next round; the one
 * that is open keeps its end.
 */
export const commentaryFrequency = defineCommand({
  name: '频次 点评',
  aliases: ['频次点评', 'pc dp'],
  usage: '/频次 点评 [每日轮数 | 截止时间…]，如“/频次 点评 3”“/频次 点评 11:00 17:30”',
  summary: '查看或调整每日点评轮次',
  roles: operators,
  async run(args, context) {
    const { db, sender, now } = context
    const current = await commentaryTimes(db)
    if (args.length === 0) return [context.reply(`现行点评频次：${describe(current)}。`)]
    if (args.at(-1) === cancelled) return [context.reply('点评频次未作改动。')]
    const decided = args.at(-1) === confirmed
    const times = readTimes(decided ? args.slice(0, -1) : args)
    // A second tap finds the plan in force and says so, rather than telling the group again.
    if (current.join() === times.join()) return [context.reply(`已是该频次：${describe(times)}。`)]
    const from = await effectiveFrom(times, context)
    if (!decided) return [ask(times, from, context)]
    await saveCommentaryTimes(db, times, sender.name, now)
    return [context.reply(`点评频次已调整。${from}`), ...announce(from, context)]
  },
})

/** 3 | 11:00 17:30 */
function readTimes(args: string[]): string[] {
  const count = args.length === 1 ? /^(\d{1,2})[次轮]?$/.exec(args[0]!.normalize('NFKC'))?.[1] : undefined
  if (count !== undefined)
    return (
      usualTimesOf(Number(count)) ??
      refuse('轮数请在1至3之间；也可直接写出各轮截止时间，如“/频次 点评 11:00 17:30”。')
    )
  const words = args.flatMap(arg => arg.split(/[,，、]/)).filter(word => word !== '')
  const times = words.map(timeOf)
  const faulty = words.filter((_, i) => times[i] === null)
  if (faulty.length > 0) refuse(`看不懂时间“${faulty.join('”“').slice(0, 60)}”，请写成“17:30”。`)
  const fault = faultOfTimes(times as string[])
  return fault === null ? (times as string[]) : refuse(`${fault}，请改正后重新发送。`)
}

/** 自5月19日10:30截止的一轮起执行，5月18日17:30截止的一轮不变。 */
async function effectiveFrom(times: string[], { db, calendar, now }: Context): Promise<string> {
  const open = await currentCommentaryRound(db, calendar, now)
  const next = nextCommentaryRound(times, calendar, open.endsAt)
  return `自${shortDate(next.date)}${businessTime(next.endsAt)}截止的一轮起，${describe(times)}。${commentaryRoundName(open)}${businessTime(open.endsAt)}截止的一轮不变。`
}

const describe = (times: string[]): string => `每工作日点评${times.length}轮，${times.join('、')}截止`

const ask = (times: string[], from: string, context: Context): OutgoingMessage =>
  context.reply(`拟调整点评频次：${from}请确认。`, {
    choices: [
      { label: '确认调整', command: `/频次 点评 ${times.join(' ')} ${confirmed}` },
      { label: '不调整', command: `/频次 点评 ${cancelled}` },
    ],
  })

/** The heads learn of it at once: each round every division owes a commentary. */
const announce = (from: string, { directory }: Context): OutgoingMessage[] =>
  directory.roomsFor('heads').map(room => ({ to: { room }, text: `【点评频次调整】${from}` }))
