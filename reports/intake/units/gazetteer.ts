import type { Division, Person, Room, Roster, Unit } from '../../roster/roster.ts'
import { province } from '../../terms.ts'
import { nearestNames } from './nearest-names.ts'
import { bareName, readOfficeName, shortenName } from './unit-names.ts'

/** Which unit a name means: one, several, or none, with the names that it may have meant. */
export type Resolution =
  | { kind: 'found'; unit: string }
  | { kind: 'ambiguous'; candidates: string[] }
  | { kind: 'unknown'; readonly nearest: string[] }

/** A unit's name where it stands in a text. */
export interface Mention {
  at: number
  /** As written, with its office. */
  written: string
  /** 铁东 for 铁东区: the same characters may belong to other words. */
  bare: boolean
}

/** The roster, indexed for intake. Every unit that comes out is a full unit name of the roster. */
export interface Gazetteer {
  /**
   * The unit meant by a name as written (铁东区, 四平铁东, 四平市铁东区应急管理局执法大队, 市应急局, 危化二处):
   * the only one within the scope (a unit and all below it), else the only one in the province.
   */
  resolve(nameAsWritten: string, scope: string | null): Resolution
  /** Whether a unit is the scope or below it 属地. */
  isWithin(unit: string, scope: string): boolean
  /** The first unit's name that stands in a text, as written, with its office; `bare` takes 铁东 for 铁东区 as well. */
  findMention(text: string, options?: { bare?: boolean }): string | null
  /** The first name of a unit from a position on: the longest that begins there. Read on behind it, all are found. */
  nextMention(text: string, from: number): Mention | null
  /** The division 处室 whose name stands in a text: 省应急厅危化二处. */
  division(text: string): Division | undefined
  unit(name: string): Unit | undefined
  room(name: string): Room | undefined
  person(name: string): Person | undefined
}

/** All forms of a unit's name: with and without 市, 区, 县, alone or behind its city's: 四平铁东. */
function formsOf(unit: Unit, parent: Unit | undefined): { alone: string[]; withCity: string[] } {
  const own = shortenName(unit.shortName)
  const alone = [shortenName(unit.name), own, bareName(own)]
  if (!parent) return { alone, withCity: [] }
  const above = shortenName(parent.shortName)
  const withCity = [above, bareName(above)].flatMap(city => [city + own, city + bareName(own)])
  return { alone, withCity }
}

/** 应急管理局执法大队, 应急局, 局: what follows a place in the name of its office. */
const office =
  /^(?:人民政府)?(?:应急管理(?:局|厅)|应急(?:局|厅|办)|安监局|安委办|安全生产监督管理局|应急管理|局(?!部|面|域))(?:(?:综合|行政|安全|生产|监察|执法|监督|危化|工贸|矿山|煤矿|非煤){0,5}(?:执法)?(?:支队|大队|中队|科|股)|[一二]?处)?/

const longestFirst = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length)

