import type { Industry } from '../../terms.ts'
import type { Problem, StatedTotals } from '../parsed-message.ts'
import type { WrittenDate } from '../text/dates.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import { addFigures, completeFigures, figureNames, figuresOf, figuresOfSection } from './figures.ts'
import { checkSection, checkUnits } from './problems.ts'
import { describesHazards, isRefused, namesEnterprise } from './refusals.ts'
import { readSections, type Section, saysAnything } from './sections.ts'

export { compareTotals } from './problems.ts'

/** Totals 合计 that a message states for one unit, or for one industry of it. */
export interface ReadTotals {
  /** The unit as written; null where only 我局, 全市 or nothing stands there. */
  inspectingUnit: string | null
  /** It speaks for all offices of its jurisdiction 属地: 全市, 各县（市、区）. */
  wholeJurisdiction: boolean
  industry: Industry | null
  /** As written; resolve it with `resolveInspectionDate`. */
  date: WrittenDate | null
  totals: StatedTotals
  /** What does not add up 合计与分项不符: said, and accepted all the same. */
  problems: Problem[]
}

/** Longer texts are papers and bulletins. */
const longest = 4000

/** One result for each industry where each has figures of its own and nothing is said of all; else one. */
function readSection(section: Section): ReadTotals[] {
  const { unit, jurisdiction, date, groups } = section
  const base = { inspectingUnit: unit, wholeJurisdiction: jurisdiction, date }
  const [general, ...industries] = groups
  const byIndustry = industries.map(group => ({ industry: group.industry, totals: figuresOf(group), group }))
  const apart =
    industries.length > 1 &&
    !saysAnything({ ...section, groups: [general!] }) &&
    byIndustry.every(({ totals }) => totals.enterprises !== null && totals.hazards !== null) &&
    byIndustry.slice(0, -1).every(({ totals }) => totals.rectified !== null)
  if (apart)
    return byIndustry.map(({ industry, totals, group }) => ({
      ...base,
      industry,
      totals,
      problems: checkSection({ ...section, groups: [group] }, totals),
    }))
  const totals = figuresOfSection(section)
  const enterprises = general!.counts.some(({ counted }) => counted === 'enterprises')
  const industry = industries.length === 1 && !enterprises ? industries[0]!.industry : general!.industry
  return [
    {
      ...base,
      industry: industries.length > 1 ? null : industry,
      totals,
      problems: checkSection(section, totals),
    },
  ]
}

/** What tells units apart, and which belongs to which. */
type Names = Pick<Gazetteer, 'findMention' | 'resolve' | 'isWithin'>

/** 四平市, and no office of it: 四平市应急局, 四平市本级. */
const barePlace = /^[\p{Script=Han}]{2,12}[市州县区]$/u

/** A place told by its bare name before two or more that belong to it: 四平市检查企业21家。铁东区：检查5家；…. */
function leadsItsOwn(units: readonly (string | null)[], gazetteer: Names): boolean {
  const [first, ...rest] = units
  if (!first || !barePlace.test(first)) return false
  const whole = gazetteer.resolve(first, null)
  return (
    whole.kind === 'found' &&
    rest.every(unit => {
      const below = gazetteer.resolve(unit ?? '', whole.unit)
      return below.kind === 'found' && below.unit !== whole.unit && gazetteer.isWithin(below.unit, whole.unit)
    })
  )
}

/** With less than one of its parts a city tells of its own office, and is no whole. */
const covers = (whole: StatedTotals, parts: readonly StatedTotals[]): boolean =>
  whole.enterprises !== null &&
  figureNames.every(figure => parts.every(part => (whole[figure] ?? Infinity) >= (part[figure] ?? 0)))

/** A first unit whose enterprises are those of the others together is their sum, though nobody says so. */
function findWhole(sections: readonly Section[], gazetteer: Names): Section | undefined {
  const marked = sections.find(({ whole }) => whole)
  if (marked || sections.length < 3) return marked
  const [first, ...rest] = sections.map(figuresOfSection)
  const added = addFigures(rest)
  const isSum =
    first!.enterprises !== null &&
    first!.enterprises === added.enterprises &&
    first!.hazards === added.hazards
  const units = sections.map(({ unit }) => unit)
  return isSum || (covers(first!, rest) && leadsItsOwn(units, gazetteer)) ? sections[0] : undefined
}

function readUnits(text: string, gazetteer: Names): ReadTotals[] {
  const all = readSections(text, gazetteer)
  const sections = all.filter(saysAnything)
  const whole = findWhole(sections, gazetteer)
  const common = all[0]!.date
  const dated = sections.map(section => ({ ...section, date: section.date ?? common }))
  if (whole === undefined || sections.length === 1) return dated.flatMap(readSection)
  // A breakdown by unit below the whole is not added again.
  const parts = sections.filter(section => section !== whole).map(figuresOfSection)
  const stated = figuresOfSection(whole)
  const totals = completeFigures(stated, parts)
  const [general] = whole.groups
  return [
    {
      inspectingUnit: whole.unit,
      wholeJurisdiction:
        whole.jurisdiction || sections.some(({ unit }) => unit !== null && unit !== whole.unit),
      industry: whole.groups.length > 1 ? null : general!.industry,
      date: whole.date ?? common,
      totals,
      problems: [...checkSection(whole, totals), ...checkUnits(stated, parts)],
    },
  ]
}

const count = (totals: StatedTotals): number => figureNames.filter(figure => totals[figure] !== null).length
/** 我县今日检查企业3家: a single figure is a report where the message says nothing else. */
const terse = /^[^，,。；;\n]{0,30}(?:共?检查(?!了)|检查企业)[^，,。；;\n]{1,20}[。！!]?$/

/** Without one of these words, numbers of firms and hazards tell of something else. */
const inspecting = /[检督抽排巡夜]查|查[了出]|执法|暗访|督导|走访|出动|派出|企业(?:[家户]?数)?[:：\d]/

/** Whether figures make a report: enterprises and one thing more, or hazards and who looked for them. */
function suffices(totals: StatedTotals, text: string): boolean {
  const { teams, personTimes, enterprises, hazards } = totals
  const inspected = enterprises ?? hazards
  if (inspected === null || Object.values(totals).every(figure => figure === 0 || figure === null))
    return false
  if (enterprises !== null) return count(totals) > 1 || terse.test(text)
  return teams !== null || personTimes !== null
}

/** Figures with a named enterprise and its hazards are one inspection, told in prose. */
function isInspection(totals: StatedTotals, text: string): boolean {
  if (!namesEnterprise(text)) return false
  return totals.enterprises === null || describesHazards(text)
}

/**
 * The totals of a message that states them instead of listing inspections, one for each unit; null where it is
 * something else: chat, a question, a plan, statistics of a longer time or of others, or an inspection told in prose.
 */
export function readTotals(text: string, gazetteer: Names): ReadTotals[] | null {
  if (
    text.length > longest ||
    !/[\d一二两三四五六七八九十]/.test(text) ||
    isRefused(text) ||
    !inspecting.test(text)
  )
    return null
  const read = readUnits(text, gazetteer)
  const all = addFigures(read.map(({ totals }) => totals))
  if (read.length === 0 || !suffices(all, text) || isInspection(all, text)) return null
  return read
}

/** Totals in the heading above listed inspections: 今日检查3家企业，发现隐患5项. Null where it states none. */
export function readHeadingTotals(heading: string, gazetteer: Names): StatedTotals | null {
  if (heading.length > longest || isRefused(heading)) return null
  const totals = addFigures(readUnits(heading, gazetteer).map(each => each.totals))
  return count(totals) === 0 ? null : totals
}
