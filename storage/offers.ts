import type { Db, Tx } from './database.ts'

/** A choice with the number under which it can be answered. */
export interface NumberedChoice {
  number: number
  label: string
  command: string
  /** Until when it is open, ISO 8601, where that is fixed and does not run from when it is shown. */
  until?: string
}

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
  const highest = await stillOpen(tx, conversation, now)
    .select(e => e.fn.max('number').as('number'))
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
  if (row === undefined || !(JSON.parse(row.people) as string[]).includes(person)) return null
  return row.command
}

/** An offer that is over was over for so long at most when somebody still answers it, in milliseconds. */
const rememberedTime = 7 * 24 * 3_600_000

/** The command of the last offer with this number to this person, where it is not open any more. */
export async function formerlyOffered(
  db: Db,
  conversation: string,
  number: number,
  person: string,
  now: Date,
): Promise<string | null> {
  const rows = await db
    .selectFrom('offers')
    .select(['command', 'people'])
    .where('conversation', '=', conversation)
    .where('number', '=', number)
    .where('closedAt', 'is', null)
    .where('expiresAt', '>', new Date(now.getTime() - rememberedTime).toISOString())
    .orderBy('id', 'desc')
    .execute()
  return rows.find(({ people }) => (JSON.parse(people) as string[]).includes(person))?.command ?? null
}

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
    if ((JSON.parse(people) as string[]).includes(person))
      await tx.updateTable('offers').set({ closedAt: now.toISOString() }).where('offer', '=', offer).execute()
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
