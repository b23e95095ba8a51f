import { cellText } from '../documents/cell-text.ts'
import { longDate } from '../time.ts'
import { chineseNumeral } from './chinese-numeral.ts'
import { documentNumber, type Letter, type LetterSection, letterhead } from './letter.ts'
import { dateIndent, type Face } from './measures.ts'
import { type StyleName, styleOf } from './styles.ts'
import { titleLines } from './title-lines.ts'

/** Words in one face. */
export interface Run {
  text: string
  face: Face
}

/** A paragraph 段落 of a letter, for the document and for its preview. */
export interface LetterParagraph {
  style: StyleName
  runs: Run[]
  /** The title's lines where they are given. */
  lines?: string[]
  /** In characters; instead of the style's. */
  rightIndent?: number
  /** The next one stays on its page; instead of the style's. */
  keepsNext?: boolean
}

/** Where a number 文号 will stand. */
const draftMark = '（送签稿）'
/** The second level of headings （一）, with its sentence. */
const secondLevel = /^[（(][一二三四五六七八九十]{1,3}[）)][^。：:]*[。：:]?/u

/** The elements of a letter in the order of its pages. A draft has no number and no date. */
export function paragraphsOf(letter: Letter): LetterParagraph[] {
  const { content, year, number, date } = letter
  const sent = year !== null && number !== null
  const annexTitle = content.annex === null ? '' : oneLine(content.annex.title)
  const contact = oneLine(content.contact ?? '')
  const body = bodyOf(content.sections)
  // The signature never stands on a page without a line of the text.
  const last = body.at(-1)
  if (last !== undefined) last.keepsNext = true
  return [
    paragraph('number', sent ? documentNumber({ year, number }) : draftMark),
    titled('title', oneLine(content.title)),
    paragraph('addressee', `${oneLine(content.addressee).replace(/[：:]$/, '')}：`),
    ...body,
    ...(content.annex === null ? [] : [paragraph('annexNote', `附件：${annexTitle}`)]),
    ...keptTogether([
      ...signatureOf(sent && date !== null ? longDate(date) : null),
      ...(contact === '' ? [] : [paragraph('note', `（联系：${contact}）`)]),
    ]),
    ...(content.annex === null
      ? []
      : [
          paragraph('annexMark', '附件'),
          titled('annexTitle', annexTitle),
          ...content.annex.rows.map((row, i) => paragraph('body', `${i + 1}.${oneLine(row)}`)),
        ]),
  ]
}

const paragraph = (style: StyleName, text: string): LetterParagraph => ({
  style,
  runs: [{ text, face: styleOf(style).face }],
})

const titled = (style: StyleName, text: string): LetterParagraph => ({
  ...paragraph(style, text),
  lines: titleLines(text),
})

function bodyOf(sections: LetterSection[]): LetterParagraph[] {
  let ordinal = 0
  return sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [paragraph('heading', `${chineseNumeral(++ordinal)}、${oneLine(heading)}`)]),
    ...paragraphs.flatMap(linesOf).map(bodyParagraph),
  ])
}

function bodyParagraph(text: string): LetterParagraph {
  const lead = secondLevel.exec(text)?.[0]
  if (lead === undefined) return paragraph('body', text)
  const rest = text.slice(lead.length)
  return {
    style: 'body',
    runs: [{ text: lead, face: 'kai' }, ...(rest === '' ? [] : [{ text: rest, face: 'fangsong' as const }])],
  }
}

/** 7.3.5.2: how far from the margin the signature of a letter without a seal stands, in characters. */
const undatedIndent = 2

/** The signature stands above the middle of the date. */
function signatureOf(date: string | null): LetterParagraph[] {
  const signature = paragraph('signature', letterhead.committee)
  if (date === null) return [{ ...signature, rightIndent: undatedIndent }]
  const room = dateIndent + (width(date) - width(letterhead.committee)) / 2
  return [{ ...signature, rightIndent: Math.max(0, room) }, paragraph('date', date)]
}

/** On one page. */
const keptTogether = (paragraphs: LetterParagraph[]): LetterParagraph[] =>
  paragraphs.map((paragraph, i) => ({ ...paragraph, keepsNext: i < paragraphs.length - 1 }))

/** In characters; a digit takes half of one. */
const width = (text: string) => text.length - (text.match(/\d/g)?.length ?? 0) / 2

/** A text's lines that are not empty, each a paragraph by itself; a number 9-1 stands on one line. */
const linesOf = (text: string): string[] =>
  cellText(text)
    .split('\n')
    .map(line =>
      line
        .replace(/\t/g, ' ')
        .replace(/(?<=\d)-(?=\d)/g, '\u2011')
        .trim(),
    )
    .filter(line => line !== '')

const oneLine = (text: string): string => linesOf(text).join('')
