import { type Mark, measureIdle, readMark } from './edges.ts'
import { labels } from './labels.ts'
import { findNames } from './names.ts'
import { findSlips } from './slips.ts'

export type { Mark } from './edges.ts'

/** Words that may open a hazard as well as a column: 重大隐患：瓦斯超限, 人员：无证上岗. */
const opensItem = ({ field, name }: Mark): boolean =>
  ['deadline', 'industry', 'teams', 'personTimes', 'aside'].includes(field) ||
  /^(?:重大|一般|安全|较大).*隐患$/.test(name) ||
  (name.length === 2 && ['hazards', 'place', 'inspectors', 'date'].includes(field))

/** Whether it is an item in the list under the label before it, rather than the next label of a numbered form. */
const isItem = (mark: Mark, previous: Mark | undefined): boolean =>
  (previous?.field === 'hazards' || previous?.field === 'rectification') &&
  typeof mark.number === 'number' &&
  opensItem(mark) &&
  (typeof previous.number !== 'number' || mark.number !== previous.number + 1)

/** How many columns a text tells; none where no two of them are without a separator: a sentence that speaks of them. */
function countColumns(marks: Mark[]): number {
  const bare = new Set(marks.filter(mark => mark.bare).map(({ field }) => field))
  return bare.size < 2 ? 0 : new Set(marks.map(({ field }) => field)).size
}

/** All labels of a text, wherever they stand: a line each, several a line, value below, 【】. */
export function findMarks(text: string): Mark[] {
  const exact: Mark[] = []
  for (const { name, index } of findNames(text)) {
    const mark = readMark(text, name, index, labels.get(name)!)
    if (mark) exact.push(mark)
  }
  const taken = new Set(exact.map(({ to }) => to))
  const all = [...exact, ...[...findSlips(text, exact)].filter(({ to }) => !taken.has(to))].sort(
    (a, b) => a.from - b.from,
  )
  const told = countColumns(all)
  const marks: Mark[] = []
  for (const mark of all) {
    const previous = marks.at(-1)
    if (mark.weak && told < mark.weak) continue
    if (previous && mark.from < previous.to) continue
    if (!isItem(mark, previous)) marks.push(mark)
  }
  return marks.map(mark => ({ ...mark, from: mark.from - measureIdle(text, mark.from) }))
}
