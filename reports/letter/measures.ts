/*
 * The measures of a letter 信函格式 after GB/T 9704-2012 党政机关公文格式; each names its clause. The document and its
 * preview are both laid out by them. Lengths in millimetres where the standard has them so, else in points 磅.
 */

/** Points of a length in millimetres. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4
/** Twips 缇, twentieths of a point, whole as the document wants them. */
export const twips = (lengthInPoints: number): number => Math.round(lengthInPoints * 20)

/** 5.1: A4, in millimetres. */
export const paper = { width: 210, height: 297 } as const

/** 5.2.1: upper margin 天头 and left margin 订口 (±1), and the type area 版心, in millimetres. */
export const typeArea = { top: 37, left: 28, width: 156, height: 225 } as const
/** What the type area leaves, in millimetres. */
export const margin = {
  right: paper.width - typeArea.left - typeArea.width,
  bottom: paper.height - typeArea.top - typeArea.height,
} as const

/** 5.2.3: lines a page 行数 and characters a line 字数. */
export const grid = { lines: 22, characters: 28 } as const

/** Sizes 字号 in points: 3号 5.2.2, 2号 7.3.1, 4号 7.5. That of the issuer's mark is left to the office by 10.1. */
export const size = { body: 16, title: 22, pageNumber: 14, mark: 32 } as const

/** 5.2.3: from line to line 行距, exact, in points: 22 lines fit the type area, and 23 do not. */
export const lineHeight = 28

/**
 * 5.2.3: from character to character 字距 in points. 28 characters of 16 points are wider than 156 mm, so they are set
 * a quarter of a point closer, as far as a document can tell: 15.75.
 */
export const pitch = Math.floor((points(typeArea.width) / grid.characters) * 20) / 20

/** 7.3.3: a paragraph's first line is indented 左空二字, in characters. */
export const firstIndent = 2

/** 7.3.5.1: what stays free right of the date 成文日期 of a letter that is sealed 加盖印章, in characters. */
export const dateIndent = 4
/**
 * 7.3.5.1: free lines above the signature 署名. The seal, 42 mm, is pressed on signature and date; its upper edge lies within one
 * line of the text.
 */
export const sealLines = 2

/** 10.1: the issuer's mark 发文机关标志, red, its upper edge so far from that of the paper, in millimetres. */
export const mark = { top: 30 } as const

/**
 * 10.1: the red double lines 红色双线: so long, centred on the paper, the upper one so far below the mark, the lower one so far
 * above the paper's lower edge, in millimetres. How thick they are is left open: in points.
 */
export const doubleLine = {
  length: 170,
  belowMark: 4,
  aboveEdge: 20,
  thick: 2.25,
  gap: 1.5,
  thin: 0.75,
} as const
/** How high a double line is, in points. */
const doubleLineHeight = doubleLine.thick + doubleLine.gap + doubleLine.thin

/** 10.1: the number 发文字号 is 7/8 of a 3号 character below the double line, in points. */
export const belowDoubleLine = (size.body * 7) / 8

/** 10.1: free lines above the title 标题; 7.3.2: and below it. */
export const titleLines = { above: 2, below: 1 } as const

/**
 * 7.5: the dashes 一字线 of the page number 页码 lie so far below the type area, in millimetres; and it stands one character
 * from the margin, on the right of odd pages, on the left of even ones. 10.1: the first page has none.
 */
export const pageNumber = { below: 7, indent: 1 } as const

/** Where the text of the first page begins, below the mark and the double line, in points from the paper's edge. */
export const firstPageTop = points(mark.top + doubleLine.belowMark) + size.mark + doubleLineHeight

/** 10.1, 6.2: red, the printer's 80% yellow and magenta come near to it on a screen. */
export const red = 'D7000F'

/**
 * Faces 字体 by name, and what takes the place of one that a machine has not. 5.2.2 仿宋; 7.3.1, 10.1 小标宋; 7.3.3 黑体 and
 * 楷体 for headings; 7.5 宋体. They are named, not embedded.
 */
export const faces = {
  fangsong: { name: '仿宋_GB2312', instead: '仿宋' },
  biaosong: { name: '方正小标宋简体', instead: '华文中宋' },
  hei: { name: '黑体', instead: 'SimHei' },
  kai: { name: '楷体_GB2312', instead: '楷体' },
  song: { name: '宋体', instead: 'SimSun' },
} as const
export type Face = keyof typeof faces
