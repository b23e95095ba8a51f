import { type CommentaryKind, commentaryKinds } from './commentary.ts'
import type { Segment } from './segments.ts'
import {
  goodWishes,
  plainPraise,
  plainProblem,
  praise,
  problem,
  question,
  questionedProblem,
  refusedPraise,
  requirement,
  solvedProblem,
  waivedRequirement,
} from './words.ts'

/** What a commentary does: as its headings state, and where there is none, as its words tell. */
export function findKinds(segments: Segment[]): CommentaryKind[] {
  const found = new Set(segments.flatMap(({ stated, text }) => stated ?? recogniseKinds(text)))
  return commentaryKinds.filter(kind => found.has(kind))
}

/** Whether words require or ask something 要求, 提问. */
export function requires(text: string): boolean {
  const rest = text.replace(waivedRequirement, '').replace(goodWishes, '')
  return requirement.test(rest) || question.test(rest)
}

/** Clause by clause, so that a requirement's 未 and 问题 do not count as a problem pointed out, nor a negated word as said. */
export function recogniseKinds(text: string): CommentaryKind[] {
  const kinds: CommentaryKind[] = []
  for (const clause of text.split(/[，,。；;！!：:]|(?<=[？?])/)) {
    const required = requires(clause)
    const praised = clause.replace(refusedPraise, '')
    const blamed = clause.replace(solvedProblem, '')
    if ((required ? plainPraise : praise).test(praised)) kinds.push('表扬')
    if ((required ? plainProblem : problem).test(blamed) || questionedProblem.test(clause))
      kinds.push('指出问题')
    else if (praised !== clause && !required) kinds.push('指出问题')
    if (required) kinds.push('工作要求')
  }
  return kinds
}
