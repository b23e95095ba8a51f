import type { Calendar } from '../reports/calendar.ts'
import type { Tx } from '../storage/database.ts'
import type { InboxRow } from '../storage/inbox.ts'
import { closeOffers, labelledCommand, offeredCommand } from '../storage/offers.ts'
import { behindSavepoint } from '../storage/savepoint.ts'
import {
  type Attachment,
  type Command,
  type Context,
  refuse,
  roleName,
  type Sender,
  UserError,
} from './command.ts'
import { respondInTalk } from './commentary/respond-in-talk.ts'
import { conversationOf, mentionOf } from './conversation.ts'
import type { Directory } from './directory.ts'
import { answerChainInTalk } from './escalation/answer-chain.ts'
import { importPolicy } from './escalation/policy.ts'
import { formerChoice } from './former-choice.ts'
import { greet } from './greet.ts'
import { takeEvidence } from './hazards/steps/take-evidence.ts'
import { writtenBarely } from './hazards/steps/written-barely.ts'
import { takeLetterAnswer } from './letters/answer-letter.ts'
import type { OutgoingMessage } from './message.ts'
import { readsAsReport } from './reads-as-report.ts'
import { recall } from './recall.ts'
import { createRouter, isCommand } from './route.ts'
import { createSplitter } from './split-commands.ts'
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
  const split = createSplitter(commands)

  return async (message: InboxRow, surroundings: Surroundings): Promise<OutgoingMessage[]> => {
    const context = { ...contextOf(message, surroundings), freeDisk }
    const isHeard = ({ to }: OutgoingMessage) => !('person' in to && isUnknown(to.person, context))
    try {
      return (await answerAll(context)).filter(isHeard)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const refusal = context.reply(error.message, { mentions: mentionOf(context) })
      throw new Refusal(isHeard(refusal) ? refusal : null)
    }
  }

  /** A message of several commands, or of a report and commands: each is answered, and what one refuses holds no other up. */
  async function answerAll(context: Context): Promise<OutgoingMessage[]> {
    const { text, message } = context
    const parts = message.recall === null && message.file === null ? split(text) : [text]
    const [first = ''] = parts
    if (parts.length === 1 || !(isCommand(first) || (await isMeant(first, context))))
      return answer(text, context)
    if (parts.length > mostCommands) refuse(`一条消息最多${mostCommands}个命令，均未执行，请分条发送。`)
    const messages: OutgoingMessage[] = []
    for (const part of parts) {
      const { answers, refusal } = await attempt(part, { ...context, text: part })
      messages.push(...answers)
      if (refusal !== null) messages.push(context.reply(refusal, { mentions: mentionOf(context) }))
    }
    return messages
  }

  /** What is no command, and yet for the bot; below anything else a line may be a quotation. */
  async function isMeant(text: string, context: Context): Promise<boolean> {
    return readsAsReport(text, context) || (await writtenBarely(text, context)) !== null
  }

  /** Answers a part of a message; of what is refused nothing stays, nor of what is only `tried`. */
  async function attempt(
    text: string,
    context: Context,
    tried = false,
  ): Promise<{ answers: OutgoingMessage[]; refusal: string | null }> {
    const work = async () => {
      try {
        return { answers: await answer(text, context), refusal: null }
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        return { answers: [], refusal: error.message }
      }
    }
    return behindSavepoint(context.db, work, ({ refusal }) => !tried && refusal === null)
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
        if (command !== null) return answer(command, context)
        const refusal = async (again: string) =>
          (await attempt(again, { ...context, text: again }, true)).refusal
        return formerChoice(found.number, refusal, context)
      }
      case 'unknown':
        return found.near === null && context.room !== null
          ? []
          : [context.reply(unknownCommand(found.name, found.near), { mentions: mentionOf(context) })]
      case 'talk': {
        if (isUnverified(context)) return run(greet, [], context)
        if (message.file !== null)
          return firstAnswer([takeEvidence, takeLetterAnswer, importPolicy, submitWorkbook], context)
        const meant = (await typedChoice(text, context)) ?? (await writtenBarely(text, context))
        if (meant !== null) return answer(meant, { ...context, text: meant })
        return firstAnswer(
          [respondInTalk, verifyInTalk, answerChainInTalk, submitReport, askForText, greet],
          context,
        )
      }
    }
  }
}

/** Who types the label of what he may tap has tapped it: 撤销, 同意. In the committee group a word may be anything. */
async function typedChoice(
  text: string,
  { db, message, room, sender, now }: Context,
): Promise<string | null> {
  const label = text.trim().replace(/[。！!]$/, '')
  if (label.length < 2 || label.length > longestLabel) return null
  if (message.room !== null && (room === null || room.roles.includes('committee'))) return null
  return labelledCommand(db, conversationOf(message), label, sender.name, now)
}

/** Characters of a label. */
const longestLabel = 20

/** Commands of one message: more are no message of a person. */
const mostCommands = 10

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
