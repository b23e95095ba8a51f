import { longDate } from '../time.ts'
import { chineseNumeral } from './chinese-numeral.ts'
import { documentNumber, type Letter, letterhead } from './letter.ts'

/** 吉安委办提示函〔2022〕3号 once it has gone out, 稿7 before. */
export const letterName = ({ id, year, number }: Pick<Letter, 'id' | 'year' | 'number'>): string =>
  year === null || number === null ? `稿${id}` : documentNumber({ year, number })

/** The whole letter in plain text, as it reads on a phone. */
export function letterText(letter: Letter): string {
  const { content, date, year, number } = letter
  const { title, addressee, annex, contact } = content
  return [
    ...(year === null || number === null ? [] : [documentNumber({ year, number })]),
    title,
    `${addressee}：`,
    ...bodyLines(letter),
    ...(annex === null ? [] : [`附件：${annex.title}（${annex.rows.length}条）`]),
    letterhead.committee,
    ...(date === null ? [] : [longDate(date)]),
    ...(contact === null ? [] : [`（联系：${contact}）`]),
  ].join('\n')
}

/** The sections with their headings 一、二、…, a paragraph a line. */
function bodyLines({ content: { sections } }: Letter): string[] {
  const headed = sections.filter(({ heading }) => heading !== null)
  return sections.flatMap(section => [
    ...(section.heading === null
      ? []
      : [`${chineseNumeral(headed.indexOf(section) + 1)}、${section.heading}`]),
    ...section.paragraphs,
  ])
}

/** 关于四平市铁东区重大隐患逾期未整改的提示函.docx */
export const letterFileName = ({ content }: Pick<Letter, 'content'>): string => `${content.title}.docx`
