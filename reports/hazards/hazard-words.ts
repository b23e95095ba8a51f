import { faultSynonyms, fillers, markSynonyms, verbSynonyms } from './synonyms-faults.ts'
import { mineSynonyms } from './synonyms-mines.ts'
import { placeSynonyms } from './synonyms-places.ts'
import { plantSynonyms } from './synonyms-plants.ts'
import { broaderThings, commonParts, thingSynonyms } from './synonyms-things.ts'

/**
 * What a word of a hazard 隐患 is: a `thing` 物件, a `place` 部位, a `fault` 毛病, a `verb` that a negation turns into a
 * fault (校验: 未校验), a `negation`, a `done` 已, a `poor` word that says of a verb that it is badly done 不及时, or a
 * `filler` that tells nothing.
 */
export interface Meaning {
  kind: 'thing' | 'place' | 'fault' | 'verb' | 'negation' | 'done' | 'poor' | 'filler'
  /** The one word that stands for all its synonyms. */
  word: string
}

const meanings = new Map<string, Meaning[]>()
const add = (kind: Meaning['kind'], table: string) => {
  for (const line of table.trim().split('\n')) {
    const words = line.trim().split(/\s+/)
    for (const each of words) {
      const before = meanings.get(each)
      if (before === undefined) meanings.set(each, [{ kind, word: words[0]! }])
      else if (before.every(other => other.kind !== kind || other.word !== words[0]))
        before.push({ kind, word: words[0]! })
    }
  }
}
for (const table of [thingSynonyms, plantSynonyms, mineSynonyms]) add('thing', table)
add('place', placeSynonyms)
add('fault', faultSynonyms)
add('verb', verbSynonyms)
add('negation', markSynonyms.negation)
add('done', markSynonyms.done)
add('poor', markSynonyms.poor)
add('filler', fillers)
const longest = Math.max(...[...meanings.keys()].map(({ length }) => length))

const broader = new Map(
  broaderThings
    .trim()
    .split('\n')
    .flatMap(line => {
      const [whole, ...kinds] = line.trim().split(/\s+/)
      return kinds.map(kind => [kind, whole!] as const)
    }),
)

/** Whether two things are one, or one is a kind of the other: 电工 is one of the 特种作业人员. */
export const isSameThing = (a: string, b: string): boolean =>
  a === b || broader.get(a) === b || broader.get(b) === a

const common = new Set(commonParts.trim().split(/\s+/))

/** Whether many things have such a part or paper 通用部件, so that its owner tells which it is. */
export const isCommonPart = (thing: string): boolean => common.has(thing)

/** A word of the tables with what it may mean, or a character that is in none of them. */
type Word = { known: Meaning[] } | { unknown: string }

/** Cuts a text at the words of the tables, always the longest that fits. */
export function readWords(text: string): Word[] {
  const words: Word[] = []
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at)
    while (length > 1 && !meanings.has(text.slice(at, at + length))) length--
    const known = meanings.get(text.slice(at, at + length))
    words.push(known === undefined ? { unknown: text.slice(at, at + length) } : { known })
    at += length
  }
  return words
}
