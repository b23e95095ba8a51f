import { hash } from 'node:crypto'
import { serverCookie } from './detour.ts'
import { hold } from './hold.ts'
import type { Answer, FakeRequest } from './server.ts'

interface Session {
  sid: string
  skey: string
}

interface Code {
  uuid: string
  state: 'shown' | 'scanned' | 'confirmed' | 'expired'
  /** Tells those who ask for the state of the code that it changed. */
  changed: AbortController
}

/** Login by scanning a code 扫码登录, and the session that comes of it. */
export class Login {
  /** How often the client was logged out at its own wish. */
  logouts = 0
  autoScan: boolean
  code: Code | null = null
  session: Session | null = null
  /** Session that was ended, and whose client is to hear of it from webwxsync first. */
  ended: string | null = null
  readonly #server: number
  readonly #renew: () => void
  #count = 0

  /** `renew` is called at every new session. */
  constructor(server: number, autoScan: boolean, renew: () => void) {
    this.#server = server
    this.autoScan = autoScan
    this.#renew = renew
  }

  readonly endpoints: Record<string, (request: FakeRequest) => Answer | Promise<Answer>> = {
    jslogin: () => {
      const uuid = `${hash('md5', `${this.#server} ${++this.#count}`, 'base64url').slice(0, 10)}==`
      this.code = { uuid, state: 'shown', changed: new AbortController() }
      return {
        headers: { 'set-cookie': `${serverCookie}=${this.#server}; path=/` },
        body: `window.QRLogin.code = 200; window.QRLogin.uuid = "${uuid}";`,
      }
    },

    login: async ({ query, gone }) => {
      const { code } = this
      if (!code || code.uuid !== query.get('uuid')) return 'window.code=400;'
      if (code.state === 'shown' && this.autoScan) this.#set('scanned')
      if (code.state === 'shown') await hold(code.changed.signal, gone)
      if (code.state === 'expired') return 'window.code=400;'
      if (code.state === 'shown') return 'window.code=408;'
      if (code.state === 'scanned') {
        code.state = 'confirmed'
        return "window.code=201;window.userAvatar = 'data:img/jpg;base64,/9j/4AAQ';"
      }
      const uri = `https://wx2.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket=t${this.#count}&uuid=${code.uuid}&lang=zh_CN`
      return `window.code=200;\nwindow.redirect_uri="${uri}";`
    },

    webwxnewloginpage: ({ query }) => {
      if (this.code?.state !== 'confirmed' || query.get('uuid') !== this.code.uuid)
        return '<error><ret>1203</ret></error>'
      this.code = null
      const sid = `sid${this.#server}x${this.#count}`
      const skey = `@crypt_${this.#server}_${this.#count}`
      this.session = { sid, skey }
      this.ended = null
      this.#renew()
      const cookies = { wxuin: '1234567890', wxsid: sid, webwx_data_ticket: `ticket${this.#count}` }
      return {
        status: 301,
        headers: { 'set-cookie': Object.entries(cookies).map(([name, value]) => `${name}=${value}; path=/`) },
        body: `<error><ret>0</ret><message></message><skey>${skey}</skey><wxsid>${sid}</wxsid><wxuin>1234567890</wxuin><pass_ticket>pass${this.#count}</pass_ticket><isgrayscale>1</isgrayscale></error>`,
      }
    },

    webwxlogout: request => {
      if (this.knows(request)) {
        this.logouts++
        this.session = null
      }
      return JSON.stringify({ BaseResponse: { Ret: 0, ErrMsg: '' } })
    },
  }

  /** Whether a request is of the current session. */
  knows(request: FakeRequest): boolean {
    return this.session !== null && request.cookie('wxsid') === this.session.sid
  }

  /** The owner of the account scans the code that is shown, and confirms the login. */
  scan(): void {
    if (this.code === null) throw new Error('no code is shown')
    this.#set('scanned')
  }

  /** Ends the session; `bySync` if its client is to hear of it from webwxsync. */
  end(bySync: boolean): void {
    this.ended = bySync ? (this.session?.sid ?? null) : null
    this.session = null
  }

  expire(): void {
    if (this.code === null) throw new Error('no code is shown')
    this.#set('expired')
  }

  #set(state: Code['state']): void {
    this.code!.state = state
    this.code!.changed.abort()
  }
}
