import { type CommentaryKind, commentaryKinds } from '../../reports/commentary/commentary.ts'
import { changeCommentary } from '../../storage/change-commentaries.ts'
import type { StoredCommentary } from '../../storage/commentaries.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { textAfter } from '../text-after.ts'
import { commentingDivision } from './comment-place.ts'
import { commentAliases, commentWords } from './comment-words.ts'
import { named, stageOf } from './commentary-stage.ts'
import { ownCommentary } from './find-commentary.ts'
import { previewCommentary } from './preview-commentary.ts'
import { readDraft } from './read-draft.ts'

/** 点评 修改: replaces the text of what has not been sent out. One that is held becomes a draft again. */
export const reviseComment = defineCommand({
  name: '点评 修改',
  aliases: commentAliases('修改', 'xg'),
  usage: '/点评 修改 <编号> 修改后的全文',
  summary: '修改尚未发出的日点评',
  roles: ['divisionHead'],
  async run(args, context) {
    const division = commentingDivision(context)
    const said = textAfter([commentWords, ['修改', 'xg']], context.text) || args.join(' ')
    const { commentary, rest } = await unsent(said, context)
    if (rest === '') {
      const paused = await pause(commentary, context)
      return [context.reply(`${paused}请发送“/点评 修改 ${commentary.id} 修改后的全文”。`)]
    }
    const read = await readDraft(rest, division, context)
    const { text, kinds, references, joint, asked } = read
    await changeCommentary(context.db, commentary.id, {
      text,
      kinds,
      references,
      joint,
      ...asDraft(commentary, context),
      // What is asked stands as it was sent out, until the correction is.
      ...(commentary.issued === null && { asked }),
    })
    return [await previewCommentary(commentary.id, read, context, stageOf(commentary) === 'held')]
  },
})

/** 点评 性质: states what the commentary does, where it was not recognised. */
export const stateKinds = defineCommand({
  name: '点评 性质',
  aliases: commentAliases('性质', 'xz'),
  usage: '/点评 性质 <编号> 表扬、指出问题、工作要求',
  summary: '注明日点评的性质',
  roles: ['divisionHead'],
  async run(args, context) {
    const division = commentingDivision(context)
    const { commentary, rest } = await unsent(args.join(' '), context)
    const kinds = readKinds(rest)
    await changeCommentary(context.db, commentary.id, { kinds, ...asDraft(commentary, context) })
    const read = await readDraft(commentary.text, division, context)
    return [await previewCommentary(commentary.id, read, context, stageOf(commentary) === 'held')]
  },
})

/** One's own commentary, or correction, that has not been sent out. */
async function unsent(text: string, context: Context) {
  const found = await ownCommentary(text, context)
  const { commentary } = found
  const stage = stageOf(commentary)
  if (stage === 'issued')
    refuse(`${named(commentary)}已发出；如需更正，请发送“/点评 更正 ${commentary.id} 更正后的全文”。`)
  if (stage === 'withdrawn') refuse(`编号${commentary.id}已取消，请用“/点评 内容”重新起草。`)
  return found
}

/** What every change of a draft changes: it is held no more, and the recall of this message takes it back as well. */
const asDraft = ({ issued }: StoredCommentary, { message: { messageId } }: Context) => ({
  ...(issued === null && { state: 'draft' as const }),
  releaseAt: null,
  messageId,
})

/** Who wants to change what is about to be sent out must not be overtaken by it. */
async function pause(commentary: StoredCommentary, context: Context): Promise<string> {
  if (stageOf(commentary) !== 'held') return ''
  await changeCommentary(context.db, commentary.id, asDraft(commentary, context))
  return '已暂停发布。'
}

function readKinds(text: string): CommentaryKind[] {
  const written = text.split(/[\s、,，/和]+/).filter(word => word !== '')
  const kinds = commentaryKinds.filter(kind => written.includes(kind))
  if (written.length === 0 || written.some(word => !kinds.some(kind => kind === word)))
    refuse(`性质请从${commentaryKinds.join('、')}中选择，可多选。`)
  return kinds
}
