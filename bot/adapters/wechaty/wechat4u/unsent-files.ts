import { NotSent } from './classify.ts'
import type { Repair } from './workplace.ts'

/** Without it a file whose upload fails looks as if it might have been sent, and is not sent again. */
export const unsentFiles: Repair = {
  client(client) {
    const { uploadMedia } = client
    client.uploadMedia = async (...file) => {
      try {
        return await uploadMedia.apply(client, file)
      } catch (error) {
        throw new NotSent(error)
      }
    }
  },
}
