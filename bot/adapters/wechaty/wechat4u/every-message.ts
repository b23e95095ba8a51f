import { isRoom, type News, type RawMessage, type Wechat4u } from './client.ts'
import type { Repair, Workplace } from './workplace.ts'

const statusNotify = 51
const friendRequest = 37

/**
 * Without it messages of before the latest (re)start, friendly sentences and notes about new members are dropped;
 * messages overtake each other, as some wait for look-ups; and whoever sends three certain emoji logs the account out.
 */
export const everyMessage: Repair = {
  client(client, workplace) {
    const { puppet, log, report } = workplace

    // People and rooms come first: what is said in the same breath may be by them.
    client.handleSync = news => {
      if (!news) return
      // The server does not hand out the messages again, so nothing may keep them back.
      try {
        takeContacts(client, news)
      } catch (error) {
        report(error)
      }
      client.handleMsg(news.AddMsgList ?? [])
    }

    client.handleMsg = messages => {
      for (const message of messages) {
        try {
          client.emit('message', client.Message.extend(message))
        } catch (error) {
          report(error)
        }
      }
      lookUpRecentChats(client, messages, workplace)
    }

    client.removeAllListeners('message')
    client.on('message', (message: RawMessage) => {
      const { MsgId: id, MsgType: type } = message
      if (!id) return log.warn({ type }, 'message without an id dropped')
      puppet.cacheMessageRawPayload.set(id, message)
      if (type === friendRequest) puppet.emit('friendship', { friendshipId: id })
      else puppet.emit('message', { messageId: id })
    })
  },
}

function takeContacts(client: Wechat4u, { ModContactList = [], DelContactList = [] }: News): void {
  // The library keeps the old value of what is empty now; a remark that was taken away must not go on to vouch.
  const unremarked = ModContactList.filter(contact => contact.RemarkName === '').map(
    ({ UserName }) => UserName,
  )
  client.updateContacts(ModContactList)
  for (const id of unremarked) client.contacts[id]!.RemarkName = ''
  for (const { UserName } of DelContactList) delete client.contacts[UserName]
}

/** When the phone opens a chat, it names those that were in use lately; rooms that are in no list are found so. */
function lookUpRecentChats(client: Wechat4u, messages: RawMessage[], { report }: Workplace): void {
  const named = messages
    .filter(message => message.MsgType === statusNotify)
    .flatMap(message => message.StatusNotifyUserName?.split(',') ?? [])
  const unknown = [...new Set(named)].filter(id => isRoom(id) && !client.contacts[id])
  for (let start = 0; start < unknown.length; start += 50) {
    const part = unknown.slice(start, start + 50).map(UserName => ({ UserName, EncryChatRoomId: '' }))
    client
      .batchGetContact(part)
      .then(found => client.updateContacts(found))
      .catch(report)
  }
}
