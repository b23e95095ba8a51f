import { fromBufferPromise } from 'yauzl'
import { renderLetter } from '../../../reports/letter/docx.ts'
import type { Letter } from '../../../reports/letter/letter.ts'

/** The parts of a letter's document by path. */
export async function partsOf(letter: Letter): Promise<Map<string, string>> {
  const archive = await fromBufferPromise(await renderLetter(letter))
  const parts = new Map<string, string>()
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk)
    parts.set(entry.fileName, Buffer.concat(chunks).toString())
  }
  return parts
}

/** The paragraphs of a part: style, direct properties, text. */
export const paragraphsOf = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1],
    xml: inner,
    text: [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? '/').join(''),
  }))
