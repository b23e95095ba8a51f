import type { Industry } from '../../terms.ts'
import { readIndustry } from '../fields/industries.ts'
import { findDate, type WrittenDate } from '../text/dates.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import { type Clause, cutClauses, isPlan, timeOf } from './clauses.ts'
import { type Count, type Counted, readCounts, saysNoHazards, saysRectified } from './counts.ts'
import { isSameUnit, readSubject, readUnitAt, type Subject, withoutLead } from './subjects.ts'

/** What is said of one industry, or of no industry in particular. */
export interface Group {
  industry: Industry | null
  counts: Count[]
  noHazards: boolean
  /** All, or all the others, are said to be rectified. */
  rectified: 'all' | 'others' | null
}

/** What a message says of one unit. */
export interface Section {
  unit: string | null
  /** It speaks for all offices of its jurisdiction: 全市. */
  jurisdiction: boolean
  /** It adds up the other sections: 合计, 全市, or the sections follow upon 其中. */
  whole: boolean
  date: WrittenDate | null
  /** First what is said without an industry, then each industry that is named. */
  groups: Group[]
}

const newGroup = (industry: Industry | null): Group => ({
  industry,
  counts: [],
  noHazards: false,
  rectified: null,
})
const newSection = (unit: string | null): Section => ({
  unit,
  jurisdiction: false,
  whole: false,
  date: null,
  groups: [newGroup(null)],
})
export const saysAnything = ({ groups }: Section): boolean =>
  groups.some(({ counts, noHazards }) => counts.length > 0 || noHazards)

/** 5月14日至 of 5月14日至16日: the last day stands for all. */
const rangeStart = /^.{0,12}\d[日号]?(?:至|到|-|—|~)(?=\d{1,2}[月日号])/

/** 现均已整改 at the head of a clause tells how all stand by now. */
const ofAll = /^(?:目前|现|现已|已|以上|上述|隐患|问题|所有)*(?:均|全部|都)/

/** A clause in which several units are joined by 、 falls apart: 铁东区检查5家、铁西区检查3家. */
function splitUnits(clause: Clause, gazetteer: Pick<Gazetteer, 'findMention'>): Clause[] {
  const pieces = clause.text.split('、')
  const starts = pieces.flatMap((piece, index) => {
    if (index === 0) return [0]
    const follows = /\d/.test(pieces[index - 1]!) && /^\D.*\d/.test(piece)
    return follows && readUnitAt(withoutLead(piece), gazetteer) !== null ? [index] : []
  })
  const parts = starts.map((start, index) => pieces.slice(start, starts[index + 1]).join('、'))
  return parts.map((text, index) => ({ ...clause, text, begins: clause.begins && index === 0 }))
}

/** Reads clause by clause: whose figures they are, and whether they are figures of the day at all. */
class Reader {
  sections = [newSection(null)]
  private at = this.sections[0]!
  private group = this.at.groups[0]!
  private time: 'day' | 'period' = 'day'
  /** The time that stands above all sections. */
  private baseline: 'day' | 'period' = 'day'
  private planned = false
  private part = false
  /** The industry at hand is a part of what was counted before it. */
  private amidParts = false
  private last: Counted | null = null
  private amongst = false
  /** An industry stands as heading over what follows. */
  private headed = false

  read(clause: Clause, gazetteer: Pick<Gazetteer, 'findMention'>): void {
    const { text, begins, bracketed } = clause
    if (begins) {
      this.planned = false
      // Parts end with their sentence: 企业21家：危化10家，工贸11家；发现隐患30条.
      if (this.amidParts) this.group = this.at.groups[0]!
      this.amidParts = false
      this.part = false
    }
    const subject = readSubject(text, gazetteer)
    if (subject && (!bracketed || !saysAnything(this.at))) this.turnTo(subject)
    const time = timeOf(text)
    if (bracketed && (time === 'period' || isPlan(text))) return
    this.time = time ?? this.time
    if (!saysAnything(this.sections[0]!) && this.sections.length === 1) this.baseline = this.time
    this.planned ||= isPlan(text)
    if (this.time === 'period' || this.planned) return
    if (time === 'day' && !/前$/.test(text))
      this.at.date ??= findDate(text.replace(rangeStart, ''), { brief: true })
    this.take(text)
  }

