import {
  type HazardEvent,
  stateNames,
  stepNames,
  type TrackedHazard,
} from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { undoTime } from '../../../reports/hazards/life.ts'
import { wasInChain } from '../../../storage/chains.ts'
import { beforeLastStep, hazardEvents } from '../../../storage/hazard-events.ts'
import { type Context, defineCommand, refuse } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { textAfter } from '../../text-after.ts'
import { readSupervision } from '../supervision.ts'
import { tellHeads, unitRoom } from '../tell-about.ts'
import { eachHazard } from './each-hazard.ts'
import { readNumbers } from './read-numbers.ts'
import { takeStep } from './take-step.ts'

/** A step that has been taken back, with the hazard as it is now. */
interface Undone {
  hazard: TrackedHazard
  step: HazardEvent['step']
  /** Who heard of the step at once hears of this. */
  supervised: boolean
}

/** 隐患 撤销: takes back the sender's own last step about hazards, shortly after it and while nothing has followed. */
export const undoStep = defineCommand({
  name: '隐患 撤销',
  aliases: ['隐患撤销', 'yh cx'],
  usage: '/隐患 撤销 <隐患编号>',
  summary: '2分钟内撤回本人刚办的整改、复查、销号、延期',
  roles: ['reporter', 'divisionHead', 'leader'],
  takesText: true,
  async run(args, context) {
    const said =
      textAfter(
        [
          ['隐患', 'yh'],
          ['撤销', 'cx'],
        ],
        context.text,
      ) || args.join(' ')
    const { numbers } = readNumbers(said, context, '/隐患 撤销 12-1')
    const { done, failed } = await eachHazard(numbers, context, hazard => undo(hazard, false, context))
    return [
      context.reply([...undoneLines(done), ...failed].join('\n')),
      ...(await tellOfUndone(done, context)),
    ]
  },
})

/** One tap that takes back what has just been done about hazards. */
export const undoChoice = (hazards: TrackedHazard[]) => ({
  label: '撤销',
  command: `/隐患 撤销 ${hazards.map(hazardNumber).join(' ')}`,
})

/** The same as the only choice of a message, as long as it holds. */
export const undoOffer = (hazards: TrackedHazard[], now: Date): Partial<OutgoingMessage> =>
  hazards.length === 0
    ? {}
    : { choices: [undoChoice(hazards)], choicesUntil: new Date(now.getTime() + undoTime) }

/** Takes back the last step about a hazard; `recalled` with the message that said it. */
export async function undo(hazard: TrackedHazard, recalled: boolean, context: Context): Promise<Undone> {
  const { db } = context
  const number = hazardNumber(hazard)
  const last = (await hazardEvents(db, hazard.id)).at(-1)
  const former = await beforeLastStep(db, hazard.id)
  if (last === undefined || former === null) return refuse(`${number}没有可撤销的操作。`)
  // What a closure brings to an end is not begun again.
  if (last.step === 'close' && (await wasInChain(db, hazard, last.at)))
    refuse(`${number}销号时正在督办，不能撤销。如尚未整改到位，请由分管处室发送：/复查 ${number} 不合格`)
  const { takenOver, escalated } = await readSupervision(hazard, db)
  const taken = await takeStep(hazard, { kind: 'undo', last, former, recalled }, context)
  return { hazard: taken.hazard, step: last.step, supervised: takenOver || escalated }
}

/** 1-1、1-2的报整改已撤销，现为整改中。 */
export function undoneLines(undone: Undone[]): string[] {
  const groups = Map.groupBy(undone, ({ hazard, step }) => `${stepNames[step]}\n${stateNames[hazard.state]}`)
  return [...groups].map(([key, each]) => {
    const [step, state] = key.split('\n')
    return `${each.map(({ hazard }) => hazardNumber(hazard)).join('、')}的“${step}”已撤销，现为${state}。`
  })
}

/** Who was told of the steps elsewhere hears in one line that they do not hold. */
export async function tellOfUndone(undone: Undone[], context: Context): Promise<OutgoingMessage[]> {
  const text = (each: Undone[]) => `【撤销】${context.sender.name}：${undoneLines(each).join('')}`
  const messages: OutgoingMessage[] = []
  const forHeads = undone.filter(
    ({ step, supervised }) => step === 'ask' || (step === 'rectify' && supervised),
  )
  for (const [industry, each] of Map.groupBy(forHeads, ({ hazard }) => hazard.industry))
    messages.push(...tellHeads({ industry }, { text: text(each), bundle: true }, context))
  const told: { room: string | null; each: Undone }[] = []
  for (const each of undone)
    if (['fail', 'close', 'postpone', 'refusePostponement'].includes(each.step))
      told.push({ room: await unitRoom(each.hazard, context), each })
  for (const [room, each] of Map.groupBy(told, told => told.room))
    if (room !== null) messages.push({ to: { room }, text: text(each.map(told => told.each)), bundle: true })
  return messages.filter(({ to }) => !('room' in to && to.room === context.room?.name))
}
