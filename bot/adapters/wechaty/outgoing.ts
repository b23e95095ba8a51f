import type { Sayable } from 'wechaty'
import type { Delivery } from '../../../commands/message.ts'

interface TargetPerson {
  say(said: Sayable): Promise<unknown>
}

interface TargetRoom<Member> {
  /** A member by group card 群名片, nickname or remark 备注. */
  member(name: string): Promise<Member | undefined>
  say(text: string, ...mentions: Member[]): Promise<unknown>
  say(said: Sayable): Promise<unknown>
}

/** Where rooms and people are found: what is used of wechaty, and no more. */
export interface Targets<Member> {
  Room: { find(query: { topic: string }): Promise<TargetRoom<Member> | undefined> }
  Contact: { find(query: { alias: string } | { name: string }): Promise<TargetPerson | undefined> }
}

/** Sends a text or a file. Throws where the room or the person is not found, or the platform does not take it. */
export async function sendDelivery<Member>(targets: Targets<Member>, delivery: Delivery): Promise<void> {
  const { to, text = '', mentions } = delivery
  const file = delivery.file && (await fileBox(delivery.file))
  if ('room' in to) {
    const room = await targets.Room.find({ topic: to.room })
    if (!room) throw new Error(`room not found: ${to.room}`)
    await (file ? room.say(file) : sayMentioning(room, text, mentions))
  } else {
    const person = await findPerson(targets, to.person)
    if (!person) throw new Error(`person not found: ${to.person}`)
    await person.say(file ?? text)
  }
}

/** The remark comes first: only the bot's own account can set it, a nickname anyone can take. */
const findPerson = async <Member>({ Contact }: Targets<Member>, name: string) =>
  (await Contact.find({ alias: name })) ?? (await Contact.find({ name }))

/** Whoever is not found in the room is named in the text: a message must not fail for a mention. */
async function sayMentioning<Member>(
  room: TargetRoom<Member>,
  text: string,
  mentions: string[],
): Promise<void> {
  const members: Member[] = []
  let unfound = ''
  for (const name of mentions) {
    const member = await room.member(name).catch(() => undefined)
    if (member === undefined) unfound += `@${name} `
    else members.push(member)
  }
  await room.say(unfound + text, ...members)
}

async function fileBox({ name, bytes }: { name: string; bytes: Uint8Array }) {
  const { FileBox } = await import('file-box')
  return FileBox.fromBuffer(Buffer.from(bytes), name)
}
