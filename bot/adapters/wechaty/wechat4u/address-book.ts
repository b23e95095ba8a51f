import { isRoom, type RawContact, type Wechat4u } from './client.ts'
import type { Repair } from './workplace.ts'

const atOnce = 50

/**
 * Without it an address book 通讯录 that fails to load is taken for a short one, nobody learns when it is complete,
 * and all rooms without members are asked for in one request, however many they are.
 */
export const addressBook: Repair = {
  client(client, { puppet, progress, report, pause }) {
    let turn = 0

    client._getContact = async () => {
      const mine = ++turn
      const self = client.user.UserName
      const isWanted = () => mine === turn && self === client.user.UserName && !puppet.state.inactive()
      for (let attempt = 1; isWanted(); attempt++) {
        try {
          const contacts = await load(client)
          if (isWanted()) {
            await take(client, contacts)
            progress.settle()
            puppet.emit('ready', { data: 'address book loaded' })
          }
          break
        } catch (error) {
          report(error)
          await pause(attempt)
        }
      }
      return []
    }
  },
}

async function load(client: Wechat4u): Promise<RawContact[]> {
  const contacts: RawContact[] = []
  let page = 0
  do {
    const { MemberList = [], Seq = 0 } = await client.getContact(page)
    contacts.push(...MemberList)
    page = Seq
  } while (page)
  return contacts
}

async function take(client: Wechat4u, contacts: RawContact[]): Promise<void> {
  const rooms = contacts.map(({ UserName }) => UserName).filter(isRoom)
  client.updateContacts(contacts)
  const empty = rooms.filter(id => !client.contacts[id]?.MemberList?.length)
  for (let start = 0; start < empty.length; start += atOnce) {
    const part = empty.slice(start, start + atOnce)
    client.updateContacts(
      await client.batchGetContact(part.map(UserName => ({ UserName, EncryChatRoomId: '' }))),
    )
  }
}
