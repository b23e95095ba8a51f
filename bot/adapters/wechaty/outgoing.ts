import type { Delivery, OutgoingMessage } from '../../../commands/message.ts'
import { mentionText } from './mentions.ts'
import type { People } from './people.ts'
import type { Puppet } from './puppet.ts'
import type { Rooms } from './rooms.ts'

interface Surroundings {
  puppet: Puppet
  people: People
  rooms: Rooms
}

/** Sends a text or a file. Throws where the room or the person is not found, or the platform does not take it. */
export function createSender({ puppet, people, rooms }: Surroundings) {
  const find = (to: OutgoingMessage['to']) =>
    'room' in to ? rooms.placeOf(to.room) : people.contactOf(to.person)

  /** Whoever is not found in the group is named in the text: a message must not fail for a mention. */
  async function mention(place: string, names: string[]): Promise<string> {
    const shown = await Promise.all(names.map(name => people.shownNameOf(place, name)))
    return shown.map(mentionText).join('')
  }

  return {
    /** Whether there is somebody to send it to. */
    reaches: async (to: OutgoingMessage['to']): Promise<boolean> => (await find(to)) !== null,

    async send({ to, text, file, mentions, remark }: Delivery): Promise<void> {
      const id = await find(to)
      if (id === null) throw new Error('nobody to send to')
      if (remark !== undefined) {
        await puppet.contactAlias(id, remark)
        await people.refresh()
      }
      if (file !== undefined) {
        const { FileBox } = await import('file-box')
        await puppet.messageSendFile(id, FileBox.fromBuffer(Buffer.from(file.bytes), file.name))
      } else {
        const called = 'room' in to ? await mention(id, mentions) : ''
        await puppet.messageSendText(id, called + (text ?? ''))
      }
    },
  }
}
