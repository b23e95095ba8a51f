import { isOverdue, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { hazardText } from '../../../reports/hazards/hazard-text.ts'
import { businessDate } from '../../../reports/time.ts'
import { type Context, defineCommand, refuse } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { readNote } from '../../read-note.ts'
import { textAfter } from '../../text-after.ts'
import { unitOfficers, unitRoom } from '../tell-about.ts'
import { eachHazard } from './each-hazard.ts'
import { readNumbers } from './read-numbers.ts'
import { refuseOthers } from './refuse-others.ts'
import { takeStep } from './take-step.ts'
import { undoChoice, undoOffer } from './undo-step.ts'

/** What is said may follow 不合格 at once; 合格 stands alone, as 合格证未出示 is no verdict. */
const verdict = /^(?:(?<fail>不合格|未合格|不通过|未通过)|(?:合格|通过)(?=[\s：:，,。；;！!]|$))/u

/** 复查: re-inspects hazards that have been reported rectified; what is not mended is put back to be rectified. */
export const reinspect = defineCommand({
  name: '复查',
  aliases: ['fc'],
  usage: '/复查 <隐患编号> <合格或不合格> [说明]',
  summary: '复查已报整改的隐患，可同时复查几条；不合格的退回整改',
  roles: ['reporter', 'divisionHead', 'leader'],
  takesText: true,
  async run(args, context) {
    const said = textAfter([['复查', 'fc']], context.text) || args.join(' ')
    const { numbers, rest } = readNumbers(said, context, '/复查 12-1 合格')
    const found =
      verdict.exec(rest) ??
      refuse(`请写明复查结果，例如：/复查 ${numbers[0]} 合格，或 /复查 ${numbers[0]} 不合格 仍未接地`)
    const note = readNote(rest.slice(found[0].length).replace(/^[\s：:，,。；;]+/, ''))
    await refuseOthers(rest, numbers, '/复查 12-1 合格', context)
    const kind = found.groups?.fail === undefined ? 'pass' : 'fail'
    const evidence = [{ message: context.message.id }]
    const { done, failed } = await eachHazard(numbers, context, hazard =>
      takeStep(hazard, { kind, note, evidence }, context),
    )
    const hazards = done.map(({ hazard }) => hazard)
    const messages =
      kind === 'pass'
        ? tellPassed(hazards, failed, context)
        : await tellFailed(hazards, failed, note, context)
    return [...messages, ...done.flatMap(taken => taken.messages)]
  },
})

/** Who has re-inspected may close it by one tap: of a major one it was not its rectifier. */
function tellPassed(hazards: TrackedHazard[], failed: string[], context: Context): OutgoingMessage[] {
  const numbers = hazards.map(hazardNumber)
  return [
    context.reply([`${numbers.join('、')}复查合格，待销号。`, ...failed].join('\n'), {
      choices: [{ label: '销号', command: `/销号 ${numbers.join(' ')}` }, undoChoice(hazards)],
    }),
  ]
}

/** The unit hears in its group what has come back, and by when it is due. */
async function tellFailed(
  hazards: TrackedHazard[],
  failed: string[],
  note: string | null,
  context: Context,
): Promise<OutgoingMessage[]> {
  const today = businessDate(context.now)
  const back = await Promise.all(
    hazards.map(async hazard => ({ hazard, room: await unitRoom(hazard, context) })),
  )
  const here = context.room?.name ?? null
  const notices = [...Map.groupBy(back, ({ room }) => room)].flatMap(([room, each]): OutgoingMessage[] => {
    if (room === null) return []
    const lines = each.map(({ hazard }) => {
      const late = isOverdue(hazard, today) ? '，期限已过，请立即整改' : ''
      return `${hazardText(hazard, today)}${late}。`
    })
    const [first] = each
    return [
      {
        to: { room },
        text: `【复查不合格】${context.sender.name}复查，退回整改${note === null ? '' : `：${note}`}。\n${lines.join('\n')}\n整改后请发送“/整改 ${hazardNumber(first!.hazard)} 整改情况”。`,
        mentions: [...new Set(each.flatMap(({ hazard }) => unitOfficers(hazard, context)))],
      },
    ]
  })
  const elsewhere = back.filter(({ room }) => room === null || room !== here)
  const told = elsewhere.map(({ hazard, room }) => {
    const where = room === null ? '该单位没有登记报送群，请另行通知' : `已通知“${room}”`
    return `${hazardNumber(hazard)}复查不合格，退回整改，${where}。`
  })
  const answer = [...told, ...failed]
  const undo = undoOffer(hazards, context.now)
  // Where it is said in the unit's own group the notice is the answer.
  const isOnlyNotice = answer.length === 0 && hazards.length > 0
  const own = notices.map(notice =>
    isOnlyNotice && 'room' in notice.to && notice.to.room === here
      ? { ...notice, ...undo, choicesFor: [context.sender.name] }
      : notice,
  )
  return [...(isOnlyNotice ? [] : [context.reply(answer.join('\n'), undo)]), ...own]
}
