import { longDate, weekday } from '../time.ts'
import type { IssuedCommentary } from './commentary.ts'
import { commentaryTitle } from './commentary-text.ts'
import type { CommentaryRound } from './rounds.ts'

/** Summary 日点评汇总 of a round: all its commentaries in the order given, each with title and kinds. */
export const renderCommentarySummary = (round: CommentaryRound, commentaries: IssuedCommentary[]): string =>
  [
    `【日点评汇总】${longDate(round.date)}（${weekday(round.date)}）${ordinal(round)}，共${commentaries.length}期`,
    ...commentaries.map(renderOne),
  ].join('\n\n')

/** 第2轮, where the day has several. */
const ordinal = ({ number, ofDay }: CommentaryRound): string => (ofDay === 1 ? '' : `第${number}轮`)

function renderOne(commentary: IssuedCommentary): string {
  const { kinds, joint, text } = commentary
  const marks = [kinds.join('、'), joint.length === 0 ? '' : `协同：${joint.join('、')}`].filter(Boolean)
  return `${commentaryTitle(commentary)}${marks.length === 0 ? '' : `〔${marks.join('；')}〕`}\n${text}`
}

/** 日点评汇总2022-05-18, with the round where the day has several. */
export const summaryFileName = (round: CommentaryRound): string => `日点评汇总${round.date}${ordinal(round)}`
