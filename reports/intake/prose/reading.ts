import type { LabelledValue } from '../forms/labelled-value.ts'
import { type Account, openAccount, tellsFindings } from './account.ts'
import { type NameFinder, readActors } from './actors.ts'
import type { Clause } from './clauses.ts'
import { isNone } from './findings.ts'
import type { Visit } from './visits.ts'

/** How far a narration is read. */
export interface Reading {
  accounts: Account[]
  /** The enterprises that a clause is about. */
  current: Account[]
  inFindings: boolean
  /** The clause before told how hazards stand. */
  afterStatus: boolean
  /** The document that the clause before served, 已下达责令限期整改指令书，: the order behind it goes on with it. */
  served: string
  /** The label before this clause: 检查地点：, 整改情况：. */
  label: 'place' | 'rectification' | null
  /** An inspection was told before, so that an enterprise may open a clause. */
  narrating: boolean
  /** Position behind the last clause that told of findings: from here the next inspection is introduced. */
  free: number
  /** Where the sentence begins. */
  sentence: number
  isStatistics: boolean
}

/** A reading of which nothing is read yet. */
export const startReading = (): Reading => ({
  accounts: [],
  current: [],
  inFindings: false,
  afterStatus: false,
  served: '',
  label: null,
  narrating: false,
  free: 0,
  sentence: 0,
  isStatistics: false,
})

/** 均未发现: of all the enterprises named together. */
const ofAll = /均|都(?!市)|全部/
/** The order in the words of a hazard dictated without a pause: 灭火器过期已责令整改. */
const embedded =
  /(?<![按未照应需不])(?:现|均|都|目前|并|且)?(?:已经?|当场|现场|责令|要求|督促|限期|立即|全部|限)[^，。；]{0,16}?(?:整改|改正)/

/** Nobody comes back to an enterprise after so many others. */
const recent = ({ accounts }: Reading): Account[] => accounts.slice(-50)

/** The account of an enterprise that was named together with others; null where none is. */
const accountOf = (reading: Reading, name: string): Account | null =>
  recent(reading).findLast(
    account =>
      account.name !== '' && name !== '' && (account.name.includes(name) || name.includes(account.name)),
  ) ?? null

const shortName =
  /^在?(\p{Script=Han}{2,12}?)(?:[（(][^（()）]{1,30}[)）])?(?=(?:检查|现场|中|共|也|则|均)*(?:发现|查出|存在|未|没|有|无|[：:]|$))/u

/** 鸿运公司 for 四平市鸿运木业有限公司, 加油站 where only one was inspected: the one account that it can mean. */
function readShortName(reading: Reading, words: string): { account: Account; to: number } | null {
  const found = shortName.exec(words.slice(0, 60))
  const name = found?.[1] ?? ''
  const core = name.replace(/(?:公司|企业|厂|站|店|矿|部)$/, '')
  if (core === name) return null
  const meant = recent(reading).filter(
    account => account.name.endsWith(name) || (core.length > 1 && account.name.includes(core)),
  )
  return meant.length === 1 ? { account: meant[0]!, to: found![0].length } : null
}

/** Goes to an enterprise that was named before, where a clause opens with its name; gives the rest of the clause. */
export function goTo(reading: Reading, words: string): string | null {
  const bare = words.replace(
    /^[\s（(]*(?:其中|[一二三四五六七八九十]{1,2}(?:是|、)|\d{1,2}[、.)）]|[①-⑳])?\s*/,
    '',
  )
  const account = recent(reading).findLast(({ name }) => name !== '' && bare.startsWith(name))
  const short = account || reading.accounts.length < 2 ? null : readShortName(reading, bare)
  if (!account && !short) return null
  const rest = bare.slice(account?.name.length ?? short!.to)
  if (/^(?:的?老板|负责人|、|和|及)/.test(rest)) return null
  reading.current = [account ?? short!.account]
  reading.inFindings = false
  return rest.replace(/^[—-]+/, '')
}

/** Opens the accounts of the enterprises that a clause names, or goes back to one that is open. */
export function enter(
  reading: Reading,
  visit: Visit,
  clause: Clause,
  text: string,
  names: NameFinder,
): boolean {
  if (visit.isStatistics) {
    reading.isStatistics = true
    return false
  }
  const known = visit.enterprises.map(({ name }) => accountOf(reading, name))
  if (known.every(account => account !== null && !tellsFindings(account))) {
    reading.current = known as Account[]
  } else {
    const from = reading.accounts.length === 0 ? 0 : Math.max(reading.free, reading.sentence)
    const before = text.slice(from, clause.from) + visit.before
    const actors = readActors(before, visit.manner, names)
    const group = reading.accounts.length
    reading.current = visit.enterprises.map((each, index) =>
      openAccount(each, index === 0 ? actors : [], group),
    )
    reading.accounts.push(...reading.current)
  }
  reading.inFindings = false
  reading.narrating = true
  return true
}

/** Whom findings concern that follow several names: all of them where it says so, else the first. */
export const concerned = ({ current }: Reading, words: string): Account[] =>
  current.length > 1 && !ofAll.test(words) && !isNone(words) ? current.slice(0, 1) : current

/** 均已整改 behind several enterprises is said of those as well of which nothing of the kind was said. */
function waiting(reading: Reading, words: string): Account[] {
  const group = reading.current[0]!.group
  if (!ofAll.test(words)) return []
  return recent(reading).filter(
    account =>
      account.group === group &&
      !reading.current.includes(account) &&
      account.told.length > 0 &&
      account.told.every(({ kind }) => kind === 'hazard'),
  )
}

/** Tells how the hazards stand of those enterprises that it concerns. */
export function tellStatus(reading: Reading, words: string, end: string): void {
  const others = waiting(reading, words)
  const own = concerned(reading, words).filter(({ told }) => told.length > 0 || others.length === 0)
  for (const account of [...others, ...own]) account.told.push({ kind: 'status', text: words.trim(), end })
}

/** The account that tells who inspected; said once behind several, it is said of all, and the first lends it to the others. */
export function whoInspected({ accounts, current }: Reading): Account {
  const isTold = accounts.some(({ actors }) => actors.some(({ field }) => field === 'inspectors'))
  return isTold ? current[0]! : (accounts[0] ?? current[0]!)
}

const ofPeople = new Set<string>(['inspectors', 'teams', 'personTimes'])
const namesIn = (value: string) => value.replace(/等?\d+人$/, '').split('、')

/** Tells who inspected, as a clause behind the enterprise says; of names only those that include the ones told before. */
export function tellPeople(account: Account, words: string, told: readonly LabelledValue[]): boolean {
  const people = told.filter(({ field }) => ofPeople.has(field))
  if (!people.some(({ field }) => field === 'inspectors') && !/出动|派出/.test(words)) return false
  for (const each of people) {
    const at = account.actors.findIndex(({ field }) => field === each.field)
    const before = account.actors[at]?.value
    if (before === undefined) account.actors.push(each)
    else if (each.field === 'inspectors' && namesIn(before).every(name => each.value.includes(name)))
      account.actors[at] = each
  }
  return true
}

/** Tells a hazard, and the order in the same breath if there is one. */
export function tellHazard(reading: Reading, words: string, end: string): void {
  const order = embedded.exec(words)
  const cut = order && order.index >= 3 && !/[（(]/.test(words) ? order.index : words.length
  for (const account of concerned(reading, words)) {
    account.told.push({ kind: 'hazard', text: words.slice(0, cut), end: cut < words.length ? '' : end })
  }
  if (cut < words.length) tellStatus(reading, words.slice(cut), end)
}
