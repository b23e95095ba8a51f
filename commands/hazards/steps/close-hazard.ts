import { type HazardEvent, stepNames, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { whereText } from '../../../reports/hazards/hazard-text.ts'
import type { HazardAct } from '../../../reports/hazards/life.ts'
import { businessDate, shortDate } from '../../../reports/time.ts'
import { hazardEvents } from '../../../storage/hazard-events.ts'
import { reportById } from '../../../storage/reports.ts'
import { type Context, defineCommand } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { readNote } from '../../read-note.ts'
import { textAfter } from '../../text-after.ts'
import { unitRoom } from '../tell-about.ts'
import { checkLaterReport } from './check-later-report.ts'
import { eachHazard } from './each-hazard.ts'
import { lastOf, sincePutBack } from './event-text.ts'
import { readNumbers } from './read-numbers.ts'
import { refuseOthers } from './refuse-others.ts'
import { picturesIn } from './take-evidence.ts'
import { takeStep } from './take-step.ts'
import { undoOffer } from './undo-step.ts'

/** 据第15号报告: a later report says that it has been mended. */
const onReport = /^(?:依?据|根据|凭)\s*第?(\d{1,9})号?(?:报告)?[。.]?$/u

/** 销号: closes hazards that have been re-inspected, or of which a later report says that they have been mended. */
export const closeHazard = defineCommand({
  name: '销号',
  aliases: ['xh'],
  usage: '/销号 <隐患编号> [说明]，或“/销号 12-1 据第15号报告”',
  summary: '复查合格的隐患销号，可同时销几条；一般隐患可据后续报告销号',
  roles: ['reporter', 'divisionHead', 'leader'],
  takesText: true,
  async run(args, context) {
    const said = textAfter([['销号', 'xh']], context.text) || args.join(' ')
    const { numbers, rest } = readNumbers(said, context, '/销号 12-1')
    const report = onReport.exec(rest.normalize('NFKC'))?.[1]
    const note = readNote(rest)
    await refuseOthers(rest, numbers, '/销号 12-1', context)
    const { done, failed } = await eachHazard(numbers, context, async hazard => {
      if (report !== undefined) await checkLaterReport(hazard, Number(report), context)
      const what: HazardAct =
        report === undefined
          ? { kind: 'close', note, evidence: [{ message: context.message.id }] }
          : { kind: 'closeOnReport', report: Number(report) }
      return takeStep(hazard, what, context)
    })
    const lines = []
    for (const { hazard } of done) lines.push(await restsOn(hazard, context))
    return [
      context.reply(
        [...lines, ...failed].join('\n'),
        undoOffer(
          done.filter(({ escalated }) => !escalated).map(({ hazard }) => hazard),
          context.now,
        ),
      ),
      ...(await tellUnits(
        done.map(({ hazard }) => hazard),
        context,
      )),
      ...done.flatMap(({ messages }) => messages),
    ]
  },
})

/** 12-1已销号：四平市铁东区报送员5月20日报整改，四平市报送员5月21日复查合格，照片2张。 */
async function restsOn(hazard: TrackedHazard, { db }: Context): Promise<string> {
  const events = sincePutBack(await hazardEvents(db, hazard.id))
  const evidence = lastOf(events, 'close')?.evidence.find(each => 'report' in each)
  const report = evidence === undefined ? null : await reportById(db, evidence.report)
  const pictures = picturesIn(events)
  const [rectified, passed] = [lastOf(events, 'rectify'), lastOf(events, 'pass')]
  // The report that found it may have said as well that it was mended.
  const rectifiedText = rectified === undefined ? `整改人${hazard.rectifiedBy}` : whoAndWhen(rectified)
  const grounds = [
    ...(rectified !== undefined || report === null ? [rectifiedText] : []),
    ...(passed === undefined ? [] : [whoAndWhen(passed)]),
    ...(report === null ? [] : [`依据第${report.id}号报告（${shortDate(report.date)}）`]),
    ...(pictures === 0 ? [] : [`照片${pictures}张`]),
  ]
  return `${hazardNumber(hazard)}已销号：${grounds.join('，')}。`
}

/** 四平市报送员5月21日复查合格 */
const whoAndWhen = ({ by, at, step }: HazardEvent): string =>
  `${by}${shortDate(businessDate(new Date(at)))}${stepNames[step]}`

/** Nothing is closed silently: the unit's group hears of it where it was done elsewhere. */
async function tellUnits(hazards: TrackedHazard[], context: Context): Promise<OutgoingMessage[]> {
  const messages: OutgoingMessage[] = []
  for (const hazard of hazards) {
    const room = await unitRoom(hazard, context)
    if (room !== null && room !== context.room?.name)
      messages.push({
        to: { room },
        text: `【销号】${hazardNumber(hazard)} ${whereText(hazard)}：${hazard.text}，已由${context.sender.name}销号。`,
        bundle: true,
      })
  }
  return messages
}
