import { forgetTimes } from '../documents/zip-times.ts'
import { footersOf, headersOf } from './docx-frame.ts'
import { corePart, fontPart, stylesPart } from './docx-parts.ts'
import type { Letter } from './letter.ts'
import { doubleLine, lineHeight, margin, mark, paper, pitch, points, twips, typeArea } from './measures.ts'
import { type LetterParagraph, paragraphsOf, type Run } from './paragraphs.ts'
import { styleOf } from './styles.ts'

type Docx = typeof import('docx')

/** A letter as a Word document (.docx); the same letter is the same file, byte for byte. */
export async function renderLetter(letter: Letter): Promise<Buffer> {
  const docx = await import('docx')
  const file = new docx.Document({
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: millimetres(paper.width), height: millimetres(paper.height) },
            margin: {
              top: millimetres(typeArea.top),
              left: millimetres(typeArea.left),
              right: millimetres(margin.right),
              bottom: millimetres(margin.bottom),
              header: millimetres(mark.top),
              footer: millimetres(doubleLine.aboveEdge),
              gutter: 0,
            },
          },
          // Without a type it changes nothing but what the page set-up shows.
          grid: { linePitch: twips(lineHeight) },
        },
        headers: headersOf(docx),
        footers: footersOf(docx),
        children: paragraphsOf(letter).map(paragraph => paragraphOf(docx, paragraph)),
      },
    ],
  })
  const parts = [corePart(letter), stylesPart(), fontPart()]
  return forgetTimes(await docx.Packer.toBuffer(file, false, parts))
}

const millimetres = (length: number) => twips(points(length))

function paragraphOf(docx: Docx, { style, runs, lines, rightIndent, keepsNext }: LetterParagraph) {
  return new docx.Paragraph({
    style,
    ...(rightIndent !== undefined && { indent: { right: twips(rightIndent * pitch) } }),
    ...(keepsNext !== undefined && { keepNext: keepsNext }),
    children:
      lines === undefined
        ? runs.map(run => runOf(docx, run, style))
        : lines.map((text, i) => new docx.TextRun({ text, ...(i > 0 && { break: 1 }) })),
  })
}

/** A run in the face of its paragraph says no face. */
const runOf = (docx: Docx, { text, face }: Run, style: LetterParagraph['style']) =>
  new docx.TextRun({ text, ...(face !== styleOf(style).face && { style: face }) })
