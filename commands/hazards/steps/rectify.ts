import type { Evidence, TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { saysUnrectified } from '../../../reports/hazards/says-unrectified.ts'
import { province } from '../../../reports/terms.ts'
import { hazardEvents } from '../../../storage/hazard-events.ts'
import { type Context, defineCommand, refuse } from '../../command.ts'
import { readNote } from '../../read-note.ts'
import { textAfter } from '../../text-after.ts'
import { checkLaterReport } from './check-later-report.ts'
import { eachHazard } from './each-hazard.ts'
import { eventText, lastOf } from './event-text.ts'
import { readNumbers } from './read-numbers.ts'
import { type Rectified, receiptLines, tellOfSupervised } from './rectified-text.ts'
import { refuseOthers } from './refuse-others.ts'
import { freePictures } from './take-evidence.ts'
import { takeStep } from './take-step.ts'
import { undoOffer } from './undo-step.ts'

/** 整改: reports hazards rectified. Pictures of the sender shortly before and after are the evidence. */
export const rectify = defineCommand({
  name: '整改',
  aliases: ['zg'],
  usage: '/整改 <隐患编号> <整改情况>，如“/整改 12-1 已更换灭火器”',
  summary: '报隐患已整改，可同时报几条；前后10分钟内发出的照片作为佐证',
  // Heads report for the province's own inspections 省本级.
  roles: ['reporter', 'divisionHead'],
  takesText: true,
  async run(args, context) {
    const said = textAfter([['整改', 'zg']], context.text) || args.join(' ')
    const { numbers, rest } = readNumbers(said, context, '/整改 12-1 已更换，现场正常')
    const note = readNote(rest)
    await refuseOthers(rest, numbers, '/整改 12-1 已更换', context)
    if (note !== null && saysUnrectified(note))
      refuse(`尚未整改完成的，不能报整改。如需延期，请发送：/延期 ${numbers[0]} 日期 理由`)
    const pictures = await freePictures(context)
    const known: string[] = []
    const { done, failed } = await eachHazard(numbers, context, async hazard => {
      const line = await saidBefore(hazard, note, pictures, context)
      if (line !== null) known.push(line)
      return line === null ? rectifyOne(hazard, note, pictures, context) : null
    })
    const taken = done.filter(each => each !== null)
    const hazards = taken.map(({ hazard }) => hazard)
    return [
      context.reply([...receiptLines(taken, context), ...known, ...failed].join('\n'), {
        ...undoOffer(hazards, context.now),
      }),
      ...tellOfSupervised(
        // Who was told that it waits is not told again.
        taken.filter(({ takenOver, escalated, again }) => (takenOver || escalated) && !again),
        note,
        pictures.length,
        context,
      ),
    ]
  },
})

/** What the sender hears who says the same again while it waits; null where he says something new. */
async function saidBefore(
  hazard: TrackedHazard,
  note: string | null,
  pictures: Evidence[],
  { db, sender }: Context,
): Promise<string | null> {
  if (hazard.state !== 'reported' || pictures.length > 0) return null
  const last = lastOf(await hazardEvents(db, hazard.id), 'rectify')
  return last?.by === sender.name && last.note === note
    ? `${hazardNumber(hazard)}已${eventText(last)}，等待复查，不必重复。`
    : null
}

/** What a tap says below a later report 见第3号报告. */
const seen = /^见第(\d{1,9})号报告$/

async function rectifyOne(
  hazard: TrackedHazard,
  note: string | null,
  pictures: Evidence[],
  context: Context,
): Promise<Rectified & { again: boolean }> {
  const { sender, message } = context
  const number = hazardNumber(hazard)
  if (sender.role === 'divisionHead' && hazard.unit !== province)
    refuse(`${number}由${hazard.unit}报整改；处室可复查：/复查 ${number} 合格`)
  const report = seen.exec(note ?? '')?.[1]
  if (report !== undefined) await checkLaterReport(hazard, Number(report), context, '报整改')
  // A bare command says nothing; what it quotes may.
  const says = note !== null || pictures.length > 0 || message.quotedText !== null
  const evidence: Evidence[] = says ? [{ message: message.id }, ...pictures] : []
  const taken = await takeStep(hazard, { kind: 'rectify', note, evidence }, context)
  return { ...taken, pictures: pictures.length, again: hazard.state === 'reported' }
}
