import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { conversation as conversationKey } from '../../../commands/conversation.ts'
import type { ChatListener, ChatPort, IncomingMessage } from '../../../commands/message.ts'
import type { Roster } from '../../../reports/roster/roster.ts'
import { incomingFile, type Sandbox } from './api.ts'
import { type Entry, openConversations } from './conversations.ts'
import { openEventStreams } from './events.ts'
import { isLoopback } from './guard.ts'
import { refuse } from './refusal.ts'
import { answerWith } from './routes.ts'

/** Where the sandbox listens, and what it shows. */
export interface SandboxOptions {
  /** 0 takes a free port, see {@link SandboxPort.url}. */
  port: number
  /** Address to listen at, 127.0.0.1 by default. */
  host?: string
  /** Lets the page be reached from other machines. It has no login: whoever reaches it can speak for anyone. */
  allowRemote?: boolean
  /** Rooms and people, read anew whenever a page is opened. */
  roster(): Promise<Roster>
  /** The bot's time; `advanceTo` resolves when everything that is due until then has happened. */
  clock: { now(): Date; advanceTo(target: Date): Promise<void> }
  /** Where 下一工作日 leads: 09:00 in Asia/Shanghai of the working day after. */
  nextWorkingDay(from: Date): Date
  /** Plays the sample day 样例日, speaking through {@link SandboxPort.post}; without it there is no button. */
  playSampleDay?(): Promise<void>
  /** The bot's name in the chats, 安委日报机器人 by default; a text with @ and that name mentions it. */
  botName?: string
}

/** Something that a person says in the sandbox: in a room, or with null to the bot in private. */
export interface Utterance {
  room: string | null
  from: string
  text: string
  quote?: string
  file?: { name: string; bytes: Uint8Array }
}

/** The sandbox 沙盒: a chat page on this machine, for trying the bot without WeChat. */
export interface SandboxPort extends ChatPort {
  /** Address of the page; stands once `start` has resolved. */
  readonly url: string
  /** Speaks in a person's name: shows the message and gives it to the bot; resolves with its id once the bot has it. */
  post(utterance: Utterance): Promise<string>
  /** Withdraws 撤回 a message in the name of who sent it. */
  recall(id: string, from: string): Promise<void>
}

/** Makes the sandbox. Throws an error in Chinese when `host` can be reached from other machines and that is not allowed. */
export const createSandbox = (options: SandboxOptions): SandboxPort => {
  const { host = '127.0.0.1', botName: bot = '安委日报机器人', clock } = options
  if (!options.allowRemote && !isLoopback(host))
    throw new Error(`沙盒页面没有登录验证，只能在本机地址（127.0.0.1）上打开，不能监听 ${host}`)

  const conversations = openConversations()
  const streams = openEventStreams()
  let moving = false
  let listener: ChatListener | null = null
  let ticking: NodeJS.Timeout | undefined

  const sandbox: Sandbox = {
    options,
    session: randomUUID(),
    bot,
    conversations,
    clock: () => ({ now: clock.now().toISOString(), moving }),
    async post({ room, from, text, quote, file }) {
      const at = clock.now().toISOString()
      const conversation = conversationKey(room === null ? { person: from } : { room })
      const { id } = show({ conversation, from, at, text, quote: quote ?? null, file: file ?? null })
      const mention = text.includes(`@${bot}`)
      const quotedText = quote === undefined ? undefined : conversations.find(quote)?.text
      await deliver({
        id,
        at,
        room,
        from,
        text,
        mention,
        quote,
        quotedText,
        file: file && incomingFile(file),
      })
      return id
    },
    async recall(id, from) {
      const entry = conversations.find(id) ?? refuse(404, '这条消息已不在对话中')
      if (entry.bot || entry.from !== from) refuse(403, '只能撤回自己发的消息')
      if (entry.recalled) refuse(409, '这条消息已经撤回')
      conversations.recall(entry)
      streams.send('recall', { id })
      const room = entry.conversation.startsWith('room:') ? entry.conversation.slice('room:'.length) : null
      await deliver({ id: randomUUID(), at: clock.now().toISOString(), room, from, text: '', recall: id })
    },
    async moveTime(work) {
      if (moving) refuse(409, '时间正在推进，请稍候')
      moving = true
      showClock()
      try {
        await work()
      } finally {
        moving = false
        showClock()
      }
    },
  }

  const show = (entry: Parameters<typeof conversations.append>[0]): Entry => {
    const shown = conversations.append(entry)
    streams.send('entry', { entry: shown, clock: sandbox.clock() })
    return shown
  }
  const showClock = () => streams.send('clock', sandbox.clock())
  const deliver = (message: IncomingMessage) =>
    listener ? listener.receive(message) : refuse(503, '机器人尚未就绪，请稍后重发')

  const server = createServer(answerWith(sandbox, streams, options.allowRemote ? host : null))

  return {
    buttons: true,
    get url() {
      const address = server.address() as AddressInfo | null
      return `http://${host.includes(':') ? `[${host}]` : host}:${address?.port ?? options.port}`
    },
    post: sandbox.post,
    recall: sandbox.recall,
    async start(started) {
      listener = started
      await new Promise<void>((resolve, reject) => {
        server.once('error', error =>
          reject(
            new Error(`沙盒页面无法在 ${host}:${options.port} 打开，端口可能已被占用`, { cause: error }),
          ),
        )
        server.listen(options.port, host, resolve)
      })
      // Keeps the clock in the top bar right, and the streams from falling asleep.
      ticking = setInterval(showClock, 5_000).unref()
    },
    async send({ to, text = '', file, mentions, choices }) {
      const at = clock.now().toISOString()
      const offered = choices.map(({ label, command }) => ({ label, command }))
      show({
        conversation: conversationKey(to),
        from: bot,
        bot: true,
        at,
        text,
        file,
        mentions,
        choices: offered,
      })
    },
    async stop() {
      listener = null
      clearInterval(ticking)
      streams.close()
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
