import { shortDate } from '../time.ts'
import type { Commentary, IssuedCommentary } from './commentary.ts'

/** 危化二处日点评第3期; of a corrected one 危化二处日点评第3期（更正）, and （第2次更正） from the second on. */
export const commentaryTitle = ({
  division,
  number,
  version,
}: Pick<IssuedCommentary, 'division' | 'number' | 'version'>): string =>
  `${division}日点评第${number}期${version === 1 ? '' : `（${correctionPhrase(version)}）`}`

/** 更正, 第2次更正: which correction a version from the second on is. */
export const correctionPhrase = (version: number): string =>
  version === 2 ? '更正' : `第${version - 1}次更正`

/** The head's office 处长, which signs. */
export const headOffice = ({ division }: Pick<Commentary, 'division'>): string => `${division}处长`

/** A commentary as it is relayed: title, what marks it, the text as written, and the office that signs it. */
export function renderCommentary(issued: IssuedCommentary): string {
  const { division, number, date, version, joint, text } = issued
  const marks = [
    version > 1 && '原文更正，以本条为准。',
    joint.length > 0 && `【协同】涉及${joint.join('、')}。`,
  ].filter(mark => mark !== false)
  return [
    `【日点评】${division} 第${number}期（${shortDate(date)}）${version > 1 ? `【${correctionPhrase(version)}】` : ''}`,
    ...marks,
    '',
    text,
    '',
    `——${headOffice(issued)}`,
  ].join('\n')
}
