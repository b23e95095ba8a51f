import { type Chain, currentStep, pendingStep } from '../../reports/escalation/chain.ts'
import type { Decider } from '../../reports/escalation/policy.ts'
import type { Context } from '../command.ts'
import type { Directory } from '../directory.ts'
import type { Choice, OutgoingMessage } from '../message.ts'

/**
 * What who decides is to hear of a chain. `of`: what each role may tap; `leaders`: their group hears it in any case;
 * `next`: who is to decide now and is called 提醒, by default who decided last: `by`.
 */
interface Told {
  text: string
  of: (role: Decider) => Choice[]
  leaders?: boolean
  next?: Decider | undefined
  by?: string
}

/** Who decided on a chain last. */
const deciderOf = (chain: Chain): string => (pendingStep(chain) ?? currentStep(chain))?.by ?? chain.openedBy

/** Names of the heads who decide on a chain. */
const headsInCharge = ({ divisions }: Chain, { headsOf, roster }: Directory): string[] =>
  headsOf(...(divisions.length === 0 ? roster.divisions.map(({ name }) => name) : divisions))

/** Tells the heads in charge in their group; the leaders in theirs where one of them has decided, or it is to be. */
export function tellDeciders(chain: Chain, told: Told, { directory }: Context): OutgoingMessage[] {
  const decider = told.by ?? deciderOf(chain)
  const role = directory.person(decider)?.role
  const heads = headsInCharge(chain, directory)
  const leaders = directory.peopleAs('leader')
  const next = told.next ?? (role === 'leader' ? 'leader' : 'divisionHead')
  // Who has left is followed by the heads in charge; of a chain on which all decide nobody else is called.
  const calledHeads = role === 'divisionHead' ? [decider] : directory.headsOf(...chain.divisions)
  const calledLeaders = role === 'leader' ? [decider] : leaders
  const tell = (to: OutgoingMessage['to'], by: Decider, people: string[], mentions: string[]) =>
    withChoices(
      { to, text: told.text, mentions, bundle: true, priority: 'report' },
      told.of(by),
      people,
      chain,
    )
  const rooms = directory.roomsFor('heads')
  return [
    ...rooms.map(room => tell({ room }, 'divisionHead', heads, next === 'leader' ? [] : calledHeads)),
    // Without a group of theirs they are written to.
    ...(rooms.length > 0 ? [] : heads.map(person => tell({ person }, 'divisionHead', [person], []))),
    ...(told.leaders === true || role === 'leader' || told.next === 'leader'
      ? directory
          .roomsFor('leaders')
          .map(room => tell({ room }, 'leader', leaders, next === 'leader' ? calledLeaders : []))
      : []),
  ]
}

/** One line for who decided, in the group of heads or of leaders. */
export function tellWhoDecided(by: string, text: string, { directory }: Context): OutgoingMessage[] {
  const role = directory.person(by)?.role
  return directory.roomsFor(role === 'leader' ? 'leaders' : 'heads').map(room => ({
    to: { room },
    text,
    mentions: role === undefined ? [] : [by],
    bundle: true,
    priority: 'report',
  }))
}

/** Choices stay open until the chain speaks again. */
const withChoices = (
  message: OutgoingMessage,
  choices: Choice[],
  choicesFor: string[],
  { next }: Chain,
): OutgoingMessage =>
  choices.length === 0
    ? message
    : { ...message, choices, choicesFor, ...(next !== null && { choicesUntil: new Date(next.at) }) }
