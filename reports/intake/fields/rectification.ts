import { splitNumbered } from '../text/lists.ts'
import { readNumeral } from '../text/numerals.ts'
import { readCounts } from './rectification-counts.ts'
import { readStatus, type Status } from './rectification-status.ts'

/** Rectification over a list of hazards: one status each. */
export interface ReadRectification {
  statuses: Status[]
  /** It counts hazards (已整改2项) and does not say which: nothing is known of any. */
  unclear: boolean
}

const number = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})'
const numbers = `第?${number}(?:[项条]?(?:[、,，和及与至到~—-]|以及)第?${number}){0,60}`
const measure = '(?:项|条|个(?!工作日|月|星期|小时|自然日)|处|号)'
/** 1、2项 … ; 第3条隐患 … */
const subject = new RegExp(`^(?:其中)?(?:问题|隐患|序号)*(${numbers})${measure}(?:问题|隐患)*`)
/** 问题1、2已整改; 3限期: without a measure word, before what is said of them. */
const briefSubject = new RegExp(
  `^(?:其中)?(?:问题|隐患|序号)*(${numbers})(?:问题|隐患)*(?=(?:均|都|全|已|未|没|限|责|现场|当|立|待|正在|整改|改|要求|计划|预计|需|完成|于|按|抓紧|尽快|暂|停|移交))`,
)
/** 前两项, 后3条, 最后一项. */
const edgeSubject = new RegExp(
  `^(?:其中)?(前|最?后|末)(\\d{1,3}|[一二两三四五六七八九十]{1,3})${measure}(?:问题|隐患)*`,
)
/** ①②, ③、④: as numbers before 项. */
const circledRun = /[①-⑳](?:[、,，和及与]?[①-⑳])*(?:项|条)?/g
/** 1）项, （2）已整改, A项: the number without its brackets. */
const bracketedNumber =
  /[（(]?(\d{1,2}|[A-H])[)）](?=[、,，]?[（(]?\d{1,2}[)）]|项|条|[已未均现当限责立正整])/g
const lettered = /(?<![A-Za-z])([A-H])(?=项|条)/g
/** 1项当场整改 2.3项限期: a space before the next subject ends the clause. */
const spacedSubject = /(?<=[改成毕位正]) +(?=第?\d)/g
/** 前者, 后者 of two. */
const oneOfTwo = /^(前者|后者)/
/** 1.2项 means 1、2项. */
const dotted = /(\d)[.．](?=\d{1,2}(?:项|条|个(?!工作日|月)|处))/g
/** 现场整改1项（第2项）: the bracket says which. */
const countNamed = new RegExp(
  `([^，,；;。\\n]{0,12})(?:${number})${measure}[（(](第?${numbers}${measure})[)）]`,
  'g',
)
/** 除第3项外 */
const exception = new RegExp(
  `^除(?:了|问题|隐患)?(${numbers})(?:项|条|个|处|号)?(?:问题|隐患)*([^外]{0,40}?)(?:之外|以外|外)`,
)
/** 第3项除外, 3除外, 除第3项 at the end */
const exceptionAfter = new RegExp(
  `^(?:除(?:了|问题|隐患)?(${numbers})(?:项|条|个|处|号)?(?:问题|隐患)*$|(?:问题|隐患)?(${numbers})(?:项|条|个|处|号)?(?:问题|隐患)*除外)`,
)
/** 除职工未戴安全帽当场整改外 */
const exceptionDescribed = /^除([^外]{2,40})(?:之外|以外|外)/
/** 均已整改（第3项除外） */
const bracketed = /[（(]([^（()）]{1,40}外)[)）]/g
const eachNumber = new RegExp(`([至到~—-]?)第?(${number})`, 'g')
const remainder = /^(?:其余|其他|其它|剩余|余下)/
const everything = /^(?:以上|上述|问题|隐患|目前|现)*(?:均|全部|都|所有)/

/** The numbers in 1、2, 1至3, 第一和第三. */
function readNumbers(text: string): number[] {
  const found: number[] = []
  for (const [, joint, word] of text.matchAll(eachNumber)) {
    const value = readNumeral(word!) ?? 0
    const previous = found.at(-1)
    if (joint && previous !== undefined) {
      for (let next = previous + 1; next < value; next++) found.push(next)
    }
    found.push(value)
  }
  return found
}

/** 前2项 of 3 are the first two. */
const edgeOf = (edge: string, count: number, total: number): number[] =>
  Array.from({ length: total }, (_, index) => index).filter(index =>
    edge === '前' ? index < count : index >= total - count,
  )

/** 已接地, 已补办: done to the hazard itself; not 已责令, which is an order. */
const deed =
  /已(?!责令|下达|下发|要求|督促|责成|告知|通知|约谈|立案|移交|计划|列入|制定|报|安排|联系|采购|订购|限期|提出|交办|有)\p{Script=Han}/u

/** Which hazards share a pair of characters with a clause: 灭火器已更换 is about the extinguisher. */
function indexPairs(hazards: readonly string[]): (clause: string) => number[] {
  const byPair = new Map<string, Set<number>>()
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  const telling = (pair: string) =>
    /^\p{L}{2}$/u.test(pair) && !/整改|问题|隐患|现场|责令|企业|要求|完成|限期|已经|立即|安全/.test(pair)
  for (const [index, hazard] of hazards.entries()) {
    for (const pair of pairs(hazard.slice(0, 200)).filter(telling)) {
      byPair.set(pair, (byPair.get(pair) ?? new Set()).add(index))
    }
  }
  return clause => [...new Set(pairs(clause.slice(0, 60)).flatMap(pair => [...(byPair.get(pair) ?? [])]))]
}

