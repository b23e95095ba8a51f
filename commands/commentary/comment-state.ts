import { correctionPhrase } from '../../reports/commentary/commentary-text.ts'
import { commentariesBy, type StoredCommentary } from '../../storage/commentaries.ts'
import { commentaryRoundById } from '../../storage/commentary-rounds.ts'
import { conversationsTold, messagesAbout } from '../../storage/outbox-subjects.ts'
import { type Context, defineCommand, operators, refuse } from '../command.ts'
import { addressee, conversation } from '../conversation.ts'
import { laterText, momentText } from '../moment-text.ts'
import { commentarySubject } from '../subjects.ts'
import { readAnswerStanding } from './answer-standing.ts'
import { commentAliases } from './comment-words.ts'
import { named, stageOf, toTheSecond } from './commentary-stage.ts'
import { namedCommentary } from './find-commentary.ts'
import { takesCommentaries } from './relay-mode.ts'

/** 点评 状态: where a commentary has arrived and where not, who has answered and who has not. */
export const commentState = defineCommand({
  name: '点评 状态',
  aliases: commentAliases('状态', 'zt'),
  usage: '/点评 状态 [编号]',
  summary: '查看日点评的发送和回应情况',
  roles: ['divisionHead', ...operators],
  async run(args, context) {
    const { db, sender } = context
    const commentary =
      args.length === 0
        ? ((await commentariesBy(db, sender.name, 1))[0] ?? refuse('请写明点评编号，例如“/点评 状态 12”。'))
        : (await namedCommentary(args.join(' '), context)).commentary
    if (commentary.author !== sender.name && !operators.includes(sender.role))
      refuse(`编号${commentary.id}由${commentary.author}起草，其状态由本人和值班员查看。`)
    return [context.reply((await describe(commentary, context)).join('\n'))]
  },
})

async function describe(commentary: StoredCommentary, context: Context): Promise<string[]> {
  const { id, issued, releaseAt } = commentary
  const stage = stageOf(commentary)
  const next = {
    draft: `待发布，发布请发送“/点评 发布 ${id}”`,
    held: releaseAt === null ? '' : `将于${toTheSecond(releaseAt, context.now)}发出`,
    withdrawn: '已取消，未发出',
    issued: '',
  }[stage]
  if (issued === null) return [`${named(commentary)}：${next}。`]
  const sentOut = new Date(issued.issuedAt)
  const correction = issued.version === 1 ? '' : `（${correctionPhrase(issued.version)}）`
  return [
    `${named(commentary)}${correction}：${momentText(sentOut)}发出。`,
    ...(await describeRooms(commentary, sentOut, context)),
    ...(await describeWaiting(commentary, sentOut, context)),
    ...(await describeAnswers(commentary, context)),
    ...(next === '' ? [] : [`更正稿：${next}。`]),
  ]
}

/** One line a group: 处长工作群：16:53已发. */
async function describeRooms(
  { issued }: StoredCommentary,
  sentOut: Date,
  { db }: Context,
): Promise<string[]> {
  const messages = await messagesAbout(db, commentarySubject(issued!))
  return [...Map.groupBy(messages, ({ conversation }) => conversation)].map(([conversation, parts]) => {
    const to = addressee(conversation)
    return `${'room' in to ? to.room : to.person}：${stateOf(parts, sentOut)}`
  })
}

/** Groups to which it has not gone yet wait for the summary of the round 汇总. */
async function describeWaiting(
  { issued, commentaryRoundId }: StoredCommentary,
  sentOut: Date,
  { db, directory }: Context,
): Promise<string[]> {
  const round = await commentaryRoundById(db, commentaryRoundId!)
  if (round?.state !== 'open') return []
  const told = await conversationsTold(db, commentarySubject(issued!))
  return directory.roster.rooms
    .filter(room => takesCommentaries(room) && !told.includes(conversation({ room: room.name })))
    .map(({ name }) => `${name}：待${laterText(round.endsAt, sentOut)}随汇总发送`)
}

/** What became of text and cards together: the worst that happened to any of them. */
function stateOf(parts: Awaited<ReturnType<typeof messagesAbout>>, sentOut: Date): string {
  const count = (...states: (typeof parts)[number]['state'][]) =>
    parts.filter(({ state }) => states.includes(state)).length
  if (count('failed') > 0) return `${count('failed')}条未发出，请联系值班员补发`
  if (count('unconfirmed') > 0) return `${count('unconfirmed')}条是否发出未确认，请到群内查看`
  if (count('waiting', 'sending') > 0) {
    const tries = Math.max(...parts.map(({ state, attempts }) => (state === 'waiting' ? attempts : 0)))
    return tries === 0 ? '待发' : `待发（已重试${tries}次）`
  }
  const last = parts
    .map(({ sentAt }) => sentAt)
    .filter(at => at !== null)
    .sort()
    .at(-1)
  return last === undefined ? '已发' : `${laterText(new Date(last), sentOut)}已发`
}

async function describeAnswers(commentary: StoredCommentary, { db, now }: Context): Promise<string[]> {
  const { answers, missing } = await readAnswerStanding(db, commentary)
  const { chaseAt } = commentary
  const chase =
    chaseAt === null || missing.length === 0 || chaseAt <= now ? '' : `（${momentText(chaseAt)}催复）`
  const latest = new Map(answers.map(({ unit, at }) => [unit, at]))
  return [
    ...(latest.size === 0
      ? []
      : [`已回应：${[...latest].map(([unit, at]) => `${unit}（${momentText(at)}）`).join('、')}`]),
    ...(missing.length === 0 ? [] : [`未回应：${missing.join('、')}${chase}`]),
  ]
}
