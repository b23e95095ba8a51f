import { escapeXml } from './markup.ts'
import type { Repair } from './workplace.ts'

/** Without it a file whose name holds `&` or `<` comes as XML that nobody can read. */
export const fileNames: Repair = {
  client(client) {
    const { sendDoc } = client
    client.sendDoc = (mediaId, name, size, extension, to) =>
      sendDoc.call(client, escapeXml(mediaId), escapeXml(name), size, escapeXml(extension), to)
  },
}
