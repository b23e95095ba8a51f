import type { Calendar } from '../reports/calendar.ts'
import type { Tx } from '../storage/database.ts'
import type { InboxRow } from '../storage/inbox.ts'
import { closeOffers, formerlyOffered, offeredCommand } from '../storage/offers.ts'
import {
  type Attachment,
  type Command,
  type Context,
  confirmed,
  roleName,
  type Sender,
  UserError,
} from './command.ts'
import { respondInTalk } from './commentary/respond-in-talk.ts'
import { conversationOf, mentionOf } from './conversation.ts'
import type { Directory } from './directory.ts'
import { answerChainInTalk } from './escalation/answer-chain.ts'
import { importPolicy } from './escalation/policy.ts'
import { greet } from './greet.ts'
import { takeEvidence } from './hazards/take-evidence.ts'
import { takeLetterAnswer } from './letters/answer-letter.ts'
import type { OutgoingMessage } from './message.ts'
import { recall } from './recall.ts'
import { createRouter } from './route.ts'
import { submitReport } from './submit-report.ts'
import { submitWorkbook } from './submit-workbook.ts'
import { askForText } from './unreadable.ts'
import { verifyInTalk } from './verification/verify-in-talk.ts'

/** A command said no: nothing of it may stay, and this is the answer. */
export class Refusal extends Error {
  /** Null where there is nobody to answer. */
  readonly answer: OutgoingMessage | null
  constructor(answer: OutgoingMessage | null) {
    super(answer?.text)
    this.answer = answer
  }
}

/** What handling needs besides the message. */
export interface Surroundings {
  db: Tx
  now: Date
  directory: Directory
  calendar: Calendar
  /** The table attached to the message, where there is one. */
  attachment?: Attachment | null
}

/**
 * Says what is to be answered to a message: finds the command that it is, checks that the sender may, runs it.
 * Throws a `Refusal` with the answer where a command refuses, so that what it did before is undone.
 */
export function createHandler(commands: Command[], freeDisk?: Context['freeDisk']) {
  const route = createRouter(commands)

  return async (message: InboxRow, surroundings: Surroundings): Promise<OutgoingMessage[]> => {
    const context = { ...contextOf(message, surroundings), freeDisk }
    const isHeard = ({ to }: OutgoingMessage) => !('person' in to && isUnknown(to.person, context))
    try {
      return (await answer(context.text, context)).filter(isHeard)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const refusal = context.reply(error.message, { mentions: mentionOf(context) })
      throw new Refusal(isHeard(refusal) ? refusal : null)
    }
  }

  async function answer(text: string, context: Context): Promise<OutgoingMessage[]> {
    const { message, db, now, sender } = context
    if (message.recall !== null) return run(recall, [message.recall], context)
    const found = route(text)
    switch (found.kind) {
      case 'command':
        await closeOffers(db, conversationOf(message), text.trim(), sender.name, now)
        return run(found.command, found.args, context)
      case 'number': {
        const command = await offeredCommand(db, conversationOf(message), found.number, sender.name, now)
        return command === null ? formerChoice(found.number, context) : answer(command, context)
      }
      case 'unknown':
        return found.near === null && context.room !== null
          ? []
          : [context.reply(unknownCommand(found.name, found.near), { mentions: mentionOf(context) })]
      case 'talk':
        if (isUnverified(context)) return run(greet, [], context)
        if (message.file !== null)
          return firstAnswer([takeEvidence, takeLetterAnswer, importPolicy, submitWorkbook], context)
        return firstAnswer(
          [respondInTalk, verifyInTalk, answerChainInTalk, submitReport, askForText, greet],
          context,
        )
    }
  }
}

/** A number that stood for a choice of somebody and does not any more: he hears what to send instead. */
async function formerChoice(number: number, context: Context): Promise<OutgoingMessage[]> {
  const { db, message, room, sender, now } = context
  // In the committee group, and in one that the roster does not know, a number may be anything.
  if (message.room !== null && (room === null || room.roles.includes('committee'))) return []
  const command = await formerlyOffered(db, conversationOf(message), number, sender.name, now)
  if (command === null) return []
  // What was to be confirmed is asked anew.
  const again = command.replace(new RegExp(`^(/\\S+ (?!${confirmed})\\S.*?) ${confirmed}.*$`), '$1')
  return [context.reply(`该选项已失效，请发送“${again}”。`, { mentions: mentionOf(context) })]
}

/** What is no command may be a report, or the first word of somebody who does not know the bot. */
async function firstAnswer(commands: Command[], context: Context): Promise<OutgoingMessage[]> {
  for (const command of commands) {
    const messages = await run(command, [], context)
    if (messages.length > 0) return messages
  }
  return []
}

/** The one place where authority is checked. */
async function run(command: Command, args: string[], context: Context): Promise<OutgoingMessage[]> {
  const { roles } = command
  if (roles !== 'anyone' && !roles.includes(context.sender.role)) {
    // Whoever it is, it is not for him yet: he hears how to be known, and no more often than others are greeted.
    if (isUnverified(context) && !roles.includes('system')) return greet.run([], context)
    throw new UserError(
      roles.includes('system')
        ? `没有“/${command.name}”这个命令。发送“/帮助”查看可用命令。`
        : `“/${command.name}”由${roles.map(roleName).join('、')}使用。如有需要，请联系值班员。`,
    )
  }
  return command.run(args, context)
}

/**
 * Whether a name belongs to somebody in a group who cannot be written to directly: the bot does not know which of its
 * contacts that is, and another may have the name.
 */
const isUnknown = (person: string, { message }: Context): boolean =>
  message.claimed === 1 && message.room !== null && person === message.sender

/** Somebody wrote directly who is not bound: nothing that he says can be taken as anybody's. */
const isUnverified = ({ message }: Context): boolean => message.room === null && message.claimed === 1

const unknownCommand = (name: string, near: Command | null): string =>
  near === null
    ? `没有“/${name}”这个命令。发送“/帮助”查看可用命令。`
    : `没有“/${name}”这个命令，是否为：${near.usage}`

function contextOf(message: InboxRow, surroundings: Surroundings): Context {
  const room = message.room === null ? null : surroundings.directory.room(message.room)
  // The committee group has 450 members: what one of them asks is answered to that one.
  // In a group that the roster does not know it is silent as well.
  const to =
    room === null || room.roles.includes('committee') ? { person: message.sender } : { room: room.name }
  return {
    ...surroundings,
    sender: senderOf(message, surroundings.directory),
    room,
    message,
    attachment: surroundings.attachment ?? null,
    text: message.mention === 1 ? message.text.replace(/^\s*@\S+\s+/, '') : message.text,
    reply: (text, extras) => ({ to, text, ...extras }),
  }
}

function senderOf(message: InboxRow, directory: Directory): Sender {
  if (message.origin === 'system') return { name: message.sender, role: 'system', unit: null, division: null }
  return (
    directory.person(message.sender) ?? { name: message.sender, role: 'stranger', unit: null, division: null }
  )
}
