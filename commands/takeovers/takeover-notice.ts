import { holdTime } from '../../reports/escalation/chain-steps.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { hazardText, standingText } from '../../reports/hazards/hazard-text.ts'
import { openText, type Takeover } from '../../reports/hazards/takeover.ts'
import { businessDate } from '../../reports/time.ts'
import { openTakeovers, setNotice } from '../../storage/takeovers.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import { addresseeOf } from '../escalation/addressee.ts'
import { heldUpUntil } from '../held-up.ts'
import type { OutgoingMessage } from '../message.ts'
import { divisionsOf, hazardsUnder, takeoverSubject } from './taken-over.ts'

/** The wake-up that tells of a takeover. */
export const noticeCommand = (id: number): string => `/提级通知 ${id}`

/** Hazards that a notice lists. */
const listed = 10

/** 提级通知: tells the unit and its city that the province has taken over, once nobody has taken it back. */
export const tellTakeover = defineCommand({
  name: '提级通知',
  aliases: [],
  usage: '/提级通知 <编号>',
  summary: '提级两分钟后通知属地',
  roles: ['system'],
  async run([written], context) {
    const { db, directory, now } = context
    const takeover = (await openTakeovers(db)).find(({ id }) => id === numberOf(written))
    if (takeover === undefined || takeover.noticeAt === null) return []
    const noticeAt = new Date(takeover.noticeAt)
    if (noticeAt > now) return []
    const later = await heldUpUntil(noticeAt, holdTime, context)
    await setNotice(db, takeover.id, later)
    if (later !== null) {
      await scheduleWakeup(db, later, noticeCommand(takeover.id))
      return []
    }
    const hazards = await hazardsUnder(takeover, db)
    const divisions = await divisionsOf(takeover, context)
    const text = noticeText(takeover, hazards, divisions, businessDate(now))
    return [...toUnit(takeover, hazards, text, directory), ...toHeads(text, divisions, directory)]
  },
})

function noticeText(
  takeover: Takeover,
  hazards: TrackedHazard[],
  divisions: string[],
  today: string,
): string {
  const inCharge = divisions.length === 0 ? '分管处室' : divisions.join('、')
  return [
    `【提级管理】${takeoverSubject(takeover)}自即日起由省级提级管理（提级${takeover.id}）。${takeover.reason === '' ? '' : `原因：${takeover.reason}。`}`,
    `复查、销号和延期由${inCharge}办理，属地继续负责整改，按期报送。`,
    `${openText(hazards.length)}${hazards.length === 0 ? '。' : '：'}`,
    ...hazards
      .slice(0, listed)
      .map(hazard =>
        hazard.unit === takeover.unit
          ? `${hazardNumber(hazard)} ${hazard.enterprise ?? '企业未写明'}：${hazard.text}（${standingText(hazard, today)}）`
          : hazardText(hazard, today),
      ),
    ...(hazards.length > listed ? [`其余${hazards.length - listed}条见“/台账”。`] : []),
  ].join('\n')
}

/** Local supervision hears that it is in charge again, and the divisions that they are not. */
export async function tellHandedBack(takeover: Takeover, context: Context): Promise<OutgoingMessage[]> {
  const { db, directory } = context
  const hazards = await hazardsUnder(takeover, db)
  const head = `【提级管理】${takeoverSubject(takeover)}已交回属地管理（提级${takeover.id}），${openText(hazards.length)}`
  const task = hazards.length === 0 ? '。' : '，请继续做好整改、复查和销号。'
  return [
    ...toUnit(takeover, hazards, head + task, directory),
    ...toHeads(`${head}。`, await divisionsOf(takeover, context), directory),
  ]
}

/** In the unit's group its officers and those of its city are called: both are answerable now. */
function toUnit(
  { unit }: Takeover,
  hazards: TrackedHazard[],
  text: string,
  directory: Context['directory'],
): OutgoingMessage[] {
  const { room, officers } = addresseeOf(unit, 'city', directory)
  // Of a whole city, those of the counties that have something to mend.
  const below = hazards
    .filter(hazard => hazard.unit !== unit)
    .flatMap(each => directory.officersOf(each.unit))
  const mentions = [...new Set([...officers, ...below])]
  return room === null ? [] : [{ to: { room }, text, mentions, priority: 'order' }]
}

/** The heads in charge; where all are, nobody is called by name. */
const toHeads = (text: string, divisions: string[], directory: Context['directory']): OutgoingMessage[] =>
  directory.roomsFor('heads').map(
    (room): OutgoingMessage => ({
      to: { room },
      text,
      mentions: divisions.length === directory.roster.divisions.length ? [] : directory.headsOf(...divisions),
      priority: 'order',
    }),
  )
