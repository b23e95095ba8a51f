import { conversation } from '../commands/conversation.ts'
import { type OutgoingMessage, priorities } from '../commands/message.ts'
import { splitText } from '../reports/documents/split-text.ts'
import type { Tx } from '../storage/database.ts'
import { openOffer } from '../storage/offers.ts'
import { queueMessage } from '../storage/outbox.ts'

/** One-tap choices that have not been shown stay open for so long, in milliseconds: as long as a message waits. */
const unshownTime = 24 * 3_600_000

/** Puts answers into the outbox: long texts in parts, choices numbered and open to `asker` or those named. */
export async function post(tx: Tx, messages: OutgoingMessage[], asker: string, now: Date): Promise<void> {
  for (const message of messages) {
    const until = message.choicesUntil
    const to = conversation(message.to)
    const choices = message.choices
      ? await openOffer(
          tx,
          to,
          message.choices.map(choice => (until ? { ...choice, until: until.toISOString() } : choice)),
          message.choicesFor ?? [asker],
          until ?? new Date(now.getTime() + unshownTime),
          now,
        )
      : []
    const bundle = message.bundle ?? false
    const priority = priorities.indexOf(message.priority ?? (bundle ? 'acknowledgement' : 'report'))
    const common = { conversation: to, bundle, priority, remark: null, subject: message.subject ?? null }
    const parts = message.text === undefined ? [] : splitText(message.text)
    for (const [i, text] of parts.entries())
      await queueMessage(
        tx,
        {
          ...common,
          text,
          remark: (i === 0 && message.remark) || null,
          file: null,
          // Whoever is mentioned is called once; what can be tapped stands below all that it is about.
          mentions: i === 0 ? (message.mentions ?? []) : [],
          choices: i === parts.length - 1 ? choices : [],
        },
        now,
      )
    if (message.file !== undefined)
      await queueMessage(
        tx,
        { ...common, text: null, file: JSON.stringify(message.file), mentions: [], choices: [] },
        now,
      )
  }
}