/** Builds the index once; looking up is then a map access. */
export function createGazetteer(roster: Roster): Gazetteer {
  const units = new Map(roster.units.map(unit => [unit.name, unit]))
  const rooms = new Map(roster.rooms.map(room => [room.name, room]))
  const people = new Map(roster.people.map(person => [person.name, person]))
  const divisions = new Set(roster.divisions.map(({ name }) => name))
  const parentOf = (unit: Unit | undefined) => units.get(unit?.parent ?? '')

  const byForm = new Map<string, Unit[]>()
  const complete = new Set<string>()
  for (const unit of roster.units) {
    const { alone, withCity } = formsOf(unit, parentOf(unit))
    for (const form of new Set([...alone, ...withCity])) {
      byForm.set(form, [...(byForm.get(form) ?? []), unit])
      if (/(?:[省市州县区]|管委会)$/.test(form)) complete.add(form)
    }
    // A county behind its city needs no 区 or 县 to be one.
    if (unit.level === 'county') for (const form of withCity) complete.add(form)
  }
  const allNames = [...byForm].flatMap(([key, named]) => named.map(({ name }) => ({ key, name })))
  // 二道 is cut from 二道区, and from 二道江区 too: it may mean either.
  for (const unit of roster.units) {
    const cut = bareName(shortenName(unit.shortName)).slice(0, -1)
    if (cut.length > 1) byForm.get(cut)?.push(unit)
  }

  const department = [...divisions, '省应急管理厅', '省应急厅', '省安委办', '省本级', '省厅']
  const mention = (forms: Iterable<string>, flags = '') =>
    new RegExp(
      `(?:吉林省)?(?:${longestFirst([...forms, ...department])
        .map(RegExp.escape)
        .join('|')})`,
      flags,
    )
  const completeMention = mention(complete)
  const anyMention = mention(byForm.keys())
  const mentionFrom = mention(byForm.keys(), 'g')
  const officeBehind = (text: string, end: number) => office.exec(text.slice(end, end + 40))?.[0] ?? ''

  function isWithin(unit: string, scope: string): boolean {
    // The count guards against a roster in which a unit stands above itself.
    for (let at = units.get(unit), steps = 0; at && steps < 9; at = parentOf(at), steps++) {
      if (at.name === scope) return true
    }
    return false
  }

  /** All names, those within the scope first: of two that are equally near, the local one is meant. */
  const sorted = new Map<string | null, typeof allNames>([[null, allNames]])
  function namesFrom(scope: string | null) {
    const known = sorted.get(scope)
    if (known || scope === null) return known ?? allNames
    const isLocal = ({ name }: { name: string }) => isWithin(name, scope)
    const names = [...allNames.filter(isLocal), ...allNames.filter(each => !isLocal(each))]
    // Only units are kept, so that the cache stays as small as the roster.
    if (units.has(scope)) sorted.set(scope, names)
    return names
  }

  /** 市应急局: the nearest unit of that kind, from the scope upwards. */
  function climb(kind: string, scope: string | null): Unit[] {
    for (let at = units.get(scope ?? ''), steps = 0; at && steps < 9; at = parentOf(at), steps++) {
      if (at.shortName.endsWith(kind)) return [at]
    }
    return []
  }

  function candidatesFor(place: string, rank: '厅' | '局' | null, scope: string | null): Unit[] {
    if (place === '省' || (place === '' && rank === '厅')) return [units.get(province)!].filter(Boolean)
    if (/^[市州县区]$/.test(place)) return climb(place, scope)
    const named = byForm.get(place) ?? []
    const ranked = named.filter(({ level }) => rank === null || (level === 'province') === (rank === '厅'))
    if (named.length > 0) return ranked.length > 0 ? ranked : named
    // A township 乡镇 or a street office answers to its county.
    const above = /^(.+[市州县区])[^市州县区]{1,8}(?:镇|乡|街道|街道办|村|社区|林场)$/.exec(place)
    return (above && byForm.get(above[1]!)) ?? []
  }

  return {
    isWithin,
    division: text => roster.divisions.find(({ name }) => text.includes(name)),
    unit: name => units.get(name),
    room: name => rooms.get(name),
    person: name => people.get(name),
    resolve(nameAsWritten, scope) {
      const { place, rank } = readOfficeName(nameAsWritten, divisions)
      const candidates = candidatesFor(place, rank, scope)
      const inScope = scope === null ? [] : candidates.filter(({ name }) => isWithin(name, scope))
      const chosen = inScope.length > 0 ? inScope : candidates
      if (chosen.length === 1) return { kind: 'found', unit: chosen[0]!.name }
      if (chosen.length > 1) return { kind: 'ambiguous', candidates: chosen.map(({ name }) => name) }
      // Comparing names is the one slow step: done when somebody asks.
      return {
        kind: 'unknown',
        get nearest() {
          return nearestNames(place, namesFrom(scope))
        },
      }
    },
    findMention(text, { bare = false } = {}) {
      const found = completeMention.exec(text) ?? (bare ? anyMention.exec(text) : null)
      if (found === null) return null
      return found[0] + officeBehind(text, found.index + found[0].length)
    },
    nextMention(text, from) {
      mentionFrom.lastIndex = from
      const found = mentionFrom.exec(text)
      if (found === null) return null
      const written = found[0] + officeBehind(text, found.index + found[0].length)
      const bare = written === found[0] && !complete.has(found[0]) && !/[省市州县区处厅级]$/.test(found[0])
      return { at: found.index, written, bare }
    },
  }
}
