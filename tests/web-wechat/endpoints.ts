import type { Contacts } from './contacts.ts'
import type { Login } from './login.ts'
import type { Media } from './media.ts'
import type { Sending } from './sending.ts'
import type { Answer, FakeRequest } from './server.ts'
import type { Sync } from './sync.ts'

/** The parts of the server that answer. */
export interface Parts {
  login: Login
  sync: Sync
  contacts: Contacts
  sending: Sending
  media: Media
}

/** Answers a request by the last part of its path. But for the login, all need a session that holds. */
export async function answerRequest(
  { login, sync, contacts, sending, media }: Parts,
  request: FakeRequest,
): Promise<Answer> {
  const { endpoint } = request
  const open = login.endpoints[endpoint]
  if (open) return open(request)
  const sid = request.cookie('wxsid')
  if (endpoint === 'synccheck') {
    const endsSoon = () => sid !== undefined && sid === login.ended
    const answer = endsSoon() ? null : await sync.check(request, () => login.knows(request))
    return endsSoon() ? 'window.synccheck={retcode:"0",selector:"2"}' : answer
  }
  if (!login.knows(request)) return JSON.stringify({ BaseResponse: { Ret: 1101, ErrMsg: '' } })
  if (endpoint === 'webwxsync') return sync.fetch(request)
  const { skey } = login.session!
  const answer = contacts.endpoints[endpoint] ?? sending.endpoints[endpoint] ?? media.endpoints[endpoint]
  return answer ? answer(request, skey) : { status: 404, body: '' }
}
