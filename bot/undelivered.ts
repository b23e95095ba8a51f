import { addressee } from '../commands/conversation.ts'
import type { OutgoingMessage } from '../commands/message.ts'
import type { OutboxRow } from '../storage/outbox.ts'

const heading = '【发送异常】'

/** How many messages are named one by one, each with the choice to send it again. */
const namedOnes = 5

/** Whether a message tells of another that did not go out. */
export const isNotice = (row: OutboxRow): boolean => row.text?.startsWith(heading) ?? false

/**
 * What the duty group hears of the messages of one conversation that did not go out: one notice, with the choice to
 * send them again 补发. `reason` goes on after what is named: 多次发送未成功.
 */
export function undeliveredNotice(
  rows: OutboxRow[],
  reason: string,
): Pick<OutgoingMessage, 'text' | 'choices'> {
  const [first] = rows as [OutboxRow, ...OutboxRow[]]
  const to = addressee(first.conversation)
  const start = `${heading}发往“${'room' in to ? to.room : to.person}”的`
  if (rows.length === 1)
    return {
      text: `${start}消息${first.id}（${excerpt(first)}）${reason}。`,
      choices: [{ label: '补发', command: `/补发 ${first.id}` }],
    }
  const named = rows.slice(0, namedOnes)
  const others = rows.slice(namedOnes)
  const lines = named.map(row => `消息${row.id}：${excerpt(row)}`)
  if (others.length > 0)
    lines.push(`其余${others.length}条（${numbers(others)}）如需补发，请发送“/补发 消息编号”。`)
  return {
    text: `${start}${rows.length}条消息${reason}。\n${lines.join('\n')}`,
    choices: named.map(({ id }) => ({ label: `补发${id}`, command: `/补发 ${id}` })),
  }
}

function excerpt({ text }: OutboxRow): string {
  if (text === null) return '文件'
  const line = text.replaceAll('\n', ' ')
  return `“${line.slice(0, 30)}${line.length > 30 ? '…' : ''}”`
}

/** A long list would be longer than all that it is about. */
const numbers = (rows: OutboxRow[]): string =>
  rows.length <= 10 ? rows.map(({ id }) => id).join('、') : `${rows[0]!.id}至${rows.at(-1)!.id}之间`
