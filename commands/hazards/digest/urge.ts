import { isAbout } from '../../../reports/escalation/grounds.ts'
import { isOverdue, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { act } from '../../../reports/hazards/life.ts'
import { readIndustry } from '../../../reports/intake/fields/industries.ts'
import { type Industry, industries, unstatedIndustry } from '../../../reports/terms.ts'
import { businessDate } from '../../../reports/time.ts'
import { openChains } from '../../../storage/chains.ts'
import { hazardEvents, stepsSince } from '../../../storage/hazard-events.ts'
import { openTakeovers } from '../../../storage/takeovers.ts'
import { recordStep, trackedHazards } from '../../../storage/tracked-hazards.ts'
import { type Context, defineCommand, refuse } from '../../command.ts'
import { findHazard } from '../find-hazard.ts'
import { divisionsInCharge, divisionsText } from '../standing-to.ts'
import { explainObstacle } from '../steps/explain-obstacle.ts'
import { readNumbers } from '../steps/read-numbers.ts'
import { remindedRoom } from './reminded-room.ts'
import { urgeMessage } from './urge-message.ts'

/** A hazard is not urged again within so many hours. */
const restHours = 4

/** 催办: reminds units of single hazards, or of all that are overdue, or those of some industries, in their groups. */
export const urge = defineCommand({
  name: '催办',
  aliases: ['cub'],
  usage: '/催办 <隐患编号>…|逾期 [行业]',
  summary: '催办隐患，或催办全部逾期隐患',
  roles: ['divisionHead', 'leader', 'dutyOfficer', 'administrator'],
  takesNames: true,
  async run(args, context) {
    const { db, now } = context
    const [word, ...filters] = args
    const hazards =
      word === '逾期'
        ? await overdueOf(filters.map(readFilter), context)
        : await named(args.join(' '), context)
    const urged = await stepsSince(db, 'urge', new Date(now.getTime() - restHours * 3_600_000))
    const rested: TrackedHazard[] = []
    const resting: TrackedHazard[] = []
    for (const hazard of hazards) (urged.has(hazard.id) ? resting : rested).push(hazard)
    const ofRooms = new Map<string, TrackedHazard[]>()
    const left = [
      ...(resting.length > 0 ? [`${numbers(resting)}在${restHours}小时内已催办过，不重复催办。`] : []),
    ]
    for (const hazard of rested) {
      const found = await roomOrObstacle(hazard, context)
      if ('room' in found) ofRooms.set(found.room, [...(ofRooms.get(found.room) ?? []), hazard])
      else left.push(found.obstacle)
    }
    const due = [...ofRooms.values()].flat()
    if (due.length === 0) refuse(left.join('\n'))
    for (const hazard of due) await note(hazard, context)
    const supervision = { takeovers: await openTakeovers(db), chains: await openChains(db) }
    return [
      ...[...ofRooms].map(([room, ofRoom]) => urgeMessage(room, ofRoom, supervision, context)),
      context.reply([`已催办${due.length}条：${numbers(due)}。`, ...left].join('\n')),
    ]
  },
})

/** An industry; null stands for those that are not known. */
const readFilter = (written: string): Industry | null =>
  written === unstatedIndustry
    ? null
    : (readIndustry(written) ?? refuse(`请写明行业，例如：/催办 逾期 ${industries[0]}`))

/** All that is overdue and in the sender's charge and not chased by a chain 督办; of some industries, or of all. */
async function overdueOf(filters: (Industry | null)[], context: Context): Promise<TrackedHazard[]> {
  const today = businessDate(context.now)
  const hazards = await trackedHazards(context.db, { states: ['rectifying'], dueBefore: today })
  const theirs = hazards.filter(
    hazard =>
      isOverdue(hazard, today) &&
      isInCharge(hazard, context) &&
      (filters.length === 0 || filters.includes(hazard.industry)),
  )
  const chains = await openChains(context.db)
  const free = theirs.filter(hazard => !chains.some(chain => isAbout(chain, hazard)))
  if (free.length > 0) return free
  return refuse(
    theirs.length === 0
      ? '目前没有逾期未整改的隐患，无需催办。'
      : `逾期未整改的${theirs.length}条隐患均在督办中，由督办催复；如需另行催办，请写明编号，例如：/催办 ${hazardNumber(theirs[0]!)}`,
  )
}

/** The hazards that are meant by their numbers, each once. */
async function named(written: string, context: Context): Promise<TrackedHazard[]> {
  const found = new Map<number, TrackedHazard>()
  for (const number of readNumbers(written, context, '/催办 12-1；催办全部逾期隐患：/催办 逾期').numbers) {
    const hazard = await findHazard(number, context)
    found.set(hazard.id, hazard)
  }
  return [...found.values()]
}

/** A head urges what his division is in charge of; duty officers run the day of all. */
const isInCharge = ({ industry }: TrackedHazard, { sender, directory }: Context): boolean =>
  sender.role !== 'divisionHead' || divisionsInCharge(industry, directory).includes(sender.division ?? '')

/** Where a hazard's unit is urged; or why it is not, in words. */
async function roomOrObstacle(
  hazard: TrackedHazard,
  context: Context,
): Promise<{ room: string } | { obstacle: string }> {
  const number = hazardNumber(hazard)
  if (!isInCharge(hazard, context))
    return {
      obstacle: `${number}（${hazard.industry}）由${divisionsText(hazard, context.directory)}分管，请由其催办。`,
    }
  if (hazard.state !== 'rectifying')
    return { obstacle: explainObstacle('notOpen', hazard, await hazardEvents(context.db, hazard.id)) }
  const room = await remindedRoom(hazard, context)
  return room === null
    ? { obstacle: `${number}：${hazard.unit}没有报送群，未能催办，请另行联系。` }
    : { room }
}

async function note(hazard: TrackedHazard, { db, now, sender }: Context): Promise<void> {
  // Who supervises it makes no difference to being reminded.
  const circumstance = { now, today: businessDate(now), takenOver: false, escalated: false }
  const verdict = act(hazard, { kind: 'urge' }, { name: sender.name, standing: 'province' }, circumstance)
  if ('hazard' in verdict) await recordStep(db, verdict.hazard, verdict.event)
}

const numbers = (hazards: TrackedHazard[]): string => hazards.map(hazardNumber).join('、')
