import { Bot } from 'grammy'
import { readRosterDirectory, sampleRoster } from '../../bot/doors/roster-files.ts'
import type { Command } from '../../commands/command.ts'
import { createDirectory } from '../../commands/directory.ts'
import { createHandler } from '../../commands/handle.ts'
import { commands } from '../../commands/index.ts'
import { createCalendar } from '../../reports/calendar.ts'
import type { Tx } from '../../storage/database.ts'
import type { InboxRow } from '../../storage/inbox.ts'
import { type Comparison, interleave, time } from './measure.ts'

const rounds = 3000

/** The way from a text to its handler and back, without a database, against grammY with as many commands. */
export async function compareDispatch(): Promise<Comparison> {
  const constant: Command[] = commands.map(command => ({
    ...command,
    roles: 'anyone',
    run: async (_args, { reply }) => [reply('好的')],
  }))
  const handle = createHandler(constant)
  const directory = createDirectory(await readRosterDirectory(sampleRoster))
  const surroundings = {
    db: nowhere(),
    now: new Date('2022-05-18T10:00:00+08:00'),
    directory,
    calendar: createCalendar([]),
  }
  const texts = textsOf(constant)
  const rows = texts.map(row)
  const bot = grammyBot(constant)
  const updates = texts.map(update(constant))
  const { ours, reference } = await interleave(
    () =>
      time(async () => {
        for (let i = 0; i < rounds; i++) for (const message of rows) await handle(message, surroundings)
      }),
    () =>
      time(async () => {
        for (let i = 0; i < rounds; i++) for (const each of updates) await bot.handleUpdate(each)
      }),
    7,
    2,
  )
  const ratio = ours / reference
  const each = (ms: number) => `${((ms * 1000) / (rounds * texts.length)).toFixed(2)} µs`
  return {
    subject: 'dispatch: text to handler / grammY',
    ours: each(ours),
    reference: each(reference),
    ratio,
    aim: '≤ 1.0',
    met: ratio <= 1,
  }
}

const textsOf = (list: Command[]): string[] => [
  ...list.map(({ name }) => `/${name}`),
  ...list.map(({ name, aliases }) => `/${aliases[0] ?? name} 5月18日`),
  '/没有的命令',
  '收到',
]

const row = (text: string): InboxRow => ({
  id: 1,
  messageId: 'm1',
  at: '2022-05-18T02:00:00.000Z',
  receivedAt: '2022-05-18T02:00:00.000Z',
  room: '四平市日报报送群',
  sender: '四平市铁东区报送员',
  origin: 'chat',
  text,
  mention: 0,
  quote: null,
  recall: null,
  file: null,
  quotedText: null,
  claimed: 0,
  place: null,
  state: 'new',
  handledAt: null,
  error: null,
})

/** Stands where the database is: every query is empty and answered at once, as there is nothing to tap. */
const nowhere = () => {
  const query = { execute: async () => [], selectFrom: () => query, select: () => query, where: () => query }
  return query as unknown as Tx
}

/** grammY takes command names in ASCII only. */
const asciiName = (list: Command[], name: string) => `command${list.findIndex(each => each.name === name)}`

function grammyBot(list: Command[]): Bot {
  const bot = new Bot('1:bench', {
    botInfo: {
      id: 1,
      is_bot: true,
      first_name: 'bench',
      username: 'bench_bot',
      can_join_groups: true,
      can_read_all_group_messages: true,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    } as never,
  })
  for (const { name } of list) bot.command(asciiName(list, name), async () => [{ text: '好的' }])
  return bot
}

const update = (list: Command[]) => (text: string, i: number) => {
  const [first = '', ...rest] = text.slice(1).split(' ')
  const command = list.find(({ name, aliases }) => name === first || aliases.includes(first))
  const name = `/${command === undefined ? 'unknown' : asciiName(list, command.name)}`
  const talk = !text.startsWith('/')
  return {
    update_id: i,
    message: {
      message_id: i,
      date: 1_652_839_200,
      chat: { id: -1, type: 'supergroup' as const, title: '四平市日报报送群' },
      from: { id: 2, is_bot: false, first_name: '四平市铁东区报送员' },
      text: talk ? text : [name, ...rest].join(' '),
      ...(talk ? {} : { entities: [{ type: 'bot_command' as const, offset: 0, length: name.length }] }),
    },
  }
}
