import { splitNumbered } from '../text/lists.ts'
import { indexHazards } from './hazard-words.ts'
import { readCounts } from './rectification-counts.ts'
import { cutStatements } from './rectification-spelling.ts'
import { readStatus, type Status } from './rectification-status.ts'
import { type Exception, namesItems, readException, readSubject } from './rectification-subjects.ts'

/** Rectification over a list of hazards: one status each. */
export interface ReadRectification {
  statuses: Status[]
  /** It counts hazards (已整改2项) and does not say which: nothing is known of any. */
  unclear: boolean
}

const remainder = /^(?:其余|其他|其它|剩余|余下|剩下)/
const everything = /^(?:以上|上述|问题|隐患|目前|现)*(?:均|全部|都|所有)/
/** 下达《责令限期整改指令书》1份 */
const onlyDocument =
  /^(?:现|并|已|现场|同时)*(?:下达|下发|出具|开具|制作)了?《?[^，,限期前》]{2,30}(?:书|单|记录)》?(?:\d*[份张])?$/
/** 已接地, 已补办: done to the hazard itself; not 已责令, which is an order. */
const deed =
  /已(?!责令|下达|下发|要求|督促|责成|告知|通知|约谈|立案|移交|计划|列入|制定|报|安排|联系|采购|订购|限期|提出|交办|有)\p{Script=Han}/u

/** Reads clause by clause: whom a clause is about, and what it says of them. */
function readClauses(text: string, hazards: readonly string[], today: string | null): ReadRectification {
  const unstated = () => readStatus('', today)
  const states = hazards.map(unstated)
  const all = [...states.keys()]
  const clauses = cutStatements(text)
  const counts = readCounts(clauses, hazards.length)
  if (counts === 'unclear') return { statuses: states, unclear: true }
  const hazardsIn = indexHazards(hazards)
  const named = new Set<number>()
  let about: number[] = all
  let said = false

  const say = (clause: string) => {
    const status = readStatus(clause, today)
    for (const state of about.flatMap(index => states[index] ?? [])) {
      state.rectified = status.rectified ?? state.rectified
      state.deadline = status.deadline ?? (status.rectified ? null : state.deadline)
      state.impossible = status.impossible ?? state.impossible
    }
  }
  const name = (indexes: number[]) => {
    about = indexes
    for (const index of about) named.add(index)
  }
  const others = () => all.filter(index => !named.has(index))
  const except = (excepted: Exception) => {
    name(excepted.items ?? hazardsIn(excepted.said))
    for (const index of about) {
      // What is excepted from 已整改 is open; what is excepted from an order may be either.
      const ordered = excepted.after && states[index]?.rectified === false
      if (excepted.after && states[index]) states[index] = unstated()
      if (states[index] && excepted.items !== null) states[index].rectified ??= ordered ? null : false
    }
    if (!excepted.after) say(excepted.said)
    if (!excepted.after || !said) about = others()
  }

  for (let clause of clauses) {
    // Behind what is said of each item a document changes nothing: 下达现场处理措施决定书1份.
    if (named.size > 0 && onlyDocument.test(clause)) continue
    const excepted = readException(clause)
    if (excepted) {
      except(excepted)
      if (excepted.after) continue
      clause = excepted.rest
    } else if (counts === 'all') about = all
    else if (remainder.test(clause)) about = others()
    else {
      const items = readSubject(clause, hazards.length)
      const meant = items || everything.test(clause) ? [] : hazardsIn(clause)
      if (items) name(items)
      else if (everything.test(clause)) about = others()
      else if (meant.length > 0 && meant.length < hazards.length) {
        name(meant)
        // 配电箱已接地: whatever was done to it, it is done.
        if (deed.test(clause)) clause = '已整改'
      }
    }
    say(clause)
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
  const numbered = namesItems(text) ? null : splitNumbered(text)
  // In ①②已整改 the first number stands for no item of its own.
  const isList =
    numbered !== null &&
    !numbered.items.some(item => item === '' || /^[（(]?\d{1,2}[)）]/.test(item)) &&
    (numbered.items.length > 1 || hazards.length === 1)
  if (!isList) return readClauses(text, hazards, today)
  const overall = readClauses(numbered.lead, hazards, today)
  const statuses = overall.statuses.map((state, index) => {
    const item = numbered.items[index]
    return item === undefined ? state : readClauses(item, [hazards[index]!], today).statuses[0]!
  })
  return { statuses, unclear: overall.unclear }
}
