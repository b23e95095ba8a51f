import { businessDate } from '../../reports/time.ts'
import { addDraft } from '../../storage/change-commentaries.ts'
import { type Command, defineCommand } from '../command.ts'
import { textAfter } from '../text-after.ts'
import { setChaseTime } from './chase-time.ts'
import { correctComment } from './comment-correct.ts'
import { commentingDivision } from './comment-place.ts'
import { cancelComment, publishComment } from './comment-publish.ts'
import { reviseComment, stateKinds } from './comment-revise.ts'
import { commentState } from './comment-state.ts'
import { commentWords } from './comment-words.ts'
import { readCommentaryName } from './named-commentary.ts'
import { previewCommentary } from './preview-commentary.ts'
import { readDraft } from './read-draft.ts'

/** Commands whose second word may stand without a space: 点评更正：第1期 …. What only begins with it is a draft. */
const siblings: Command[] = [
  publishComment,
  reviseComment,
  stateKinds,
  cancelComment,
  correctComment,
  setChaseTime,
  commentState,
]

/** 点评: drafts a commentary 日点评 and shows it to its author; nothing is sent out before he says so. */
export const comment = defineCommand({
  name: '点评',
  aliases: ['dp'],
  usage: '/点评 内容',
  summary: '起草日点评，预览后发布',
  roles: ['divisionHead'],
  takesText: true,
  async run(_args, context) {
    const { db, sender, message, now, directory } = context
    const division = commentingDivision(context)
    const divisions = directory.roster.divisions.map(({ name }) => name)
    for (const each of siblings) {
      const word = each.name.slice('点评 '.length)
      const said = textAfter([commentWords, [word]], context.text)
      if (readCommentaryName(said, divisions) !== null) return each.run(said.split(/\s+/), context)
    }
    const read = await readDraft(textAfter([commentWords], context.text), division, context)
    const { text, kinds, references, joint, asked } = read
    const id = await addDraft(
      db,
      {
        division: division.name,
        date: businessDate(now),
        author: sender.name,
        text,
        kinds,
        references,
        joint,
        asked,
        messageId: message.messageId,
      },
      now,
    )
    return [await previewCommentary(id, read, context)]
  },
})
