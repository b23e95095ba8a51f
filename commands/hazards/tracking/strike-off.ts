import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { hazardsOf } from '../../../storage/hazards.ts'
import { reportById } from '../../../storage/reports.ts'
import { type Context, defineCommand, refuse } from '../../command.ts'
import { whenClosed } from '../../escalation/when-closed.ts'
import type { OutgoingMessage } from '../../message.ts'
import { divisionsText, standingTo } from '../standing-to.ts'
import { eachHazard } from '../steps/each-hazard.ts'
import { readNumbers } from '../steps/read-numbers.ts'
import { unitRoom } from '../tell-about.ts'
import { noteRevision, strikeOff } from './follow-removal.ts'

/** What a division decides about a hazard that its report does not hold any more, or not as a major one. */
interface Decision {
  word: '作废' | '保留' | '改为一般'
  summary: string
  /** As it goes on: 1-2已作废. */
  done: string
  /** Does it; gives what has been struck off. */
  take(hazard: TrackedHazard, context: Context): Promise<TrackedHazard[]>
}

const decide = ({ word, summary, done, take }: Decision) =>
  defineCommand({
    name: `隐患 ${word}`,
    aliases: [],
    usage: `/隐患 ${word} <隐患编号>…`,
    summary,
    roles: ['divisionHead', 'leader'],
    async run(args, context) {
      const { numbers } = readNumbers(args.join(' '), context, `/隐患 ${word} 12-1`)
      const decided = await eachHazard(numbers, context, async hazard => {
        if ((await standingTo(hazard, context)) === null)
          refuse(`${hazardNumber(hazard)}由${divisionsText(hazard, context.directory)}分管，请由其处理。`)
        return { hazard, struck: await take(hazard, context) }
      })
      const hazards = decided.done.map(each => each.hazard)
      const struck = decided.done.flatMap(each => each.struck)
      const text = `${hazards.map(hazardNumber).join('、')}${done}。`
      return [
        context.reply([text, ...decided.failed].join('\n')),
        ...(await tellUnits(hazards, text, context)),
        ...(struck.length === 0 ? [] : await whenClosed(struck, context)),
      ]
    },
  })

/** 隐患 作废: what its report does not hold any more leaves the ledger. */
export const strikeOffHazards = decide({
  word: '作废',
  summary: '报告更正或撤销后，确认隐患作废',
  done: '已确认作废',
  async take(hazard, context) {
    const said = await statedOf(hazard, context)
    if (hazard.state === 'void') refuse(`${hazardNumber(hazard)}已作废，无需再办。`)
    if (said !== undefined)
      refuse(`${hazardNumber(hazard)}仍列在第${hazard.report}号报告中，不能作废；请先更正报告。`)
    return strikeOff(hazard, '分管处室确认作废', 'province', context)
  },
})

/** 隐患 改为一般: what its report does not call a major hazard 重大隐患 any more is none. */
export const demoteHazards = decide({
  word: '改为一般',
  summary: '报告更正后，确认重大隐患改为一般隐患',
  done: '已改为一般隐患',
  async take(hazard, context) {
    const said = await statedOf(hazard, context)
    if (!hazard.major) refuse(`${hazardNumber(hazard)}不是重大隐患，无需改动。`)
    if (said === undefined || said.major)
      refuse(`第${hazard.report}号报告未将${hazardNumber(hazard)}更正为一般隐患，未作改动。`)
    await noteRevision({ ...hazard, major: false }, '分管处室确认改为一般隐患', context)
    return []
  },
})

/** 隐患 保留: it stays as it is, whatever its report says now. */
export const keepHazards = decide({
  word: '保留',
  summary: '报告更正或撤销后，隐患仍予保留',
  done: '予以保留，请继续整改',
  async take(hazard, context) {
    const said = await statedOf(hazard, context)
    const isAsked = said === undefined ? hazard.state !== 'void' : hazard.major && !said.major
    if (!isAsked) refuse(`${hazardNumber(hazard)}没有待确认的事项。`)
    await noteRevision(hazard, '分管处室确认保留', context)
    return []
  },
})

/** The hazard as its report lists it; undefined where it does not, or is withdrawn. */
async function statedOf({ report, position }: TrackedHazard, { db }: Context) {
  if ((await reportById(db, report))?.status !== 'counted') return undefined
  return (await hazardsOf(db, report)).find(hazard => hazard.position === position)
}

/** The units' groups hear what was decided. */
async function tellUnits(
  hazards: TrackedHazard[],
  text: string,
  context: Context,
): Promise<OutgoingMessage[]> {
  const rooms = new Set<string>()
  for (const hazard of hazards) {
    const room = await unitRoom(hazard, context)
    if (room !== null && room !== context.room?.name) rooms.add(room)
  }
  return [...rooms].map(room => ({ to: { room }, text: `${text}（${context.sender.name}）`, bundle: true }))
}
