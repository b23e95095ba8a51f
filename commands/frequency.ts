import { describePlan, faultOfPlan, nextRound, planFor, type Slot, usualPlan } from '../reports/rounds.ts'
import { businessTime, shortDate } from '../reports/time.ts'
import { collectingRound, currentPlan, savePlan } from '../storage/rounds.ts'
import { timeOf } from './arguments.ts'
import { type Context, cancelled, confirmed, defineCommand, operators, refuse } from './command.ts'
import { assignRound, roundName } from './current-round.ts'
import type { OutgoingMessage } from './message.ts'

/**
 * 频次: how many rounds a working day has and when each is due: an order, not a constant. Takes effect from the next
 * round; the one that is collecting keeps its times.
 */
export const frequency = defineCommand({
  name: '频次',
  aliases: ['pc'],
  usage: '/频次 [每日次数 | 截止时间…]，如“/频次 2”“/频次 11:00 15:00”“/频次 15:00/16:30”',
  summary: '查看或调整每日报送批次',
  roles: operators,
  async run(args, context) {
    const { db, sender, now } = context
    if (args.length === 0) {
      const plan = await currentPlan(db)
      return [context.reply(`现行频次：每工作日${plan.length}次，${describePlan(plan)}。`)]
    }
    if (args.at(-1) === cancelled) return [context.reply('频次未作改动。')]
    const decided = args.at(-1) === confirmed
    const plan = readPlan(decided ? args.slice(0, -1) : args)
    // A second tap finds the plan in force and says so, rather than telling all groups again.
    if (JSON.stringify(await currentPlan(db)) === JSON.stringify(plan))
      return [context.reply(`已是该频次：每工作日${plan.length}次，${describePlan(plan)}。`)]
    const from = await effectiveFrom(plan, context)
    if (!decided) return [ask(plan, from, context)]
    await savePlan(db, plan, sender.name, now)
    return [context.reply(`频次已调整。${from}`), ...announce(from, context)]
  },
})

/** 5 | 11:00 15:00 | 11:00/12:00 15:00/16:30 */
function readPlan(args: string[]): Slot[] {
  const count = args.length === 1 ? /^(\d{1,2})次?$/.exec(args[0]!.normalize('NFKC'))?.[1] : undefined
  if (count !== undefined)
    return (
      usualPlan(Number(count)) ??
      refuse('次数请在1至5之间；也可直接写出各次截止时间，如“/频次 11:00 15:00”。')
    )
  const words = args.flatMap(arg => arg.split(/[,，、]/)).filter(word => word !== '')
  const slots = words.map(word => word.normalize('NFKC').split('/').map(timeOf))
  const faulty = words.filter((_, i) => slots[i]!.length > 2 || slots[i]!.includes(null))
  if (faulty.length > 0)
    refuse(`看不懂时间“${faulty.join('”“').slice(0, 60)}”，请写成“11:00”或“11:00/11:30”（截止/编制）。`)
  const usual = planFor(slots.map(([due]) => due!))
  const plan = slots.map(([due, compile], i) => ({ due: due!, compile: compile ?? usual[i]!.compile }))
  const fault = faultOfPlan(plan)
  return fault === null ? plan : refuse(`${fault}，请改正后重新发送。`)
}

/** 自5月19日11:00截止的批次起执行，5月18日批次不变。 */
async function effectiveFrom(plan: Slot[], { db, calendar, now }: Context): Promise<string> {
  const collecting = (await collectingRound(db)) ?? (await assignRound(db, calendar, now, now)).round
  const next = nextRound(plan, calendar, collecting.compileAt)
  return `自${shortDate(next.date)}${businessTime(next.dueAt)}截止的批次起，每工作日报送${plan.length}次：${describePlan(plan)}。${roundName(collecting)}${businessTime(collecting.dueAt)}截止的批次不变。`
}

const ask = (plan: Slot[], from: string, context: Context): OutgoingMessage =>
  context.reply(`拟调整频次：${from}请确认。`, {
    choices: [
      {
        label: '确认调整',
        command: `/频次 ${plan.map(({ due, compile }) => `${due}/${compile}`).join(' ')} ${confirmed}`,
      },
      { label: '不调整', command: `/频次 ${cancelled}` },
    ],
  })

/** The reporting groups learn of it at once: their officers work by these times. */
const announce = (from: string, { directory }: Context): OutgoingMessage[] =>
  directory.roomsFor('reporting').map(room => ({ to: { room }, text: `【报送频次调整】${from}` }))
