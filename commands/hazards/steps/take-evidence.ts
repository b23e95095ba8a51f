import type { Evidence, HazardEvent } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { addEvidence, filesSent, messagesSaid, statesOf } from '../../../storage/evidence.ts'
import { hazardEventsBy } from '../../../storage/hazard-events.ts'
import { type StoredFile, storedFile } from '../../../storage/inbox.ts'
import { withdrawWaiting } from '../../../storage/outbox-subjects.ts'
import { type Context, defineCommand } from '../../command.ts'
import { sentAtOf } from '../../conversation.ts'

/** Pictures sent so long before or after a rectification is reported are its evidence, in milliseconds. */
const evidenceTime = 10 * 60_000

const isPicture = ({ name, refused }: StoredFile): boolean =>
  refused === undefined && /\.(?:jpe?g|png|gif|webp|heic|bmp)$/i.test(name)

/** 附证: a picture that follows a rectification of its sender in the same room is added to its evidence. */
export const takeEvidence = defineCommand({
  name: '附证',
  aliases: [],
  usage: '报整改后10分钟内发送照片',
  summary: '照片附入本人刚报的整改',
  roles: 'anyone',
  async run(_args, context) {
    const { db, message } = context
    const file = storedFile(message)
    if (file === null || !isPicture(file)) return []
    const rectifications = await lastRectification(context)
    if (rectifications.length === 0) return []
    for (const event of rectifications) await addEvidence(db, event, [{ picture: message.id }])
    const counts = rectifications.map(
      ({ number, evidence }) => `${number}已附照片${picturesIn([{ evidence }]) + 1}张`,
    )
    // Of several pictures the last line says it all: those before it that still wait are taken back.
    const subject = `evidence:${messageOf(rectifications[0]!)}`
    await withdrawWaiting(db, subject)
    return [context.reply(`${counts.join('，')}。`, { bundle: true, subject })]
  },
})

/** What the sender said last within the time, in this room, of hazards that are not back in rectification or closed. */
async function lastRectification(context: Context) {
  const { db, message, sender } = context
  const sentAt = sentAtOf(context)
  const since = new Date(sentAt.getTime() - evidenceTime)
  const events = (await hazardEventsBy(db, sender.name, since)).filter(({ step }) => step === 'rectify')
  const said = await messagesSaid(
    db,
    events.map(messageOf).filter(id => id !== null),
  )
  const last = events.map(messageOf).find(id => {
    const { room, at } = said.get(id ?? 0) ?? {}
    return room === message.room && at !== undefined && new Date(at) >= since
  })
  const ofLast = last === undefined ? [] : events.filter(event => messageOf(event) === last)
  const waiting = await statesOf(
    db,
    ofLast.map(({ hazardId }) => hazardId),
  )
  return waiting.flatMap(({ id, state, ...number }) =>
    ofLast
      .filter(({ hazardId }) => hazardId === id && (state === 'reported' || state === 'reinspected'))
      .map(event => ({ ...event, number: hazardNumber(number) })),
  )
}

/** Pictures that came shortly before the message, or with it, and are nobody's evidence yet. */
export async function freePictures(context: Context): Promise<Evidence[]> {
  const { db, message, sender } = context
  const sentAt = sentAtOf(context)
  const before = (times: number) => new Date(sentAt.getTime() - times * evidenceTime)
  const sent = await filesSent(db, { sender: sender.name, room: message.room, from: before(1), to: sentAt })
  // A picture may follow a rectification that is as old as itself and the time once more.
  const events = await hazardEventsBy(db, sender.name, before(2))
  const used = new Set(events.flatMap(({ evidence }) => evidence.map(picture)))
  return sent
    .filter(({ id, file }) => id <= message.id && isPicture(file) && !used.has(id))
    .map(({ id }) => ({ picture: id }))
}

/** How many pictures stand as evidence of some steps; one that stands for several counts once. */
export const picturesIn = (events: Pick<HazardEvent, 'evidence'>[]): number =>
  new Set(events.flatMap(({ evidence }) => evidence.map(picture).filter(id => id !== null))).size

const picture = (evidence: Evidence): number | null => ('picture' in evidence ? evidence.picture : null)

/** The message with which a step was taken. */
const messageOf = ({ evidence: [first] }: HazardEvent): number | null =>
  first !== undefined && 'message' in first ? first.message : null
