import { saysNothing } from '../fields/nothing-found.ts'
import { type LabelledValue, trimValue } from '../forms/labelled-value.ts'
import { splitFindings } from './findings.ts'
import { isOverall, withoutSpeaker } from './measures.ts'
import type { NamedEnterprise } from './names.ts'

/** A clause of the findings, with the mark behind it: a hazard, or how the hazards before it stand. */
interface Told {
  kind: 'hazard' | 'status'
  text: string
  end: string
}

/** What a text tells of one enterprise. */
export interface Account extends NamedEnterprise {
  /** Who inspected, when and how; empty where that was said with an enterprise before it. */
  actors: LabelledValue[]
  /** Enterprises that one clause names together have the same number. */
  group: number
  told: Told[]
  /** The words that say that nothing was found. */
  nothing: string | null
  /** The hazards follow the enterprise without a word like 发现: a guess, which 未发现 takes back. */
  guessed: boolean
  /** What stood before the word 发现: may count the hazards. */
  announced: string
  measures: LabelledValue[]
}

/** An account of which nothing is told yet. */
export const openAccount = (
  enterprise: NamedEnterprise,
  actors: LabelledValue[],
  group: number,
): Account => ({
  ...enterprise,
  actors,
  group,
  told: [],
  nothing: null,
  guessed: false,
  announced: '',
  measures: [],
})

/** Whether anything was told beyond that somebody was there. */
export const tellsFindings = ({ told, nothing, measures }: Account): boolean =>
  told.length > 0 || nothing !== null || measures.length > 0

/** How many of the clauses at the end speak of the whole list, rather than of the last hazard. */
function findClosing(told: Told[]): number {
  let from = told.length
  while (from > 0 && told[from - 1]!.kind === 'status') from--
  const each = told.slice(0, from).some(({ kind, text }) => kind === 'status' && !isOverall(text))
  if (!each) return from
  const general = told.findIndex(
    ({ kind, text }, index) => index >= from && kind === 'status' && isOverall(text),
  )
  return general < 0 ? told.length : general
}

/** The findings as under labels: hazards a line each, with what is said of each in brackets, and what is said of all. */
function writeFindings({ told, announced }: Account): { hazards: string[]; rectification: string } {
  const closing = findClosing(told)
  const list: { text: string; end: string; states: string[] }[] = []
  let general = ''
  for (const [index, { kind, text, end }] of told.entries()) {
    const last = list.at(-1)
    if (kind === 'hazard') list.push({ text, end, states: [] })
    else if (index >= closing || last === undefined || isOverall(text)) general += withoutSpeaker(text) + end
    else {
      last.states.push(withoutSpeaker(text))
      last.end = end
    }
  }
  const written = list.map(({ text, end, states }) =>
    states.length === 0 ? text + end : `${text}（${states.join('，')}）${end}`,
  )
  return {
    hazards: splitFindings(written.join(''), announced),
    rectification: trimValue(general.replace(/\n/g, '，')).replace(/[：:！!]$/, ''),
  }
}

/** 到石岭镇检查红星加油站、宏达机械厂: the town of the first is that of all that no other place is told of. */
export function sharePlace(accounts: readonly Account[]): void {
  const [first, ...others] = accounts
  const town = first?.actors.find(({ field }) => field === 'place')
  const stays = ({ actors, place }: Account) =>
    place === null && !actors.some(({ field }) => field === 'place')
  if (town === undefined || !others.every(stays)) return
  for (const account of others) account.place = town.value
}

/** Tells an account in labelled values: heads first, so that the next enterprise opens the next inspection. */
export function tellAccount(account: Account): LabelledValue[] {
  const { name, place, actors, nothing, measures } = account
  const { hazards, rectification } = writeFindings(account)
  const told: LabelledValue[] = [
    ...actors.filter(({ field }) => field === 'inspectingUnit'),
    { field: 'enterprise' as const, label: '受检单位', value: name },
    ...actors.filter(({ field }) => field !== 'inspectingUnit' && !(field === 'place' && place !== null)),
  ]
  const values = told.filter(({ value }) => value !== '')
  const kind =
    account.kind === null ? [] : [{ field: 'industry', label: '行业', value: account.kind } as const]
  values.push(...kind.filter(() => !actors.some(({ field }) => field === 'industry')))
  if (place !== null) values.push({ field: 'place', label: '检查地点', value: place })
  const none = nothing === null || saysNothing(nothing) ? nothing : '未发现问题隐患'
  const found = hazards.length > 0 ? hazards.join('\n') : none
  if (found !== null) values.push({ field: 'hazards', label: '发现的问题隐患', value: found })
  const document = measures.find(({ field }) => field === 'document' || field === 'production')
  const stands =
    rectification ||
    (hazards.length > 0 && !hazards.some(hazard => /（[^（）]{0,100}[改限][^（）]{0,100}）/.test(hazard))
      ? document?.value
      : '')
  if (stands) values.push({ field: 'rectification', label: '整改情况', value: stands })
  return [...values, ...measures]
}
