import type { CommentaryKind } from './commentary.ts'
import { headings } from './words.ts'

/** A line of a commentary, or its part behind a heading in brackets. */
export interface Segment {
  text: string
  at: number
  /** Kinds that the heading 小标题 over it states; null where none does. */
  stated: CommentaryKind[] | null
  /** Number of the block that it belongs to: blocks are parted by empty lines. */
  block: number
}

const longestFirst = Object.keys(headings).sort((a, b) => b.length - a.length)
const word = `(?:${longestFirst.join('|')})`
const words = `${word}(?:[、，和及与+/ ]${word}){0,2}`
const marker =
  '(?:[一二三四五六七八九十]{1,3}[、.．是]|\\d{1,2}[、.．]|[（(][一二三四五六七八九十\\d]{1,2}[）)]|[①-⑩])?'
/** 【工作要求】, 表扬：, 一、存在问题, 一是表扬： */
const heading = new RegExp(
  `^\\s*${marker}\\s*(?:[【\\[（(]\\s*(${words})\\s*[】\\]）)](?:[【\\[]\\s*(${word})\\s*[】\\]])?[：:]?|(${words})(?:如下)?(?:[：:]|\\s+|$))`,
)
const boundary = new RegExp(`\\n|(?=【\\s*${words}\\s*】)`)

/**
 * The lines of a text with what their headings state. A heading before words speaks for its line, one that stands alone
 * for all lines to the next heading or empty line.
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  let at = 0
  let block = 0
  let over: CommentaryKind[] | null = null
  for (const part of text.split(boundary)) {
    if (part.trim() === '') {
      block++
      over = null
    } else {
      const found = heading.exec(part)
      const named =
        found === null ? null : `${found[1] ?? found[3]}、${found[2] ?? ''}`.split(/[、，和及与+/ ]/)
      const stated = named?.flatMap(each => headings[each] ?? []) ?? null
      if (stated !== null) over = found![0].length === part.length ? stated : null
      segments.push({ text: part, at, stated: stated ?? over, block })
    }
    at += part.length + (text[at + part.length] === '\n' ? 1 : 0)
  }
  return segments
}
