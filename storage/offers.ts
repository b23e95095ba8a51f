import type { Db, Tx } from './database.ts'

/** A choice with the number under which it can be answered. */
export interface NumberedChoice {
  number: number
  label: string
  command: string
  /** Until when it is open, ISO 8601, where that is fixed and does not run from when it is shown. */
  until?: string
}

/** A second tap comes within so long after the first, in milliseconds. */
const doubleTapTime = 2 * 60_000

/**
 * Opens an offer of one-tap choices in a conversation for the people named, until a time. Numbers are unique among
 * the conversation's open offers: they go on from the highest.
 */
export async function openOffer(
  tx: Tx,
  conversation: string,
  choices: Omit<NumberedChoice, 'number'>[],
  people: string[],
  expiresAt: Date,
  now: Date,
): Promise<NumberedChoice[]> {
  // Who taps twice must not take back at once what he has done: such a number is not one that has just been answered.
  const undoes = choices.some(({ label }) => label.startsWith('撤销'))
  const answeredSince = new Date(now.getTime() - (undoes ? doubleTapTime : 0)).toISOString()
  const highest = await tx
    .selectFrom('offers')
    .select(e => e.fn.max('number').as('number'))
    .where('conversation', '=', conversation)
    .where('expiresAt', '>', now.toISOString())
    .where(e => e.or([e('closedAt', 'is', null), e('closedAt', '>', answeredSince)]))
    .executeTakeFirst()
  const last = await tx
    .selectFrom('offers')
    .select(e => e.fn.max('offer').as('offer'))
    .executeTakeFirst()
  const offer = Number(last?.offer ?? 0) + 1
  const numbered = choices.map((choice, i) => ({ ...choice, number: Number(highest?.number ?? 0) + 1 + i }))
  for (const { number, label, command } of numbered)
    await tx
      .insertInto('offers')
      .values({
        number,
        label,
        command,
        offer,
        conversation,
        people: JSON.stringify(people),
        expiresAt: expiresAt.toISOString(),
      })
      .execute()
  return numbered
}

/** The command that a number stands for in a conversation, if it is open and offered to this person. */
export async function offeredCommand(
  db: Db,
  conversation: string,
  number: number,
  person: string,
  now: Date,
): Promise<string | null> {
  const row = await stillOpen(db, conversation, now)
    .select(['command', 'people'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (row === undefined || !isFor(row.people, person)) return null
  return row.command
}

/** The command of the open choice with this label that is offered to this person; null of none, or of several. */
export async function labelledCommand(
  db: Db,
  conversation: string,
  label: string,
  person: string,
  now: Date,
): Promise<string | null> {
  const rows = await stillOpen(db, conversation, now)
    .select(['command', 'people'])
    .where('label', '=', label)
    .execute()
  const own = new Set(rows.filter(({ people }) => isFor(people, person)).map(({ command }) => command))
  return own.size === 1 ? [...own][0]! : null
}

/** An offer that is over was over for so long at most when it is still spoken of, in milliseconds. */
const rememberedTime = 24 * 3_600_000

/** What became of a choice that a person cannot take. */
export type FormerOffer =
  | { kind: 'answered'; by: string | null; at: string }
  | { kind: 'expired'; command: string }
  /** It is open, for others. */
  | { kind: 'others'; people: string[] }

/** The last choice with this number, where it is for others, or was for this person until lately; else null. */
export async function formerOffer(
  db: Db,
  conversation: string,
  number: number,
  person: string,
  now: Date,
): Promise<FormerOffer | null> {
  const since = new Date(now.getTime() - rememberedTime).toISOString()
  const rows = await db
    .selectFrom('offers')
    .select(['command', 'people', 'expiresAt', 'closedAt', 'closedBy'])
    .where('conversation', '=', conversation)
    .where('number', '=', number)
    .where('expiresAt', '>', since)
    .orderBy('id', 'desc')
    .execute()
  const open = rows.find(({ closedAt, expiresAt }) => closedAt === null && expiresAt > now.toISOString())
  if (open !== undefined) return { kind: 'others', people: JSON.parse(open.people) as string[] }
  const own = rows.find(({ people }) => isFor(people, person))
  if (own === undefined) return null
  const { command, closedAt, closedBy } = own
  if (closedAt === null) return { kind: 'expired', command }
  return closedAt > since ? { kind: 'answered', by: closedBy, at: closedAt } : null
}

const isFor = (people: string, person: string): boolean => (JSON.parse(people) as string[]).includes(person)

/** Closes the offers to this person that hold this command, with all their choices: it has been answered. */
export async function closeOffers(
  tx: Tx,
  conversation: string,
  command: string,
  person: string,
  now: Date,
): Promise<void> {
  const rows = await stillOpen(tx, conversation, now)
    .select(['offer', 'people'])
    .where('command', '=', command)
    .execute()
  for (const { offer, people } of rows)
    if (isFor(people, person))
      await tx
        .updateTable('offers')
        .set({ closedAt: now.toISOString(), closedBy: person })
        .where('offer', '=', offer)
        .execute()
}

/** The choices of open offers have been shown: from now on their time runs. */
export async function startOffers(
  tx: Tx,
  conversation: string,
  numbers: number[],
  expiresAt: Date,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('offers')
    .set({ expiresAt: expiresAt.toISOString() })
    .where('conversation', '=', conversation)
    .where('number', 'in', numbers)
    .where('closedAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .execute()
}

const stillOpen = (db: Db, conversation: string, now: Date) =>
  db
    .selectFrom('offers')
    .where('conversation', '=', conversation)
    .where('closedAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
