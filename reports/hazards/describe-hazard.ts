import { readPlainText } from './hazard-digits.ts'
import { type Meaning, readWords } from './hazard-words.ts'

/** What a description of a hazard 隐患 says, in the words of the tables. */
export interface Description {
  /** The text without punctuation and amounts. */
  plain: string
  numbers: ReadonlySet<string>
  sides: ReadonlySet<string>
  /** Things in the order in which they are named: the last is the one with the fault. */
  things: readonly string[]
  places: ReadonlySet<string>
  faults: ReadonlySet<string>
  /** What a thing is for, or what is done where the fault is: 演练 of 演练记录. */
  purposes: ReadonlySet<string>
  /** What is in no table. */
  rest: string
}

/** What a thing lacks when a negation stands before or after it. */
const lack = '缺'

/** Reads a description; what is longer than a phrase is cut. */
export function describeHazard(description: string): Description {
  const { text, numbers, sides } = readPlainText(description)
  const things: string[] = []
  const places = new Set<string>()
  const faults = new Set<string>()
  const purposes = new Set<string>()
  let rest = ''
  let negated = false
  /** A negation has found its thing, just before. */
  let lacking = false
  let done = false
  /** Verbs that nothing has turned round yet. */
  const verbs: string[] = []
  const takeForPurposes = () => {
    for (const verb of verbs.splice(0)) purposes.add(verb)
  }

  const readThings = (named: string[]) => {
    things.push(...named.filter(thing => !things.includes(thing)))
    takeForPurposes()
    if (negated) faults.add(lack)
    lacking = negated
    negated = false
  }
  const readVerbs = (found: string[], isFault: boolean) => {
    // 无动火审批: what is missing is what is done with the thing.
    if (lacking) faults.delete(lack)
    if (negated || lacking || done) for (const verb of found) faults.add(`${done ? '已' : '未'}${verb}`)
    else if (!isFault) verbs.push(...found)
    negated = lacking = done = false
  }
  const read = (meanings: Meaning[]) => {
    const of = (kind: Meaning['kind']) => meanings.filter(each => each.kind === kind).map(({ word }) => word)
    const [named, found, wrong] = [of('thing'), of('verb'), of('fault')]
    for (const place of of('place')) places.add(place)
    if (of('poor').length > 0 && verbs.length > 0) faults.add(`未${verbs.pop()}`)
    else for (const fault of wrong) faults.add(negated && named.length === 0 ? `无${fault}` : fault)
    if (found.length > 0) readVerbs(found, wrong.length > 0)
    else if (named.length > 0) readThings(named)
    if (of('negation').length > 0) negated = true
    if (of('done').length > 0) done = true
  }

  for (const word of readWords(text)) {
    if ('known' in word) read(word.known)
    else {
      rest += word.unknown
      takeForPurposes()
    }
  }
  if (negated) faults.add(verbs.length === 0 ? lack : `未${verbs.pop()}`)
  // 检定过期 is 未检定.
  if (verbs.includes('校验') && faults.delete('过期')) {
    verbs.splice(verbs.indexOf('校验'), 1)
    faults.add('未校验')
  }
  if (faults.has('未校验')) faults.delete('过期')
  takeForPurposes()
  return { plain: text, numbers, sides, things, places, faults, purposes, rest }
}
