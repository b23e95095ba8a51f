import { businessDate } from '../../reports/time.ts'
import { changeCommentary } from '../../storage/change-commentaries.ts'
import type { StoredCommentary } from '../../storage/commentaries.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { commentingDivision } from './comment-place.ts'
import { commentAliases } from './comment-words.ts'
import { alreadyIssued, named, stageOf, takeBack, toTheSecond } from './commentary-stage.ts'
import { currentCommentaryRound } from './current-commentary-round.ts'
import { ownCommentary } from './find-commentary.ts'
import { holdTime } from './relay-time.ts'

/** 点评 发布: has a commentary, or the correction of one, sent out after a while. */
export const publishComment = defineCommand({
  name: '点评 发布',
  aliases: commentAliases('发布', 'fb'),
  usage: '/点评 发布 <编号>',
  summary: '发布日点评，45秒后发出',
  roles: ['divisionHead'],
  async run(args, context) {
    const { db, now, message, calendar } = context
    commentingDivision(context)
    const { commentary } = await ownCommentary(args.join(' '), context)
    const { id, version, issued } = commentary
    // Its recall takes the commentary back, also where it only says again what was said.
    const { messageId } = message
    const stage = stageOf(commentary)
    if (stage === 'withdrawn') refuse(`编号${id}已取消，不能发布；请用“/点评 内容”重新起草。`)
    if (stage === 'issued') return [context.reply(alreadyIssued(commentary))]
    if (stage === 'held') {
      await changeCommentary(db, id, { messageId })
      return [tellHold(commentary, commentary.releaseAt!, context)]
    }
    const releaseAt = new Date(now.getTime() + holdTime)
    await changeCommentary(db, id, {
      // However late it goes out, it is of the day and the round in which it was published.
      ...(issued === null && {
        state: 'held',
        date: businessDate(now),
        commentaryRoundId: (await currentCommentaryRound(db, calendar, now)).id,
      }),
      releaseAt,
      messageId,
    })
    await scheduleWakeup(db, releaseAt, `/点评转发 ${id} ${version}`)
    return [tellHold(commentary, releaseAt, context)]
  },
})

/** 点评 取消: takes back a commentary, or the correction of one, that has not been sent out. */
export const cancelComment = defineCommand({
  name: '点评 取消',
  aliases: commentAliases('取消', 'qx'),
  usage: '/点评 取消 <编号>',
  summary: '取消尚未发出的日点评',
  roles: ['divisionHead'],
  async run(args, context) {
    const { commentary } = await ownCommentary(args.join(' '), context)
    const { id, issued } = commentary
    const stage = stageOf(commentary)
    if (stage === 'withdrawn') return [context.reply(`编号${id}已取消，无需重复操作。`)]
    if (stage === 'issued') return [context.reply(alreadyIssued(commentary))]
    await takeBack(context.db, commentary)
    return [
      context.reply(
        issued === null
          ? `${named(commentary)}已取消，未发出。`
          : `${named(commentary)}的更正已取消，原点评不变。`,
      ),
    ]
  },
})

const tellHold = (commentary: StoredCommentary, releaseAt: Date, context: Context): OutgoingMessage =>
  context.reply(
    `${named(commentary)}${commentary.issued === null ? '' : '的更正'}将于${toTheSecond(releaseAt, context.now)}发出；此前撤回点评消息或发送“/点评 取消 ${commentary.id}”，即不发出。`,
  )
