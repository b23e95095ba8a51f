import { conversation } from '../commands/conversation.ts'
import { type OutgoingMessage, priorities } from '../commands/message.ts'
import { splitText } from '../reports/documents/split-text.ts'
import type { Tx } from '../storage/database.ts'
import { type NumberedChoice, openOffer } from '../storage/offers.ts'
import { queueMessage } from '../storage/outbox.ts'

/** One-tap choices that have not been shown stay open for so long, in milliseconds: as long as a message waits. */
const unshownTime = 24 * 3_600_000

/** Puts answers into the outbox: long texts in parts, choices numbered and open to `asker` or those named. */
export async function post(tx: Tx, messages: OutgoingMessage[], asker: string, now: Date): Promise<void> {
  for (const message of messages) {
    const until = message.choicesUntil
    const to = conversation(message.to)
    const shown = (message.choices ?? []).map(choice =>
      until ? { ...choice, until: until.toISOString() } : choice,
    )
    const offers = message.choicesApart ? shown.map(choice => [choice]) : shown.length > 0 ? [shown] : []
    const choices: NumberedChoice[] = []
    for (const offer of offers)
      choices.push(
        ...(await openOffer(
          tx,
          to,
          offer,
          message.choicesFor ?? [asker],
          until ?? new Date(now.getTime() + unshownTime),
          now,
        )),
      )
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
