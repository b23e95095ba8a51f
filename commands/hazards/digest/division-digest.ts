import type { Chain } from '../../../reports/escalation/chain.ts'
import { type GroundFacts, groundedEnterprises, isAbout } from '../../../reports/escalation/grounds.ts'
import { divisionDigest, factsOf, type PendingDecision } from '../../../reports/hazards/digest.ts'
import {
  divisionLines,
  renderDivisionDigest,
  supervisionMarks,
} from '../../../reports/hazards/digest-text.ts'
import { isOverdue, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { type Takeover, takeoverOf } from '../../../reports/hazards/takeover.ts'
import { industries } from '../../../reports/terms.ts'
import { moment } from '../../../reports/time.ts'
import type { Context } from '../../command.ts'
import { daytime } from '../../daytime.ts'
import type { Choice, OutgoingMessage } from '../../message.ts'
import { hazardChoices } from '../hazard-choices.ts'
import { divisionsInCharge } from '../standing-to.ts'
import { chooseNews, type ListedItems, readListed, writeListed } from './listed-before.ts'
import { unknownIndustry } from './unknown-industry.ts'

/** What is known in the morning of all industries. */
export interface Morning {
  /** All open hazards. */
  open: readonly TrackedHazard[]
  /** Found again after their closure 屡改屡犯 since the digest before. */
  recurred: readonly TrackedHazard[]
  /** Deadlines that units ask for without an answer, by the id of the hazard. */
  asked: ReadonlyMap<number, string>
  takeovers: Takeover[]
  chains: readonly Chain[]
  facts: GroundFacts
}

/** Those whom a digest is for. */
interface Readers {
  title: string
  divisions: string[]
  /** By which all that is overdue of the digest, and nothing else, is chased at once. */
  chaseAll: string
}

/**
 * What the divisions in charge hear in the heads' group: figures, and what asks for a decision, by one tap until the
 * evening. Of an industry that several are in charge of they hear together, so that nothing is said twice in one room.
 * Whom hazards of unknown industry concern the duty group is asked. What was listed before is only counted.
 */
export async function divisionDigestMessages(morning: Morning, context: Context): Promise<OutgoingMessage[]> {
  const { db, directory } = context
  const shared = Map.groupBy(industries, industry => divisionsInCharge(industry, directory).join('、'))
  // Of an industry without a division nobody in the room would know what to do.
  shared.delete('')
  const listed: ListedItems = { before: await readListed(db), now: {} }
  const messages = [
    ...[...shared].flatMap(([title, own]) => {
      const divisions = divisionsInCharge(own[0]!, directory)
      const chaseAll = `/催办 逾期 ${own.join(' ')}`
      const isTheirs = ({ industry }: TrackedHazard) => industry !== null && own.includes(industry)
      return messagesTo({ title, divisions, chaseAll }, narrow(morning, isTheirs), listed, context)
    }),
    ...unknownIndustry(morning, listed, context),
  ]
  await writeListed(db, listed.now)
  return messages
}

const narrow = (morning: Morning, isTheirs: (hazard: TrackedHazard) => boolean): Morning => ({
  ...morning,
  open: morning.open.filter(isTheirs),
  recurred: morning.recurred.filter(isTheirs),
})

function messagesTo(
  { title, divisions, chaseAll }: Readers,
  { open, recurred, asked, takeovers, chains, facts }: Morning,
  listed: ListedItems,
  { directory, calendar }: Context,
): OutgoingMessage[] {
  const { today } = facts
  const isTakenOver = (hazard: TrackedHazard) => takeoverOf(hazard, takeovers) !== null
  // Whether there is more time is decided first.
  const decided = open.filter(({ id }) => !asked.has(id))
  const subjects = groundedEnterprises(decided, chains, facts)
  const matters = { hazards: open, recurred: recurred.length, subjects, asked, chains, isTakenOver }
  const digest = divisionDigest(matters, today)
  if (digest === null) return []
  const entries = digest.decisions.map(decision => ({
    decision,
    number: hazardNumber(decision.hazard),
    facts: factsOf(decision, today),
  }))
  const { fresh, shown } = chooseNews(entries, listed, divisionLines, today, calendar)
  const decisions = shown.map(({ decision }) => decision)
  const heads = directory.headsOf(...divisions)
  const chased = open.filter(
    hazard => isOverdue(hazard, today) && !chains.some(chain => isAbout(chain, hazard)),
  )
  const choices: Choice[] = [
    ...(chased.length > 0 ? [{ label: '催办全部逾期', command: chaseAll }] : []),
    ...decisions.flatMap(choicesOf),
  ]
  const counts = { left: fresh - shown.length, before: entries.length - fresh }
  return directory.roomsFor('heads').map(room => ({
    to: { room },
    text: renderDivisionDigest(
      { ...digest, decisions },
      counts,
      title,
      today,
      supervisionMarks(takeovers, chains),
    ),
    mentions: decisions.length > 0 ? heads : [],
    ...(choices.length > 0 && {
      choices,
      choicesFor: heads,
      choicesUntil: moment(today, daytime.to),
      choicesApart: true,
    }),
  }))
}

/** The escalation of all hazards of the enterprise with grounds; the answer to a request; else the next step. */
function choicesOf({ kind, hazard, others, asked }: PendingDecision): Choice[] {
  const number = hazardNumber(hazard)
  switch (kind) {
    case 'escalation':
      return [{ label: `督办${number}`, command: `/督办 ${[hazard, ...others].map(hazardNumber).join(' ')}` }]
    case 'postponement':
      return [
        { label: `同意延期${number}`, command: `/延期 ${number} ${asked} 同意` },
        { label: `不同意延期${number}`, command: `/延期 ${number} 不同意` },
      ]
    case 'step':
      return hazardChoices(hazard, 'divisionHead', true).filter(
        ({ command }) => command !== `/督办 ${number}`,
      )
  }
}
