import type { RawContact } from './client.ts'
import type { Repair } from './workplace.ts'

const remembered = 10_000

/**
 * Without it who is not known yet is looked for during 51 s, and the message waits for it. Who cannot be found has no name, and a room no topic; what was said counts nevertheless.
 */
export const unknownSpeakers: Repair = {
  puppet({ puppet, client, lookUp, progress }) {
    /** A room in which each speaker was found, as there may be 90,000 members. */
    const roomOf = new Map<string, string>()

    puppet.contactRawPayload = async id => {
      // Who is seen in a room alone may be a friend all the same, while the address book has not come.
      if (!(progress.isSettled ? find(id) : client().contacts[id])) await lookUp(id)
      return find(id) ?? { UserName: id, NickName: '' }
    }

    puppet.roomRawPayload = async id => {
      if (!client().contacts[id]?.MemberList?.length) await lookUp(id)
      return client().contacts[id] ?? { UserName: id, NickName: '', MemberList: [] }
    }

    puppet.roomMemberRawPayload = async (roomId, id) => {
      const member = async () => findIn(await puppet.roomRawPayload(roomId), id)
      const known = await member()
      if (known) {
        if (roomOf.size >= remembered) roomOf.clear()
        roomOf.set(id, roomId)
        return known
      }
      await lookUp(roomId)
      return (
        (await member()) ?? { UserName: id, NickName: client().contacts[id]?.NickName ?? '', DisplayName: '' }
      )
    }

    /** A stranger is known by the rooms that both are in. */
    function find(id: string): RawContact | undefined {
      const { contacts } = client()
      if (contacts[id]) return contacts[id]
      const room = contacts[roomOf.get(id) ?? '']
      const known = room && findIn(room, id)
      if (known) return known
      for (const room of Object.values(contacts)) {
        const member = findIn(room, id)
        if (member) return member
      }
    }
  },
}

const findIn = (room: RawContact, id: string): RawContact | undefined =>
  room.MemberList?.find(member => member.UserName === id)
