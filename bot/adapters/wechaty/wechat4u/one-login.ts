import type { Repair } from './workplace.ts'

/**
 * Without it the second login that follows a lost connection is an unhandled rejection, although the account never
 * logged out.
 */
export const oneLogin: Repair = {
  client(client, { puppet, progress, report, saveSession }) {
    client.removeAllListeners('login')
    client.on('login', () => {
      enter().catch(report)
    })

    async function enter(): Promise<void> {
      const id = client.user.UserName!
      client.updateContacts([{ ...client.user, UserName: id, NickName: client.user.NickName ?? '' }])
      if (puppet.isLoggedIn && puppet.currentUserId !== id) await puppet.logout('another account')
      if (!puppet.isLoggedIn) {
        progress.begin()
        puppet.login(id)
      }
      await saveSession()
    }
  },
}
