import { readNumeral } from '../text/numerals.ts'
import { readStatus } from './rectification-status.ts'

const number = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'
// 3个工作日内 is a span, not three hazards.
const measure = '(?:项|条|处|个(?!工作日|月|小时|星期))'
const thing = '(?:安全|问题|隐患|的)*'
/** 2项已整改, 共3项, 发现3项问题, 3项中2项… */
const leading = new RegExp(
  `^(?:其中|目前|现|已|共计?|合计|以上|上述|检查|发现|查出|存在|有|问题|隐患)*${number}${measure}${thing}中?`,
)
/** 已整改2项, 整改完成2条, 未整改1项 */
const trailing = new RegExp(
  `(?:整改|改正|消除|完成|完毕|到位|闭环|销号|立改|即改|当场改|现场改)(?:了|率|问题|隐患|其中|共|[:：])*${number}${measure}${thing}$`,
)
const exception = new RegExp(`^(?:除(?:了|去)?${number}${measure}|${number}${measure}${thing}除外)`)
/** 第3项, 1、2项, 1至3项: these say which. Not 限期5-25前, not 违反第5条. */
const naming =
  /^(?:除|其中|问题|隐患)*第[\d一二三四五六七八九十]|[\d一二三四五六七八九十](?:[、,，和及与至到~—-]|以及)第?[\d一二三四五六七八九十]{1,3}(?:项|条|个|处|号|除外)/
const remainder = /^(?:其余|其他|其它|剩余|余下|剩下)/

/** How many hazards a clause speaks of without saying which, and whether the number leads. */
function countIn(clause: string): { count: number; leads: boolean } | null {
  const read = (word: string | undefined) => readNumeral(word ?? '')
  const except = exception.exec(clause)
  const last = trailing.exec(clause)
  if (except ?? last) {
    const count = read(except ? (except[1] ?? except[2]) : last![1])
    return count === null ? null : { count, leads: except !== null }
  }
  const first = leading.exec(clause)
  if (!first) return null
  const rest = clause.slice(first[0].length)
  // 共3项 states the total and says nothing of its state; in 3项中2项 the second number is meant.
  if (rest === '') return null
  if (first[0].endsWith('中')) return countIn(rest)
  const count = read(first[1])
  return count === null ? null : { count, leads: true }
}

/**
 * Tells what numbers before 项 and 条 mean over a list of so many hazards. `names`: item numbers, or none at all;
 * `all`: a count that comes to all of them; `unclear`: a count of a part, and nobody says which part.
 */
export function readCounts(clauses: readonly string[], total: number): 'names' | 'all' | 'unclear' {
  if (clauses.some(clause => naming.test(clause.slice(0, 100)))) return 'names'
  const parts = clauses
    .filter(clause => !remainder.test(clause))
    .flatMap(clause => {
      const found = countIn(clause)
      return found ? [{ ...found, clause }] : []
    })
    // 已整改0项 says nothing of any.
    .filter(({ count }, _, counts) => count > 0 || counts.length === 1)
  if (parts.length === 0) return 'names'
  const [first] = parts
  if (parts.length === 1 && first!.count === total) {
    // All of them leaves no others: 3项限期, 其余已整改 means the third.
    const leavesOthers = exception.test(first!.clause) || clauses.some(clause => remainder.test(clause))
    return leavesOthers ? 'names' : 'all'
  }
  // 1项…，2项… over two hazards: as counts they would be three.
  const numbers = new Set(parts.map(({ count }) => count))
  const namesEach = numbers.size === total && parts.length === total && Math.max(...numbers) === total
  if (total > 1 && namesEach && !numbers.has(0) && parts.every(({ leads }) => leads)) return 'names'
  const sum = parts.reduce((so, { count }) => so + count, 0)
  const rectified = parts.every(
    ({ count, clause }) => count === 0 || readStatus(clause, null).rectified === true,
  )
  return sum === total && sum > 0 && rectified ? 'all' : 'unclear'
}
