import { parseMessage } from '../../../reports/intake/parse-message.ts'
import type { IntakeMessage, ParsedMessage } from '../../../reports/intake/parsed-message.ts'
import { createGazetteer } from '../../../reports/intake/units/gazetteer.ts'
import { roster } from './roster.ts'

export const gazetteer = createGazetteer(roster)

/** What intake makes of a text: by default 铁东区's officer's, in 四平市's group, on 18 May 2022, 14:20. */
export const hear = (text: string, hints: Partial<IntakeMessage> = {}): ParsedMessage =>
  parseMessage(
    {
      text,
      at: '2022-05-18T14:20:00+08:00',
      room: '四平市日报报送群',
      from: '四平市铁东区报送员',
      ...hints,
    },
    gazetteer,
  )

/** The answers that a faulty message gets. */
export const faults = (text: string, hints: Partial<IntakeMessage> = {}): string[] =>
  hear(text, hints).problems.map(({ message }) => message)
