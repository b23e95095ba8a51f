import {
  belowDoubleLine,
  dateIndent,
  type Face,
  firstIndent,
  lineHeight,
  sealLines,
  size,
  titleLines,
} from './measures.ts'

/** How a kind of paragraph 段落 is set. Lengths in points, indents in characters of 3号. */
interface ParagraphStyle {
  /** As Word shows it. */
  name: string
  face: Face
  size: number
  line: number
  above?: number
  below?: number
  align: 'left' | 'center' | 'right' | 'both'
  /** Of all lines but the first. */
  indent?: number
  firstIndent?: number
  rightIndent?: number
  /** No page ends with it. */
  keepsNext?: boolean
  beginsPage?: boolean
}

/** The body's 仿宋 in 3号, from which the others differ. */
const body = { face: 'fangsong', size: size.body, line: lineHeight, align: 'both' } as const

/** The elements of a letter 公文要素, by the clauses of GB/T 9704-2012 that tell where they stand. */
export const styles = {
  /** 10.1. Its line is no higher than its characters, as its distance to the double line counts from them. */
  number: { ...body, name: '发文字号', line: size.body, above: belowDoubleLine, align: 'right' },
  /** 7.3.1, 10.1 */
  title: {
    ...body,
    name: '公文标题',
    face: 'biaosong',
    size: size.title,
    align: 'center',
    above: titleLines.above * lineHeight,
    below: titleLines.below * lineHeight,
    keepsNext: true,
  },
  /** 7.3.2 */
  addressee: { ...body, name: '主送机关', align: 'left', keepsNext: true },
  /** 7.3.3 */
  body: { ...body, name: '公文正文', firstIndent },
  /** 7.3.3: the first level 一、 */
  heading: { ...body, name: '一级标题', face: 'hei', firstIndent, keepsNext: true },
  /** 7.3.4: one line below the body; its name's lines begin below one another. */
  annexNote: {
    ...body,
    name: '附件说明',
    align: 'left',
    above: lineHeight,
    indent: firstIndent + 3,
    firstIndent,
    keepsNext: true,
  },
  /** 7.3.5.1. Its right indent depends on the date, above whose middle it stands. */
  signature: {
    ...body,
    name: '发文机关署名',
    align: 'right',
    above: sealLines * lineHeight,
  },
  /** 7.3.5.1 */
  date: { ...body, name: '成文日期', align: 'right', rightIndent: dateIndent },
  /** 7.3.6 */
  note: { ...body, name: '附注', firstIndent },
  /** 7.3.7: on a page of its own, on its first line. */
  annexMark: { ...body, name: '附件', face: 'hei', align: 'left', beginsPage: true, keepsNext: true },
  /** 7.3.7: on the third line. */
  annexTitle: {
    ...body,
    name: '附件标题',
    face: 'biaosong',
    size: size.title,
    align: 'center',
    above: lineHeight,
    below: lineHeight,
    keepsNext: true,
  },
} as const satisfies Record<string, ParagraphStyle>

export type StyleName = keyof typeof styles

/** The style of that name, with all that it may tell. */
export const styleOf = (name: StyleName): ParagraphStyle => styles[name]
