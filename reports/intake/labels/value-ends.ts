import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import { statesFault } from '../fields/faults.ts'
import { isAside } from '../prose/asides.ts'
import type { LabelField } from './labels.ts'
import { deniesFaults, isDay, readPlace, saysStatus, startsList } from './line-kinds.ts'
import type { Mark } from './marks.ts'

/** What clause can go on with a value: 李四 after 张三, 宏达机械厂 after 红星加油站. A sentence never does. */
const goesOn: Partial<Record<LabelField, (clause: string) => boolean>> = {
  inspectingUnit: clause => /[局厅委办队处科股室]|中心|政府/.test(clause),
  reportingUnit: () => false,
  enterprise: clause => looksLikeEnterprise(clause),
  place: () => true,
  date: () => false,
  inspectors: clause => !/发现|存在|检查|执法|要求|对|如下|整改|[：:]/.test(clause.replace(rank, '')),
  industry: () => true,
  level: () => true,
  manner: () => true,
  teams: () => true,
  personTimes: () => true,
}
/** 执法人员, 组员： before a name. */
const rank =
  /(?:检查|执法|监管)(?:人员|队员|大队|科|股|组)|(?:组长|组员|成员|领导|带队|专家|队员|科员|主检|协检)人?[：:]/g

const found = /^(?:经?(?:现场)?检查|现场|共|执法)*(?:发现|存在|查出|排查出|检出)/

/** What a clause says that no label announces; null where it says nothing of use. */
function tellClause(clause: string, field: LabelField): LabelField | null {
  const words = clause.trim()
  if (words.length < 2 || words.length > 300) return null
  if (deniesFaults(words)) return 'hazards'
  if (saysStatus(words)) return 'rectification'
  if (statesFault(words) && (found.test(words) || startsList(words) || !isAside(words))) return 'hazards'
  if (field !== 'date' && isDay(words)) return 'date'
  return field === 'enterprise' && readPlace(words) !== null ? 'place' : null
}

/** Behind these a value may go on. */
const goesOnBehind = /[；;，,]/

interface Clause {
  from: number
  to: number
  /** The character that ends it; empty at the end of the line. */
  end: string
}

/** The clauses of a line, brackets kept whole; it ends at a bracket that was opened before it. */
function* cutClauses(text: string, from: number, to: number): Generator<Clause> {
  let start = from
  let depth = 0
  for (let at = from; at < to; at++) {
    const char = text[at]!
    if ('（([【《“'.includes(char)) depth++
    else if ('）)]】》”'.includes(char) && --depth < 0) {
      yield { from: start, to: at, end: char }
      depth = 0
      start = at + 1
    } else if (depth === 0 && '。！!；;，,'.includes(char)) {
      yield { from: start, to: at, end: char }
      start = at + 1
    }
  }
  yield { from: start, to, end: '' }
}

/** A list of hazards goes on until the next mark; the words that lead to a place are none of it. */
function implyClause(field: LabelField, words: string, { from, to }: Clause): Mark {
  const begin = field === 'place' ? to - readPlace(words.trim())!.length : from
  return { field, name: '', from, to: begin, ...(field === 'hazards' ? {} : { end: to }) }
}

/**
 * Where the value of a field ends that stands in one line, and what its line says behind it: 检查地点：一马路，未发现隐患。 `to`
 * is where the next label stands at the latest. Null where nothing follows the value.
 */
function endValue(text: string, mark: Mark, to: number): { end: number; follows: Mark[] } | null {
  const accepts = goesOn[mark.field]
  if (!accepts || mark.name === '') return null
  const begin = mark.to + /^\s*/.exec(text.slice(mark.to, to))![0].length
  const newline = text.indexOf('\n', begin)
  const line = newline < 0 || newline > to ? to : newline
  let end: number | null = null
  let ends = false
  const follows: Mark[] = []
  let said: LabelField | null = null
  for (const clause of cutClauses(text, begin, line)) {
    const words = text.slice(clause.from, clause.to)
    if (clause.from > begin) {
      const tells = words.trim() === '' ? null : tellClause(words, mark.field)
      if (end === null && (ends || tells !== null || !accepts(words))) end = clause.from - 1
      if (tells !== null && tells !== said) {
        if (!follows.some(({ field }) => field === tells)) follows.push(implyClause(tells, words, clause))
        said = tells
      }
    }
    ends ||= !goesOnBehind.test(clause.end)
  }
  return end === null ? null : { end, follows }
}

/** Whether the values of a field stand in one line. */
export const isOneLine = (field: LabelField): boolean => goesOn[field] !== undefined

/** Whether a label tells it of the inspection that a mark belongs to, which ends where its own label, or an enterprise, comes again. */
export function isToldInBlock(marks: readonly Mark[], index: number, field: LabelField): boolean {
  const own = marks[index]!.field
  const ends = (mark: Mark | undefined) =>
    mark === undefined || mark.field === 'enterprise' || (mark.field === own && mark.field !== field)
  for (let at = index; at === index || !ends(marks[at]); at--) if (marks[at]!.field === field) return true
  for (let at = index + 1; !ends(marks[at]); at++) if (marks[at]!.field === field) return true
  return false
}

/** Ends the values that a sentence follows, and marks what it says. `marks` in the order of the text. */
export function endValues(text: string, marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark, index) => {
    const ended = endValue(text, mark, marks[index + 1]?.from ?? text.length)
    if (!ended) return [mark]
    const follows = ended.follows.filter(({ field }) => !isToldInBlock(marks, index, field))
    return [{ ...mark, end: ended.end }, ...follows]
  })
}
