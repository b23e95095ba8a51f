import { readMarkup } from './markup.ts'
import type { Repair } from './workplace.ts'

/**
 * Without it a message from a room that is not known yet is only an error, as the library looks for the speaker in the
 * room's member list; and 20,000 characters of unfinished emoji, which anyone can send, keep the bot busy for minutes.
 */
export const safeMessages: Repair = {
  client(client) {
    client.Message.extend = message => {
      const { FromUserName: from, Content = '' } = message
      return Object.assign(message, {
        MsgType: Number(message.MsgType),
        isSendBySelf: from === '' || from === client.user.UserName,
        OriginalContent: Content,
        Content: readMarkup(Content),
      })
    }
  },
}
