import { addressee } from '../commands/conversation.ts'
import type { OutgoingMessage } from '../commands/message.ts'
import type { OutboxRow } from '../storage/outbox.ts'

export type Notice = Pick<OutgoingMessage, 'text' | 'choices'>

const heading = '【发送异常】'

/** How many messages are named one by one, each with the choice to send it again. */
const namedOnes = 5
/** How many groups and people are named that could not be reached. */
const namedAddressees = 10

/** Whether a message tells of another that did not go out. */
export const isNotice = (row: OutboxRow): boolean => row.text?.startsWith(heading) ?? false

/**
 * What the duty group hears of messages that did not go out: one notice, with the choice to send them again 补发.
 * `reason` goes on after what is named: 多次发送未成功.
 */
export function undeliveredNotice(rows: OutboxRow[], reason: string): Notice {
  const [first] = rows as [OutboxRow, ...OutboxRow[]]
  const alike = rows.every(row => row.conversation === first.conversation)
  const start = alike ? `${heading}发往“${nameOf(first)}”的` : heading
  if (rows.length === 1)
    return {
      text: `${start}消息${first.id}（${excerpt(first)}）${reason}。`,
      choices: [{ label: '补发', command: `/补发 ${first.id}` }],
    }
  const named = rows.slice(0, namedOnes)
  const others = rows.slice(namedOnes)
  const lines = named.map(row => `消息${row.id}${alike ? '' : `（发往“${nameOf(row)}”）`}：${excerpt(row)}`)
  if (others.length > 0)
    lines.push(`其余${others.length}条（${numbers(others)}）如需补发，请发送“/补发 消息编号”。`)
  return {
    text: `${start}${rows.length}条消息${reason}。\n${lines.join('\n')}`,
    choices: named.map(({ id }) => ({ label: `补发${id}`, command: `/补发 ${id}` })),
  }
}

/** What the duty group hears of groups and people who could not be reached for too long. */
export function unreachedNotice(rows: OutboxRow[]): Notice {
  const reason = '超过24小时无法送达，已停止发送'
  const counts = [...Map.groupBy(rows, row => row.conversation).values()]
  if (counts.length === 1) return undeliveredNotice(rows, reason)
  const rooms = counts.filter(([row]) => 'room' in addressee(row!.conversation)).length
  const people = counts.length - rooms
  const who = [rooms > 0 && `${rooms}个群`, people > 0 && `${people}名人员`].filter(Boolean).join('、')
  const named = counts.slice(0, namedAddressees).map(ofOne => `${nameOf(ofOne[0]!)}${ofOne.length}条`)
  const more = counts.length > namedAddressees ? '等' : ''
  return {
    text: `${heading}${who}的消息${reason}：${named.join('、')}${more}。可发送“/状态”查看全部。`,
  }
}

/** The room or person that a message is for. */
function nameOf({ conversation }: OutboxRow): string {
  const to = addressee(conversation)
  return 'room' in to ? to.room : to.person
}

function excerpt({ text }: OutboxRow): string {
  if (text === null) return '文件'
  // Who reads a code can become the person.
  if (/[/／]绑定|绑定码/.test(text)) return '内容不予显示'
  const line = text.replaceAll('\n', ' ')
  return `“${line.slice(0, 30)}${line.length > 30 ? '…' : ''}”`
}

/** A long list would be longer than all that it is about. */
const numbers = (rows: OutboxRow[]): string =>
  rows.length <= 10 ? rows.map(({ id }) => id).join('、') : `${rows[0]!.id}至${rows.at(-1)!.id}之间`
