import type { Chain } from '../../reports/escalation/chain.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import type { OutgoingMessage } from '../message.ts'

/** What a chain asks those who decide. */
export interface Asked {
  chain: Chain
  message: OutgoingMessage
}

/** Chains in one message, and what may be tapped for each: a list that is longer is not read. */
const chainsTogether = 5
const choicesEach = 2

/** Chains that ask at the same minute ask in one message a room, each with taps of its own. */
export function mergeProposals(asked: Asked[]): OutgoingMessage[] {
  const places = Map.groupBy(asked, ({ message }) => JSON.stringify(message.to))
  return [...places.values()].flatMap(each => chunks(each).map(merge))
}

function merge(asked: Asked[]): OutgoingMessage {
  const messages = asked.map(({ message }) => message)
  const [first] = messages as [OutgoingMessage, ...OutgoingMessage[]]
  if (messages.length === 1) return first
  const choices = asked.flatMap(({ chain, message }) =>
    (message.choices ?? [])
      .slice(0, choicesEach)
      .map(choice => ({ ...choice, label: `${chainName(chain)}${choice.label}` })),
  )
  const until = messages.flatMap(({ choicesUntil }) => choicesUntil ?? [])
  return {
    to: first.to,
    text: messages.map(({ text }) => text).join('\n\n'),
    mentions: [...new Set(messages.flatMap(({ mentions }) => mentions ?? []))],
    priority: 'report',
    ...(choices.length > 0 && {
      choices,
      choicesFor: [...new Set(messages.flatMap(({ choicesFor }) => choicesFor ?? []))],
      choicesUntil: new Date(Math.min(...until.map(Number))),
      choicesApart: true,
    }),
  }
}

const chunks = (asked: Asked[]): Asked[][] =>
  Array.from({ length: Math.ceil(asked.length / chainsTogether) }, (_, i) =>
    asked.slice(i * chainsTogether, (i + 1) * chainsTogether),
  )
