import { type Context, defineCommand } from '../../commands/command.ts'
import { createDirectory } from '../../commands/directory.ts'
import { createHandler } from '../../commands/handle.ts'
import type { OutgoingMessage } from '../../commands/message.ts'
import type { Inspection, ParsedMessage, Summary } from '../../reports/intake/parsed-message.ts'
import { readCalendar } from '../../storage/calendar.ts'
import { transact } from '../../storage/database.ts'
import { keepMessage } from '../../storage/inbox.ts'
import { readRoster } from '../../storage/roster.ts'
import { type openConversation, siping, tiedong } from '../conversation.ts'

type Conversation = Awaited<ReturnType<typeof openConversation>>

let counter = 0

/** Somebody says something in a room, and `answer` stands for the command that it is; returns the texts of the answers. */
export async function asHeard(
  { db, clock }: Conversation,
  answer: (context: Context) => Promise<OutgoingMessage[]>,
  { from = tiedong, room = siping, quote = null as string | null, text = '（原文）' } = {},
): Promise<string[]> {
  const at = clock.now().toISOString()
  const messageId = `heard-${++counter}`
  const handle = createHandler([
    defineCommand({
      name: '测',
      aliases: [],
      usage: '',
      summary: '',
      roles: 'anyone',
      run: (_, c) => answer({ ...c, message: { ...c.message, text } }),
    }),
  ])
  return transact(db, async tx => {
    const values = {
      messageId,
      at,
      receivedAt: at,
      room,
      sender: from,
      origin: 'chat' as const,
      text: '/测',
      mention: 0,
      quote,
      recall: null,
      file: null,
      state: 'handled' as const,
    }
    await keepMessage(tx, values)
    const message = await tx
      .selectFrom('inbox')
      .selectAll()
      .where('messageId', '=', messageId)
      .executeTakeFirstOrThrow()
    const directory = createDirectory(await readRoster(tx))
    const sent = await handle(message, {
      db: tx,
      now: clock.now(),
      directory,
      calendar: await readCalendar(tx),
    })
    return sent.map(each => each.text ?? '')
  })
}

/** A message as intake hands it over. */
export const parsed = (parts: Partial<ParsedMessage>): ParsedMessage => ({
  kind: 'report',
  correction: false,
  units: ['四平市铁东区'],
  inspections: [],
  summaries: [],
  zeroUnits: [],
  problems: [],
  halfReport: false,
  ...parts,
})

/** A correction of single fields: all that it does not state is empty. */
export const amendment = (stated: Partial<Inspection>): ParsedMessage =>
  parsed({
    correction: true,
    inspections: [
      {
        inspectingUnit: null,
        unit: '四平市铁东区',
        enterprise: null,
        place: null,
        industry: null,
        date: null,
        inspectors: [],
        teams: null,
        personTimes: null,
        hazards: [],
        rectification: null,
        level: null,
        manners: [],
        basis: null,
        documents: [],
        cases: null,
        fine: null,
        production: null,
        states: [],
        ...stated,
      },
    ],
  })

/** Totals of 四平市铁东区, as intake hands them over. */
export const totals = (
  figures: Partial<Summary['totals']>,
  parts: Partial<Summary> = {},
  message: Partial<ParsedMessage> = {},
): ParsedMessage =>
  parsed({
    summaries: [
      {
        inspectingUnit: '铁东区应急管理局',
        unit: '四平市铁东区',
        wholeJurisdiction: false,
        industry: null,
        date: null,
        totals: {
          teams: null,
          personTimes: null,
          enterprises: null,
          hazards: null,
          rectified: null,
          ...figures,
        },
        ...parts,
      },
    ],
    ...message,
  })