// A comma between digits joins the numbers of one subject.
const clauseEnd = /(?<!\d)[，,]|[，,](?!\d)|[；;。\n]/

/** Reads clause by clause: whom a clause is about, and what it says of them. */
function readClauses(text: string, hazards: readonly string[], today: string | null): ReadRectification {
  const total = hazards.length
  const hazardsIn = indexPairs(hazards)
  const states: Status[] = Array.from({ length: total }, () => readStatus('', today))
  const named = new Set<number>()
  const all = [...states.keys()]
  const clauses = text
    .replace(bracketed, '，$1，')
    .replace(bracketedNumber, '$1、')
    .replace(/、(?=项|条|[已未均现当限责立正整])/g, '')
    .replace(lettered, letter => String(letter.charCodeAt(0) - 64))
    .replace(spacedSubject, '，')
    .replace(dotted, '$1、')
    .replace(countNamed, '$2$1')
    .replace(
      circledRun,
      run => `，第${[...run.matchAll(/[①-⑳]/g)].map(([mark]) => mark!.charCodeAt(0) - 0x245f).join('、')}项`,
    )
    .split(clauseEnd)
    .map(clause => clause.trim())
    .filter(clause => clause !== '')
  const counts = readCounts(clauses, total)
  if (counts === 'unclear') return { statuses: states, unclear: true }
  let about: number[] = all
  let said = false

  const say = (indexes: number[], clause: string) => {
    const status = readStatus(clause, today)
    for (const index of indexes) {
      const state = states[index]
      if (!state) continue
      state.rectified = status.rectified ?? state.rectified
      state.deadline = status.deadline ?? (status.rectified ? null : state.deadline)
      state.impossible = status.impossible ?? state.impossible
    }
  }
  const nameAll = (indexes: number[]) => {
    about = indexes
    for (const index of about) named.add(index)
  }
  const name = (words: string) => nameAll(readNumbers(words).map(value => value - 1))
  const others = () => all.filter(index => !named.has(index))

  for (let clause of clauses) {
    const except = exception.exec(clause)
    const after = except ? null : exceptionAfter.exec(clause)
    const described = except || after ? null : exceptionDescribed.exec(clause)
    if (described) {
      nameAll(hazardsIn(described[1]!))
      say(about, described[1]!)
      about = others()
      clause = clause.slice(described[0].length)
    }
    if (after) {
      name(after[1] ?? after[2]!)
      for (const index of about) {
        const state = states[index]
        // What is excepted from 已整改 is open; what is excepted from an order may be either.
        if (state)
          Object.assign(state, readStatus('', today), { rectified: state.rectified === false ? null : false })
      }
      if (!said) about = others()
      continue
    }
    if (except) {
      name(except[1]!)
      say(about, except[2]!)
      for (const index of about) if (states[index]) states[index].rectified ??= false
      about = others()
      clause = clause.slice(except[0].length)
    } else if (remainder.test(clause)) {
      about = others()
    } else {
      const found = subject.exec(clause) ?? briefSubject.exec(clause)
      const edge = edgeSubject.exec(clause)
      const either = oneOfTwo.exec(clause)?.[1]
      if (counts === 'all') about = all
      else if (either) nameAll([either === '前者' ? 0 : total - 1])
      else if (edge) nameAll(edgeOf(edge[1]!, readNumeral(edge[2]!.replace('两', '二')) ?? 0, total))
      else if (found) name(found[1]!)
      else if (everything.test(clause)) about = others()
      else {
        const meant = hazardsIn(clause)
        if (meant.length > 0 && meant.length < total) {
          nameAll(meant)
          // 配电箱已接地: whatever was done to it, it is done.
          if (deed.test(clause)) clause = '已整改'
        }
      }
    }
    say(about, clause)
    said ||= clause !== ''
  }
  return { statuses: states, unclear: false }
}

/**
 * Reads rectification 整改情况 over a list of hazards. 均已整改, 现场整改, 限期5月25日前;
 * 1、2项已整改，3项限期5月25日前; 除第3项外均已整改; 已整改，第3项除外; 其余…; 1.已整改 2.未整改.
 */
export function readRectification(
  text: string,
  hazards: readonly string[],
  today: string | null,
): ReadRectification {
  if (hazards.length === 0 || text === '') {
    return { statuses: hazards.map(() => readStatus('', today)), unclear: false }
  }
  const numbered =
    subject.test(text) || exception.test(text) || exceptionAfter.test(text) ? null : splitNumbered(text)
  // In ①②已整改 the first number stands for no item of its own.
  const isList =
    numbered !== null &&
    !numbered.items.some(item => item === '' || /^[（(]?\d{1,2}[)）]/.test(item)) &&
    (numbered.items.length > 1 || hazards.length === 1)
  if (!isList) {
    return readClauses(text, hazards, today)
  }
  const overall = readClauses(numbered.lead, hazards, today)
  const statuses = overall.statuses.map((state, index) => {
    const item = numbered.items[index]
    return item === undefined ? state : readClauses(item, [hazards[index]!], today).statuses[0]!
  })
  return { statuses, unclear: overall.unclear }
}
