import { shorten } from '../../reports/daily/phrases.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import type { RevisablePart } from '../../reports/letter/letter-basis.ts'
import { letterParts } from '../../reports/letter/letter-parts.ts'
import { letterText } from '../../reports/letter/letter-text.ts'
import type { Context } from '../command.ts'
import type { Choice, OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { letterSubject } from '../subjects.ts'
import { letterFile, letterPictures } from './letter-files.ts'
import { letterNotes } from './letter-notes.ts'
import { signingChoices, toSigners } from './signers.ts'

/** Characters of a letter that a preview quotes, and who is to sign reads. */
const excerpt = { preview: 240, signing: 1500 }
/** Pages shown as pictures at most; the document has them all. */
const pictures = { preview: 3, signing: 2 }

interface Preview {
  /** A line in front. */
  because?: string
  /** What has been left out, and why. */
  left?: string[]
  /** The part that was changed, which alone is shown. */
  part?: RevisablePart
  /** With its pages as pictures. */
  pages?: boolean
}

/** Shows a draft: an excerpt, to whom it goes, what stands in its way, and what can be done with it. */
export async function previewLetter(
  letter: Letter,
  context: Context,
  { because, left = [], part, pages = false }: Preview = {},
): Promise<OutgoingMessage[]> {
  const { id } = letter
  const lines = [
    ...(because === undefined ? [] : [because]),
    `拟发提示函（稿${id}${versionText(letter)}）`,
    '────',
    part === undefined ? shorten(letterText(letter), excerpt.preview) : partText(letter, part),
    '────',
    ...(pages ? restText(letter, pictures.preview) : []),
    ...(left.length === 0 ? [] : [`${left.join('；')}，未列入。`]),
    ...(await letterNotes(letter, context)),
    `如需修改：/提示函 修改 ${id} 标题、正文、依据、要求或期限 新内容`,
  ]
  const { to } = context.reply('')
  const subject = letterSubject(id)
  return [
    ...(pages ? pagesOf(letter, pictures.preview) : []).map(
      (file): OutgoingMessage => ({ to, file, subject }),
    ),
    context.reply(lines.join('\n'), { subject, choices: draftChoices(id) }),
  ]
}

/** What can be done with a draft. */
export const draftChoices = (id: number): Choice[] => [
  { label: '送签', command: `/提示函 送签 ${id}` },
  { label: '修改', command: `/提示函 修改 ${id}` },
  { label: '取消', command: `/提示函 取消 ${id}` },
]

/**
 * What the leaders 厅领导 see who are to sign: the document, its pages, its text, and what they may tap. `part`: the one
 * that a leader has just changed, which alone is shown.
 */
export async function signingRequest(
  letter: Letter,
  context: Context,
  part?: RevisablePart,
): Promise<OutgoingMessage[]> {
  const { id, drafter, version } = letter
  const text = [
    `【待签发】提示函稿${id}${version === 1 ? '' : `（第${version}版）`}，起草：${drafter}`,
    ...returnedText(letter),
    ...(part === undefined ? restText(letter, pictures.signing) : []),
    ...(await letterNotes(letter, context)),
    '────',
    part === undefined ? shorten(letterText(letter), excerpt.signing) : partText(letter, part),
  ].join('\n')
  const common = { priority: 'letter', subject: letterSubject(id) } as const
  const files = part === undefined ? [letterFile(letter), ...pagesOf(letter, pictures.signing, true)] : []
  return toSigners(context).flatMap((to): OutgoingMessage[] => [
    ...files.map(file => ({ ...common, to, file })),
    { ...common, to, text, ...signingChoices(id, context) },
  ])
}

/** The first pages, with the document where there are more. */
function pagesOf(letter: Letter, most: number, hasDocument = false) {
  const all = letterPictures(letter)
  return all.length <= most || hasDocument ? all.slice(0, most) : [...all.slice(0, most), letterFile(letter)]
}

/** 共5页，其余见附件。 */
function restText(letter: Letter, shown: number): string[] {
  const pages = letterPictures(letter).length
  return pages <= shown ? [] : [`全文共${pages}页，其余见附件。`]
}

const versionText = ({ version }: Letter): string => (version === 1 ? '' : `，第${version}版`)

/** Why it had been sent back, and what has been changed upon it. */
function returnedText({ basis: { returned, changed } }: Letter): string[] {
  if (returned === null) return []
  const { by, at, reason } = returned
  const changes = changed.length === 5 ? '已全文重拟' : `已修改：${changed.join('、')}`
  return [
    `${by}${momentText(new Date(at))}退回${reason === '' ? '' : `：${reason}`}`,
    changed.length === 0 ? '退回后未作修改' : changes,
  ]
}

/** One part in full, as it reads now. */
function partText({ content }: Letter, part: RevisablePart): string {
  if (part === '标题') return content.title
  const section =
    part === '期限'
      ? content.sections.at(-1)
      : content.sections.find(({ heading }) => heading === letterParts[part])
  return [...(section?.heading ? [section.heading] : []), ...(section?.paragraphs ?? [])].join('\n')
}
