import { isRoom } from './client.ts'
import type { Repair } from './workplace.ts'

/**
 * Without it every change of a room makes a contact of each member and asks the server for all of them, 40 every two
 * seconds: 90,000 look-ups in 200 rooms of 450. And a room of which a list tells only the topic loses its members.
 */
export const quietRooms: Repair = {
  client(client) {
    client.removeAllListeners('contacts-updated')

    const { updateContacts } = client
    client.updateContacts = contacts => {
      for (const contact of contacts ?? []) {
        if (!isRoom(contact.UserName)) continue
        const known = client.contacts[contact.UserName]?.MemberList?.length
        if (known && !contact.MemberList?.length) delete contact.MemberList
        else contact.MemberList ??= []
      }
      updateContacts.call(client, contacts)
    }
  },
}
