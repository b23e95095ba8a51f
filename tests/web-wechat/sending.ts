import { SaxesParser } from 'saxes'
import { fileXml } from './content.ts'
import type { Media } from './media.ts'
import { type Messages, messageTypes } from './messages.ts'
import type { Answer, FakeRequest } from './server.ts'
import type { FakePerson, FakeRoom, World } from './world.ts'

/** What the bot sent. */
export interface Sent {
  id: string
  /** null for an id that is nobody's, such as one of before the latest login. */
  to: FakeRoom | FakePerson | null
  toId: string
  text?: string
  file?: { name: string; bytes: Buffer; kind: 'image' | 'doc' | 'video' }
  at: Date
}

/** What the bot tried to send and the server did not take, with the code that it answered. */
export type Refused = Sent & { ret: number; reason: string }

/** What becomes of a send of which the client does not learn: no answer, or the connection ends without one. */
export type SendHang = 'cut' | 'silent'

/** Takes what the bot sends. */
export class Sending {
  readonly sent: Sent[] = []
  readonly refused: Refused[] = []
  readonly #refusals: number[] = []
  readonly #hangs: SendHang[] = []
  readonly #world: World
  readonly #media: Media
  readonly #messages: Messages

  constructor(world: World, media: Media, messages: Messages) {
    this.#world = world
    this.#media = media
    this.#messages = messages
  }

  readonly endpoints: Record<string, (request: FakeRequest) => Answer | Promise<Answer>> = {
    webwxsendmsg: request => this.#take(request, ({ Content }) => ({ text: String(Content) })),
    webwxsendmsgimg: request => this.#take(request, ({ MediaId }) => this.#upload(MediaId, 'image')),
    webwxsendvideomsg: request => this.#take(request, ({ MediaId }) => this.#upload(MediaId, 'video')),
    webwxsendemoticon: request => this.#take(request, ({ MediaId }) => this.#upload(MediaId, 'image')),
    webwxsendappmsg: request => this.#take(request, ({ Content }) => this.#attachment(String(Content))),
  }

  refuse(count: number, ret: number): void {
    for (let i = 0; i < count; i++) this.#refusals.push(ret)
  }

  hang(count: number, how: SendHang): void {
    for (let i = 0; i < count; i++) this.#hangs.push(how)
  }

  async #take(
    { json, gone }: FakeRequest,
    // biome-ignore lint/suspicious/noExplicitAny: whatever the client says
    read: (message: any) => Pick<Sent, 'text' | 'file'>,
  ): Promise<Answer> {
    const message = json.Msg
    const toId = String(message.ToUserName)
    const sent: Sent = { id: this.#messages.nextId(), to: this.#world.find(toId), toId, at: new Date() }
    try {
      Object.assign(sent, read(message))
    } catch (error) {
      return this.#refuse({ ...sent, text: String(message.Content), ret: -1, reason: String(error) })
    }
    const ret = this.#refusals.shift()
    if (ret !== undefined) return this.#refuse({ ...sent, ret, reason: 'asked to refuse' })
    this.sent.push(sent)
    this.#remember(sent)
    const hang = this.#hangs.shift()
    if (hang === 'silent') await new Promise(resolve => gone.addEventListener('abort', resolve))
    if (hang) return null
    // Nobody knows what the real server says of ids that ended with an earlier login.
    const Ret = sent.to === null ? -1 : 0
    return JSON.stringify({ BaseResponse: { Ret, ErrMsg: '' }, MsgID: sent.id, LocalID: message.LocalID })
  }

  #refuse(refused: Refused): Answer {
    this.refused.push(refused)
    return JSON.stringify({ BaseResponse: { Ret: refused.ret, ErrMsg: '' }, MsgID: '', LocalID: '' })
  }

  /** What the bot said can be quoted and recalled like any other message. */
  #remember({ id, to, text, file, at }: Sent): void {
    if (to === null) return
    const types = { image: messageTypes.image, doc: messageTypes.app, video: messageTypes.video }
    this.#messages.add({
      id,
      type: file ? types[file.kind] : messageTypes.text,
      from: this.#world.self,
      room: 'members' in to ? to : null,
      content: file ? fileXml(file.name, file.bytes.length, id) : (text ?? ''),
      at,
    })
  }

  #upload(mediaId: string, kind: 'image' | 'video'): Pick<Sent, 'file'> {
    const upload = this.#media.find(mediaId)
    if (!upload) throw new Error(`no upload ${mediaId}`)
    return { file: { name: upload.name, bytes: upload.bytes, kind } }
  }

  /** The real client cannot read what is not well-formed, so neither does this. */
  #attachment(xml: string): Pick<Sent, 'file'> {
    const { title = '', attachid = '' } = readXml(xml)
    const upload = this.#media.find(attachid)
    if (!upload) throw new Error(`no upload ${attachid}`)
    return { file: { name: title, bytes: upload.bytes, kind: 'doc' } }
  }
}

/** Texts of all elements by their names. Throws where the XML is not well-formed. */
function readXml(xml: string): Record<string, string> {
  const texts: Record<string, string> = {}
  const path: string[] = []
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name }) => path.push(name))
  parser.on('closetag', () => path.pop())
  parser.on('text', text => {
    const name = path.at(-1)
    if (name) texts[name] = (texts[name] ?? '') + text
  })
  parser.write(xml).close()
  return texts
}
