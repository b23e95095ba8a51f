import { type Chain, currentStep, pendingStep } from '../../reports/escalation/chain.ts'
import type { Decider } from '../../reports/escalation/policy.ts'
import type { Context } from '../command.ts'
import type { Directory } from '../directory.ts'
import type { Choice, OutgoingMessage } from '../message.ts'

/** What who decides is to hear of a chain. `of`: what each role may tap; `leaders`: their group hears it in any case. */
export interface Told {
  text: string
  of: (role: Decider) => Choice[]
  leaders?: boolean
}

/** Who decided on a chain last. */
export const deciderOf = (chain: Chain): string =>
  (pendingStep(chain) ?? currentStep(chain))?.by ?? chain.openedBy

/** Names of the heads who decide on a chain. */
export const headsInCharge = ({ divisions }: Chain, { headsOf, roster }: Directory): string[] =>
  headsOf(...(divisions.length === 0 ? roster.divisions.map(({ name }) => name) : divisions))

/** Tells the heads in charge in their group; the leaders in theirs where one of them has decided, or it is to be. */
export function tellDeciders(chain: Chain, told: Told, { directory }: Context): OutgoingMessage[] {
  const decider = deciderOf(chain)
  const role = directory.person(decider)?.role
  const heads = headsInCharge(chain, directory)
  // Who has left is followed by the heads in charge; of a chain on which all decide nobody else is called.
  const called = role === 'divisionHead' ? [decider] : role === 'leader' ? [] : headsOfOwn(chain, directory)
  const tell = (to: OutgoingMessage['to'], by: Decider, people: string[], mentions: string[]) =>
    withChoices(
      { to, text: told.text, mentions, bundle: true, priority: 'report' },
      told.of(by),
      people,
      chain,
    )
  const rooms = directory.roomsFor('heads')
  const leaders = directory.peopleAs('leader')
  return [
    ...rooms.map(room => tell({ room }, 'divisionHead', heads, called)),
    // Without a group of theirs they are written to.
    ...(rooms.length > 0 ? [] : heads.map(person => tell({ person }, 'divisionHead', [person], []))),
    ...(told.leaders === true || role === 'leader'
      ? directory
          .roomsFor('leaders')
          .map(room => tell({ room }, 'leader', leaders, role === 'leader' ? [decider] : []))
      : []),
  ]
}

const headsOfOwn = ({ divisions }: Chain, { headsOf }: Directory): string[] => headsOf(...divisions)

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
