import { changeCommentary } from '../../storage/change-commentaries.ts'
import { defineCommand, refuse } from '../command.ts'
import { textAfter } from '../text-after.ts'
import { commentingDivision } from './comment-place.ts'
import { commentAliases, commentWords } from './comment-words.ts'
import { named, stageOf } from './commentary-stage.ts'
import { ownCommentary } from './find-commentary.ts'
import { previewCommentary } from './preview-commentary.ts'
import { readDraft } from './read-draft.ts'

/** 点评 更正: drafts the next version of a commentary that was sent out; as such it goes wherever that went. */
export const correctComment = defineCommand({
  name: '点评 更正',
  aliases: commentAliases('更正', 'gz'),
  usage: '/点评 更正 <编号> 更正后的全文',
  summary: '更正已发出的日点评',
  roles: ['divisionHead'],
  async run(args, context) {
    const division = commentingDivision(context)
    const said = textAfter([commentWords, ['更正', 'gz']], context.text) || args.join(' ')
    const { commentary, rest } = await ownCommentary(said, context)
    const { id, issued, version } = commentary
    const isHeld = stageOf(commentary) === 'held'
    if (issued === null)
      return stageOf(commentary) === 'withdrawn'
        ? refuse(`编号${id}已取消，请用“/点评 内容”重新起草。`)
        : refuse(`${named(commentary)}尚未发出，请发送“/点评 修改 ${id} 修改后的全文”。`)
    if (rest === '') return [context.reply(`请发送“/点评 更正 ${id} 更正后的全文”。`)]
    const read = await readDraft(rest, division, context)
    if (read.text === issued.text) refuse(`与${named(commentary)}已发内容相同，无需更正。`)
    await changeCommentary(context.db, id, {
      text: read.text,
      kinds: read.kinds,
      references: read.references,
      joint: read.joint,
      version: version === issued.version ? version + 1 : version,
      releaseAt: null,
      messageId: context.message.messageId,
    })
    return [await previewCommentary(id, read, context, isHeld)]
  },
})
