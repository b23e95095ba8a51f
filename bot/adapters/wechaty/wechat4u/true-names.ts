import { readMarkup } from './markup.ts'
import type { Repair } from './workplace.ts'

/**
 * Without it topics, names and remarks stay as they were when they were first read, group cards 群名片 keep their
 * `&amp;`, and whatever stands between `<` and `>` disappears from a topic or a name.
 */
export const trueNames: Repair = {
  puppet({ puppet }) {
    // The client has everything at hand; a cache in front of it could only be wrong.
    puppet.contactPayloadCache = () => undefined
    puppet.roomPayloadCache = () => undefined

    const readContact = puppet.contactRawPayloadParser
    puppet.contactRawPayloadParser = async raw => ({
      ...(await readContact.call(puppet, raw)),
      name: readMarkup(raw.NickName ?? ''),
      alias: readMarkup(raw.RemarkName ?? ''),
    })

    const readRoom = puppet.roomRawPayloadParser
    puppet.roomRawPayloadParser = async raw => ({
      ...(await readRoom.call(puppet, raw)),
      topic: readMarkup(raw.NickName ?? ''),
    })

    const readMember = puppet.roomMemberRawPayloadParser
    puppet.roomMemberRawPayloadParser = async raw => ({
      ...(await readMember.call(puppet, raw)),
      name: readMarkup(raw.NickName ?? ''),
      roomAlias: readMarkup(raw.DisplayName ?? ''),
    })
  },
}
