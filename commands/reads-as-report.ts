import { parseMessage } from '../reports/intake/parse-message.ts'
import type { Context } from './command.ts'

/** Whether intake takes a text as a report 报送, a correction 更正 or a zero report 零报告. */
export const readsAsReport = (text: string, { message, directory }: Context): boolean =>
  parseMessage({ text, at: message.at, room: message.room, from: message.sender }, directory.gazetteer)
    .kind !== 'chat'
