import { letterhead } from './letter.ts'
import { doubleLine, margin, pageNumber, paper, points, red, size, twips, typeArea } from './measures.ts'

type Docx = typeof import('docx')

/** Free space between the page number's line and the edge that all footers share, in points. */
const belowPageNumber = points(margin.bottom - pageNumber.below - doubleLine.aboveEdge) - size.pageNumber / 2

/** Above the text 版头: on the first page the issuer's mark and the double line, thick above thin. */
export const headersOf = (docx: Docx) => ({
  first: new docx.Header({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        indent: acrossPaper,
        spacing: exactly(docx, size.mark),
        border: { bottom: redLine(docx, doubleLine.thick, points(doubleLine.belowMark)) },
        children: [new docx.TextRun({ text: letterhead.committee, style: 'mark' })],
      }),
      ruled(docx, doubleLine.gap, doubleLine.thin),
    ],
  }),
})

/** Below the text: on the first page the double line, thin above thick, on the others their number. */
export const footersOf = (docx: Docx) => ({
  first: new docx.Footer({
    children: [ruled(docx, 1, doubleLine.thin), ruled(docx, doubleLine.gap, doubleLine.thick)],
  }),
  default: numbered(docx, 'right'),
  even: numbered(docx, 'left'),
})

const numbered = (docx: Docx, side: 'left' | 'right') =>
  new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: side,
        indent: { [side]: twips(pageNumber.indent * size.pageNumber) },
        spacing: exactly(docx, size.pageNumber),
        children: [new docx.TextRun({ style: 'page', children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
      }),
      new docx.Paragraph({ spacing: exactly(docx, belowPageNumber) }),
    ],
  })

/** An empty paragraph of a height, in points, with a red line below it. */
const ruled = (docx: Docx, height: number, thickness: number) =>
  new docx.Paragraph({
    indent: acrossPaper,
    spacing: exactly(docx, height),
    border: { bottom: redLine(docx, thickness, 0) },
  })

/*
 * The double line is two borders, as “thick and thin” is drawn one way or the other by different programs. They are longer
 * than the type area: both ends lie outside of it.
 */
const acrossPaper = {
  left: -twips(points(typeArea.left - (paper.width - doubleLine.length) / 2)),
  right: -twips(points(margin.right - (paper.width - doubleLine.length) / 2)),
}

const redLine = (docx: Docx, thickness: number, space: number) => ({
  style: docx.BorderStyle.SINGLE,
  color: red,
  // Eighths of a point, and whole points.
  size: thickness * 8,
  space: Math.round(space),
})

const exactly = (docx: Docx, height: number) => ({ line: twips(height), lineRule: docx.LineRuleType.EXACT })