  private turnTo(subject: Subject): void {
    const main = this.sections[0]!
    if (subject.kind === 'own') return
    if (subject.kind === 'industry') {
      this.enter(subject.industry)
      this.headed = true
      return
    }
    if (subject.kind === 'whole') {
      // 合计 over a single unit's figures only introduces them.
      if (!saysAnything(main)) this.goTo(main)
      else if (this.at !== main || main.unit !== null)
        this.goTo(this.wholeSection() ?? this.open(this.sections.length === 1 ? main.unit : null))
      this.at.whole = true
      this.at.jurisdiction ||= subject.jurisdiction
      this.time = this.baseline
      return
    }
    this.amongst ||= subject.among
    if (this.amongst && saysAnything(main)) main.whole = true
    this.time = this.baseline
    const known = this.sections.find(({ unit }) => unit !== null && isSameUnit(unit, subject.written))
    const isFirst = !saysAnything(main) && main.unit === null && !main.whole
    if (isFirst) main.unit = subject.written
    this.goTo(known ?? (isFirst ? main : this.open(subject.written)))
    this.at.jurisdiction ||= subject.jurisdiction
    this.at.whole ||= subject.jurisdiction
  }

  private wholeSection = (): Section | undefined => this.sections.find(({ whole }) => whole)

  private open(unit: string | null): Section {
    const section = newSection(unit)
    this.sections.push(section)
    return section
  }

  private goTo(section: Section): void {
    this.at = section
    this.group = section.groups[0]!
    this.last = null
    this.part = false
    this.amidParts = false
    this.headed = false
  }

  /** What follows is said of one industry; of several in one word, or of another kind, with null. */
  private enter(industry: Industry | null): void {
    const known = this.at.groups.slice(1).find(group => group.industry === industry)
    this.group = known ?? newGroup(industry)
    if (!known) this.at.groups.push(this.group)
  }

  /** Which group a number belongs to: 21家，其中煤矿3家 are a whole and a part, 煤矿3家、餐饮场所2家 two parts. */
  private choose({ counted, industry, overall, part, another }: Count): void {
    const isPart = this.group !== this.at.groups[0]
    if (overall && industry === null) this.group = this.at.groups[0]!
    else if (counted !== 'enterprises') return
    else if (another && isPart) this.enter(industry)
    else if (industry !== null && !another) {
      this.amidParts = part && saysAnything(this.at)
      this.enter(industry)
    }
    // 检查煤矿3家，…；检查其他企业4家: without 共 another part, if no whole was counted before.
    else if (isPart && !part && !this.headed) this.enter(null)
  }

  private take(text: string): void {
    const counts = readCounts(text, { part: this.part, last: this.last })
    for (const count of counts) {
      this.choose(count)
      this.group.counts.push(count)
      this.last = count.counted
    }
    // 其中 holds on to the end of the sentence, until something else is counted.
    this.part = counts.at(-1)?.part ?? (this.part || /其中/.test(text))
    if (saysNoHazards(text)) this.group.noHazards = true
    else if (
      counts.every(({ counted }) => counted !== 'rectified' && counted !== 'open' && counted !== 'rate')
    )
      this.group.rectified = this.readOutcome(text) ?? this.group.rectified
  }

  /** 已整改1条，其中甲厂灭火器过期已整改: what is said of a part, or of one hazard, does not change the number. */
  private readOutcome(text: string): 'all' | 'others' | null {
    const said = saysRectified(text)
    const counted = this.group.counts.some(({ counted, part }) => counted === 'rectified' && !part)
    return said === 'all' && counted && (this.part || !ofAll.test(text)) ? null : said
  }
}

/** Cuts a text into what it says of each unit. */
export function readSections(text: string, gazetteer: Pick<Gazetteer, 'findMention'>): Section[] {
  const reader = new Reader()
  for (const clause of cutClauses(text))
    for (const part of splitUnits(clause, gazetteer)) reader.read(part, gazetteer)
  const [main] = reader.sections
  // 危化领域今日检查情况 above the figures.
  const heading = text.slice(0, 60).split(/\d[家户个项]/, 1)[0]!
  if (main!.groups.length === 1) main!.groups[0]!.industry = readIndustry(heading)
  return reader.sections
}
