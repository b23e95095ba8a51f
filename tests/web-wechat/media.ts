import type { Messages } from './messages.ts'
import type { Answer, FakeRequest } from './server.ts'

/** A file that the client brought to the server, whole. */
export interface Upload {
  mediaId: string
  name: string
  bytes: Buffer
  /** What the client says it is: `pic`, `video` or `doc`. */
  mediaType: string
  /** In how many pieces it came. */
  chunks: number
}

/** Files that the client brings, in pieces of half a MiB, and those that it fetches. */
export class Media {
  readonly uploads: Upload[] = []
  readonly #parts = new Map<string, Buffer[]>()
  readonly #messages: Messages

  constructor(messages: Messages) {
    this.#messages = messages
  }

  readonly endpoints: Record<string, (request: FakeRequest) => Answer | Promise<Answer>> = {
    webwxuploadmedia: async request => {
      const form = await readForm(request)
      const mediaId = await this.#take(form)
      const BaseResponse = { Ret: 0, ErrMsg: '' }
      return JSON.stringify({ BaseResponse, MediaId: mediaId, StartPos: 0, CDNThumbImgHeight: 0 })
    },
    webwxgetmsgimg: ({ query }) => this.#give(query.get('MsgID'), 'image/jpeg'),
    webwxgetvideo: ({ query }) => this.#give(query.get('MsgID'), 'video/mp4'),
    webwxgetmedia: ({ query }) => this.#give(query.get('mediaid'), 'application/octet-stream'),
  }

  find(mediaId: string): Upload | undefined {
    return this.uploads.find(upload => upload.mediaId === mediaId)
  }

  /** The id of the file once it is complete, until then none. */
  async #take(form: FormData): Promise<string> {
    const part = Buffer.from(await (form.get('filename') as File).arrayBuffer())
    const name = String(form.get('name'))
    const { ClientMediaId, ToUserName, TotalLen } = JSON.parse(String(form.get('uploadmediarequest')))
    const chunks = Number(form.get('chunks') ?? 1)
    const key = `${ClientMediaId} ${ToUserName} ${TotalLen} ${name}`
    const parts = this.#parts.get(key) ?? []
    this.#parts.set(key, parts)
    parts[Number(form.get('chunk') ?? 0)] = part
    if (parts.filter(Boolean).length < chunks) return ''
    this.#parts.delete(key)
    const mediaId = `@crypt_upload_${this.uploads.length + 1}`
    const mediaType = String(form.get('mediatype'))
    this.uploads.push({ mediaId, name, bytes: Buffer.concat(parts), mediaType, chunks })
    return mediaId
  }

  #give(id: string | null, type: string): Answer {
    const bytes = this.#messages.findMedia(id ?? '')
    return bytes ? { headers: { 'content-type': type }, body: bytes } : { status: 404, body: '' }
  }
}

/** Read by node itself, as the body of a response. */
const readForm = ({ bytes, headers }: FakeRequest): Promise<FormData> =>
  new Response(new Uint8Array(bytes), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData()
