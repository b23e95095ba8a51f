import { expect, test } from 'vitest'
import { endsSession } from '../../../../../bot/adapters/wechaty/wechat4u/session-end.ts'

const answered = (data: unknown) => Object.assign(new Error('1 == 0'), { response: { status: 200, data } })
const script = (code: number) => answered(`window.synccheck={retcode:"${code}",selector:"0"}`)
const json = (Ret: number) => answered({ BaseResponse: { Ret, ErrMsg: '' } })

test('a session is over when the server says so, and for no other reason', () => {
  expect(endsSession(script(1101), 'news')).toBe(true)
  expect(endsSession(json(1101), 'news')).toBe(true)
  for (const error of [script(-1), script(1102), json(1), new Error('ECONNRESET'), answered(''), undefined])
    expect(endsSession(error, 'news')).toBe(false)
})

test('webwxinit refuses a session that is over with other codes too', () => {
  for (const code of [1100, 1101, 1102]) expect(endsSession(json(code), 'init')).toBe(true)
  for (const error of [json(1), json(-1), new Error('ETIMEDOUT')])
    expect(endsSession(error, 'init')).toBe(false)
})
