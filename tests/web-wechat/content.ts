/** Escapes what would be markup in XML, as the server does with all that people wrote. */
export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A text, or XML, as it stands in the Content of a message: escaped, each new line a `<br/>`. */
export const encodeContent = (text: string): string => escapeXml(text).replace(/\n/g, '<br/>')

/** XML of a file message. */
export const fileXml = (name: string, size: number, attachmentId: string): string =>
  appXml(
    name,
    6,
    `<appattach><totallen>${size}</totallen><attachid>${attachmentId}</attachid><fileext>${escapeXml(
      name.split('.').at(-1) ?? '',
    )}</fileext></appattach>`,
  )

/** What a quote 引用 says of the message that it repeats. */
export interface Quoted {
  id: string
  /** Message type of the platform's: 1 text, 3 image, 43 video, 49 file. */
  type: number
  from: { id: string; shownAs: string }
  roomId: string
  /** The text, or the XML of what is no text. */
  content: string
}

/** XML of a message that quotes another. */
export const quoteXml = (text: string, { id, type, from, roomId, content }: Quoted): string =>
  appXml(
    text,
    57,
    `<refermsg><type>${type}</type><svrid>${id}</svrid><fromusr>${roomId || from.id}</fromusr><chatusr>${
      roomId && from.id
    }</chatusr><displayname>${escapeXml(from.shownAs)}</displayname><content>${escapeXml(content)}</content></refermsg>`,
  )

const appXml = (title: string, type: number, more: string): string =>
  `<?xml version="1.0"?>\n<msg>\n\t<appmsg appid="" sdkver="0"><title>${escapeXml(title)}</title><des /><action>view</action><type>${type}</type><url />${more}</appmsg>\n</msg>\n`

/** XML of an image message. */
export const imageXml = (size: number): string =>
  `<?xml version="1.0"?>\n<msg>\n\t<img length="${size}" hdlength="0" />\n</msg>\n`

/** XML of a video message. */
export const videoXml = (size: number): string =>
  `<?xml version="1.0"?>\n<msg>\n\t<videomsg length="${size}" playlength="5" />\n</msg>\n`

/** XML of a recall 撤回 of the message with this id, with what is shown instead of it. */
export const recallXml = (chatId: string, id: string, shown: string): string =>
  `<sysmsg type="revokemsg"><revokemsg><session>${chatId}</session><oldmsgid>${id.slice(-10)}</oldmsgid><msgid>${id}</msgid><replacemsg><![CDATA[${shown}]]></replacemsg></revokemsg></sysmsg>`
