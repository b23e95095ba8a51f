import type { Wechat4u } from './client.ts'
import { endsSession, isAnswered, isCodeExpired } from './session-end.ts'
import type { Repair, Workplace } from './workplace.ts'

const beat = 5 * 60_000
const manyFailures = 3
const goodLoginCodes = [200, 201, 408]

/**
 * Without it a network that fails for a minute logs the account out and throws its session away, one that is dead
 * fails hundreds of times a second, and a log-out from elsewhere is believed at the third failure only.
 */
export const stayingAlive: Repair = {
  client(client, workplace) {
    const { puppet, progress, report, pause } = workplace
    /** Number of the present connection; an older one sees by it that it is over. */
    let present = 0
    let connecting: Promise<void> | null = null
    /** Since synccheck last answered well; a new start alone does not count, or one would follow another for ever. */
    let failures = 0
    const isPresent = (id: number) => id === present && !puppet.state.inactive()

    client.start = client.restart = () => {
      connecting ??= connect().finally(() => {
        connecting = null
      })
      return connecting
    }

    // The session is kept, so that the next start needs no scan.
    client.stop = () => {
      present++
      clearTimeout(client.checkPollingId)
      client.state = client.CONF.STATE.logout
    }

    client.syncPolling = () => void poll(present)

    client.checkPolling = () => {
      clearTimeout(client.checkPollingId)
      client.checkPollingId = setTimeout(() => {
        if (client.state !== client.CONF.STATE.login) return
        client.notifyMobile().catch(report)
        client.checkPolling()
      }, beat)
      client.checkPollingId.unref?.()
    }

    const { checkLogin } = client
    client.checkLogin = async () => {
      const result = await checkLogin.call(client)
      // The library would ask again at once, and for ever.
      if (!goodLoginCodes.includes(result.code)) throw new Error(`login answered with code ${result.code}`)
      return result
    }

    /** Logs in, by the stored session or else by a scan, until it works. */
    async function connect(): Promise<void> {
      const id = ++present
      for (let attempt = 1; isPresent(id); attempt++) {
        try {
          if (!client.PROP.sid) await logIn(client)
          if (isPresent(id)) await client._init()
          return
        } catch (error) {
          if (!isPresent(id)) return
          const isOver = endsSession(error, 'init')
          // The next code is offered soon; a server that goes on refusing is asked more and more seldom.
          if (isCodeExpired(error) || (isOver && puppet.isLoggedIn)) attempt = 1
          if (isOver) await leave(client, workplace)
          else if (!isCodeExpired(error)) report(error)
        }
        await pause(attempt)
      }
    }

    /** Asks for news until the connection is over. */
    async function poll(id: number): Promise<void> {
      let isBehind = true
      for (let idle = 0; isPresent(id); ) {
        try {
          const isNews = isBehind || Number(await client.syncCheck()) !== 0
          if (!isBehind) failures = 0
          const news = isNews && isPresent(id) ? await client.sync() : undefined
          if (!isPresent(id)) return
          isBehind = false
          client.handleSync(news)
          progress.synced()
          // Some accounts are told of news for ever where there is none.
          idle = isNews && !news?.AddMsgList?.length && !news?.ModContactList?.length ? idle + 1 : 0
          if (idle > manyFailures) await pause(idle - manyFailures)
        } catch (error) {
          if (!isPresent(id)) return
          if (endsSession(error, 'news')) {
            failures = 0
            await leave(client, workplace)
            return client.start()
          }
          report(error)
          await pause(++failures)
          if (failures < manyFailures || !isPresent(id)) continue
          progress.lost()
          isBehind = true
          // Where the server cannot be reached, the session is as good as before; where it refuses, a new start helps.
          if (isAnswered(error)) return client.restart()
        }
      }
    }
  },
}

async function logIn(client: Wechat4u): Promise<void> {
  await client._login()
  if (!client.PROP.sid) throw new Error('the server did not let the account log in')
}

/** The account is logged out: nothing of it is left, and those who listen hear of it once. */
async function leave(
  client: Wechat4u,
  { puppet, progress, deleteSession, report, log }: Workplace,
): Promise<void> {
  log.warn('logged out by the server')
  client.state = client.CONF.STATE.logout
  clearTimeout(client.checkPollingId)
  for (const key of ['uuid', 'uin', 'sid', 'skey', 'passTicket', 'formatedSyncKey', 'webwxDataTicket'])
    client.PROP[key] = ''
  client.PROP.syncKey = { List: [] }
  // The objects themselves are known elsewhere in the library.
  for (const key of Object.keys(client.COOKIE)) if (!key.startsWith('pgv_')) delete client.COOKIE[key]
  for (const key of Object.keys(client.user)) delete client.user[key as keyof Wechat4u['user']]
  client.contacts = {}
  await deleteSession().catch(report)
  // Those who listen may still ask how far this login came.
  await puppet.logout('logged out by the server').catch(report)
  progress.end()
}
