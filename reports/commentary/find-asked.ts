import { province } from '../terms.ts'
import { recogniseKinds, requires } from './find-kinds.ts'
import type { Segment } from './segments.ts'
import { aboveAll, address, everyone, example } from './words.ts'

/** Where a text names somebody: a unit by its full name, or a report by its number; null for a name that is not clear. */
interface Naming {
  name: string | number | null
  at: number
  end: number
}

/** How a clause names: as one of those it speaks to, by a word of address 请, or as an example 学习…的做法. */
type Manner = 'named' | 'addressed' | 'example'

/** How those are spoken of whom a sentence names. */
type Mood = 'praised' | 'blamed' | 'neutral'
type Topics = Map<Naming['name'], Mood>

/**
 * The units, and the reports, that are asked for an answer or action: those that a clause with a requirement or question
 * names, and where it names none, those of whom its sentence speaks, or the one before in the same block; not those that
 * are praised. 各地 asks nobody by name.
 */
export function findAsked(segments: Segment[], namings: Naming[]): { units: string[]; reports: number[] } {
  const asked = new Set<Naming['name']>()
  let topics: Topics = new Map()
  let block = 0
  for (const segment of segments) {
    if (segment.block !== block) topics = new Map()
    block = segment.block
    for (const sentence of parts(segment.text, segment.at, /(?<=[。；;！!？?])/))
      topics = readSentence(sentence, segment, namings, topics, asked)
  }
  asked.delete(province)
  return {
    units: [...asked].filter(name => typeof name === 'string'),
    reports: [...asked].filter(name => typeof name === 'number'),
  }
}

interface Part {
  text: string
  at: number
}

function parts(text: string, from: number, boundary: RegExp): Part[] {
  let at = from
  return text.split(boundary).map(part => {
    at += part.length
    return { text: part, at: at - part.length }
  })
}

const namedIn = <Each extends Naming>({ text, at }: Part, namings: Each[]): Each[] =>
  namings.filter(each => each.at >= at && each.at < at + text.length)

/** Adds who is asked; returns of whom the next sentence goes on to speak. */
function readSentence(
  sentence: Part,
  segment: Segment,
  namings: Naming[],
  before: Topics,
  asked: Set<Naming['name']>,
): Topics {
  const within = readManners(sentence, namedIn(sentence, namings))
  const topics: Topics = within.length > 0 ? new Map() : before
  const addressesUnit = within.some(({ name, how }) => how === 'addressed' && typeof name !== 'number')
  let latest = [...topics.keys()]
  let toAll = false
  // Something is asked of nobody yet: 请说明原因，铁东区未报.
  let open = false
  for (const clause of parts(sentence.text, sentence.at, /(?<=[，,])/)) {
    const here = namedIn(clause, within)
    const all = everyone.test(clause.text)
    // Where a unit is named, a report's number beside it tells what about: 请铁东区说明第1号.
    const byNumber = !addressesUnit && here.every(({ name }) => typeof name === 'number')
    const own = here
      .filter(({ name }) => byNumber || typeof name !== 'number')
      .filter(({ how }) => how === 'addressed' || (how === 'named' && !all))
    const mood = moodOf(clause.text, segment)
    if (all) {
      toAll = true
      topics.clear()
    }
    if (here.length > 0) latest = own.map(({ name }) => name)
    for (const name of latest)
      if (here.length > 0 || topics.has(name)) topics.set(name, mixed(topics.get(name), mood))
    const ready = asks(clause.text, segment)
    if (ready && own.length === 0 && topics.size === 0) open = true
    else if (ready && own.length === 0) {
      for (const [name, each] of topics) if (each !== 'praised') asked.add(name)
    } else if (ready || (open && mood !== 'praised'))
      for (const { name, how } of own) if (ready || how === 'addressed' || !toAll) asked.add(name)
  }
  return toAll ? new Map() : topics
}

/** Who is blamed stays so. */
const mixed = (before: Mood | undefined, now: Mood): Mood =>
  before === 'blamed' || (before !== undefined && now === 'neutral') ? before : now

function moodOf(clause: string, { stated }: Segment): Mood {
  if (stated?.join() === '表扬') return 'praised'
  const kinds = recogniseKinds(clause)
  return kinds.includes('指出问题') ? 'blamed' : kinds.includes('表扬') ? 'praised' : 'neutral'
}

function asks(clause: string, { stated }: Segment): boolean {
  if (stated === null) return requires(clause)
  if (stated.join() === '表扬') return false
  return stated.join() === '工作要求' || requires(clause)
}

/** Those that are listed 铁东区、铁西区 are named in the same way. */
function readManners({ text, at }: Part, named: Naming[]): (Naming & { how: Manner })[] {
  let how: Manner = 'named'
  return named.map((each, i) => {
    const begin = each.at - at
    const previousEnd = i === 0 ? 0 : named[i - 1]!.end - at
    if (i === 0 || !/^[、和及与]?$/.test(text.slice(previousEnd, begin))) {
      const before = text.slice(Math.max(0, begin - 12), begin)
      if (example.test(before)) how = 'example'
      else how = address.test(before) || aboveAll.test(before) ? 'addressed' : 'named'
    }
    return { ...each, how }
  })
}
