import type { Repair } from './workplace.ts'

/** Without it two messages that are sent in one millisecond have the same id, and the server may take them for one. */
export const messageIds: Repair = {
  client(client) {
    const { request } = client
    let latest = 0
    client.request = asked => {
      const message = asked.data?.Msg
      if (message) {
        latest = Math.max(latest + 1, Date.now() * 1000)
        Object.assign(message, { LocalID: latest, ClientMsgId: latest })
      }
      return request(asked)
    }
  },
}
