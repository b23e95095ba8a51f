import { tidyText } from '../reports/commentary/tidy-text.ts'
import { refuse } from './command.ts'

/** Characters of a note: who decides reads it on the phone. */
const noteLimit = 500

/** The note 说明 that was written with a command, tidied; null where nothing was. Refuses what is too long. */
export function readNote(written: string): string | null {
  const note = tidyText(written).trim()
  const length = [...note].length
  if (length > noteLimit) refuse(`说明共${length}字，请压缩到${noteLimit}字以内。`)
  return note === '' ? null : note
}
