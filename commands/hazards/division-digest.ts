import type { Chain } from '../../reports/escalation/chain.ts'
import { type GroundFacts, groundedEnterprises } from '../../reports/escalation/grounds.ts'
import { divisionDigest, type PendingDecision } from '../../reports/hazards/digest.ts'
import { divisionLines, renderDivisionDigest } from '../../reports/hazards/digest-text.ts'
import { isOverdue, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { type Takeover, takeoverOf } from '../../reports/hazards/takeover.ts'
import { moment } from '../../reports/time.ts'
import type { Context } from '../command.ts'
import { daytime } from '../daytime.ts'
import type { Choice, OutgoingMessage } from '../message.ts'
import { hazardChoices } from './hazard-choices.ts'

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
  /** The command by which all that is overdue is chased at once. */
  chaseAll: string
}

/**
 * What the divisions in charge hear in the heads' group, those of the same industries together: figures, and what asks
 * for a decision, by one tap until the evening. Hazards of unknown industry are told to all where one is overdue.
 */
export function divisionDigestMessages(morning: Morning, context: Context): OutgoingMessage[] {
  const { divisions } = context.directory.roster
  const sharing = [...Map.groupBy(divisions, ({ industries }) => industries.join()).values()]
  return [
    ...sharing.flatMap(group => {
      const names = group.map(({ name }) => name)
      const isTheirs = ({ industry }: TrackedHazard) =>
        industry !== null && group[0]!.industries.includes(industry)
      const readers = { title: names.join('、'), divisions: names, chaseAll: '/催办 逾期' }
      return messagesTo(readers, narrow(morning, isTheirs), context)
    }),
    ...unknownIndustry(morning, context),
  ]
}

function unknownIndustry(morning: Morning, context: Context): OutgoingMessage[] {
  const theirs = narrow(morning, ({ industry }) => industry === null)
  const overdue = theirs.open.filter(hazard => isOverdue(hazard, morning.facts.today))
  if (overdue.length === 0) return []
  const divisions = context.directory.roster.divisions.map(({ name }) => name)
  // 逾期 would chase those of the head's own industries as well.
  const chaseAll = `/催办 ${overdue.map(hazardNumber).join(' ')}`
  return messagesTo({ title: '行业未注明', divisions, chaseAll }, theirs, context)
}

const narrow = (morning: Morning, isTheirs: (hazard: TrackedHazard) => boolean): Morning => ({
  ...morning,
  open: morning.open.filter(isTheirs),
  recurred: morning.recurred.filter(isTheirs),
})

function messagesTo(
  { title, divisions, chaseAll }: Readers,
  { open, recurred, asked, takeovers, chains, facts }: Morning,
  { directory }: Context,
): OutgoingMessage[] {
  const { today } = facts
  const isTakenOver = (hazard: TrackedHazard) => takeoverOf(hazard, takeovers) !== null
  // Whether there is more time is decided first.
  const decided = open.filter(({ id }) => !asked.has(id))
  const subjects = groundedEnterprises(decided, chains, facts)
  const matters = { hazards: open, recurred: recurred.length, subjects, asked, chains, isTakenOver }
  const digest = divisionDigest(matters, today)
  if (digest === null) return []
  const heads = directory.headsOf(...divisions)
  const choices: Choice[] = [
    ...(digest.overdue > 0 ? [{ label: '催办全部逾期', command: chaseAll }] : []),
    ...digest.decisions.slice(0, divisionLines).flatMap(choicesOf),
  ]
  return directory.roomsFor('heads').map(room => ({
    to: { room },
    text: renderDivisionDigest(digest, title, today, isTakenOver),
    mentions: heads,
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
