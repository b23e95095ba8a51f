import { speaksOfRectification } from '../../hazards/speaks-of-rectification.ts'
import type { ReportedHazard } from '../parsed-message.ts'
import { splitList, splitNumbered } from '../text/lists.ts'
import { readNumeral } from '../text/numerals.ts'
import { splitFaults, statesFault } from './faults.ts'
import { readHazard, trimItem } from './hazard-item.ts'
import { saysNothing } from './nothing-found.ts'
import { readStatus } from './rectification-status.ts'

/** Hazards as listed, and deadlines in them that are not on the calendar. */
export interface ReadHazards {
  hazards: ReportedHazard[]
  impossible: string[]
  /** What the list says at its end of all its hazards: 以上隐患均已整改; null where it says nothing. */
  overall: string | null
}

/** A heading over the list: 存在重大隐患2项： says so of all when there are two. */
const majorLead =
  /(?<!未发现|不存在|没有|非|无)重大(?:事故|安全|生产)*隐患(?:(\d+)[处项条个])?(?:如下)?[:：]?$/
/** 重大隐患： in the midst of a list: a list of its own begins. */
const gradedLists = /(?<=^|[\s；;。，,])(?=(?:重大|一般)(?:事故|安全|生产)*隐患(?:\d+[处项条个])?[:：]\s*\d)/
/** 一般隐患：3. — numbers may run on from the list before. */
const listHead =
  /^(?:重大|一般)(?:事故|安全|生产)*隐患(?:\d+[处项条个])?[:：]\s*(?:(?:[2-9]|\d\d)[.、．]\s*)?/
/** 经检查发现以下问题：, 存在2项隐患：, 主要问题有： how the list came about, not a hazard. */
const introduction =
  /^(?!重大|一般)[^:：；;。\n（(]{0,60}?(?:发现|存在|查出|查见|如下|以下|问题|隐患|不足)[^:：；;。，,\n（(]{0,16}[:：]\s*/
const introducedByClause =
  /^(?:经|通过|检查)[^:：；;。\n]{0,40}(?:发现|查出|存在)(?:了|有|以下|如下|的)*(?:安全|隐患|问题)*[:：，,]?\s*(?=\S)/
const statedCount = /(\d{1,3}|[一二两三四五六七八九十]{1,3}) ?(?:项|条|个|处)(?:安全|一般|问题|隐患|不足)*/
/** 灭火器过期、配电箱未接地等2项隐患 */
const countAfter =
  /[，,、]?(?:等|共计?|合计)?(\d{1,3}|[一二两三四五六七八九十]{1,3}) ?(?:项|条|个|处)(?:安全|一般|问题|隐患)+$/

/** 共发现5处隐患: counts, and lists none. */
const onlyCounted =
  /^(?:共计?|检查|现场|合计|其中|，)*(?:发现|查出|存在|有)?(?:了|安全|一般|问题|隐患)*(?:[1-9]\d{0,2}|[一二两三四五六七八九十]{1,3}) ?(?:项|条|个|处)(?:安全|一般|问题|隐患)*[。；;]?$/

/** Whether a text says how many hazards there are and not which. */
export const countsOnly = (value: string): boolean => value.length <= 40 && onlyCounted.test(value.trim())

/** 以上隐患均已整改; 已责令企业立即整改: of all, not a hazard. */
const ofAll =
  /^(?:(?:针对|对于?|就)?(?:以上|上述|这些|存在|发现)|(?:现|检查组|执法人员|我局|我们|并|均|全部|当场|现场)*(?:已经?|均|全部|责令|要求|督促|下达|下发|限期|立即))[^\n]{0,80}(?:整改|改正|消除|指令书|通知书|停产)/

/** 复查，上次隐患均已整改: of what was found before, not a hazard. */
const ofEarlier = /^(?:经|现场|本次|对)*(?:复查|复核|复验|回头看|上次|上回|上一次|前次|前期|此前|之前|以前)/

/** Reads the hazards under one label; `major` when the label itself says 重大隐患. */
export function readHazards(value: string, major: boolean, today: string | null): ReadHazards {
  const nothing: ReadHazards = { hazards: [], impossible: [], overall: null }
  if (saysNothing(value) || countsOnly(value)) return nothing
  const lists = value.split(gradedLists).filter(list => list.trim() !== '')
  return lists
    .map(list =>
      lists.length === 1
        ? readOneList(list, major, today)
        : readOneList(list.replace(listHead, ''), major || /^重大/.test(list), today),
    )
    .reduce(
      (all, read) => ({
        hazards: [...all.hazards, ...read.hazards],
        impossible: [...all.impossible, ...read.impossible],
        overall: read.overall ?? all.overall,
      }),
      nothing,
    )
}

/** Cuts a list whose items are headings over lists of their own: （一）现场管理：1.… 2.… */
const flatten = (items: string[]): string[] =>
  items.flatMap(item => {
    const inner = splitNumbered(item)
    return inner !== null && inner.items.length > 1 && /[:：]$|^$/.test(inner.lead) ? inner.items : [item]
  })

/** 灭火器过期；2.通道堵塞: the first lost its number to the label before it. */
const secondOnly = /^(?![^；;。\n]*(?<!\d)1[.、])[^；;。\n]{4,}[；;。\n]\s*2[.、](?!\d)/

/** 2.通道堵塞 alone: its list was cut before it. */
const loneNumber = /^\s*[2-9] ?[.、)）]\s*(?=\p{Script=Han}[^1-9]*$)/u

function splitHazards(written: string): { lead: string; items: string[] } {
  const value = secondOnly.test(written) ? `1.${written}` : written.replace(loneNumber, '')
  const numbered = splitList(value)
  if (numbered.lead !== '' || numbered.items.length > 1 || splitNumbered(value) !== null)
    return { lead: numbered.lead, items: flatten(numbered.items) }
  const lead = introduction.exec(value)?.[0] ?? introducedByClause.exec(value)?.[0] ?? ''
  // 灭火器过期 / 通道堵塞
  const slashed = value.split(/ +[/／] +/)
  if (slashed.length > 1 && slashed.every(statesFault)) return { lead: '', items: slashed }
  const after = countAfter.exec(trimItem(value))
  const list = trimItem(value).slice(lead.length, after?.index)
  const said = after?.[1] ?? statedCount.exec(lead)?.[1]
  return {
    lead,
    items: splitFaults(list, said === undefined ? null : readNumeral(said)),
  }
}

function readOneList(value: string, major: boolean, today: string | null): ReadHazards {
  const { lead, items } = splitHazards(value)
  const heading = majorLead.exec(lead)
  const allMajor =
    major || (heading !== null && (heading[1] ?? String(items.length)) === String(items.length))
  const hazards: ReportedHazard[] = []
  const impossible: string[] = []
  let overall: string | null = null
  for (const [index, said] of items.entries()) {
    const item = trimItem(index === 0 && items.length > 1 ? said.replace(introduction, '') : said)
    if (item === '' || saysNothing(item)) continue
    if (ofEarlier.test(item) && speaksOfRectification(item)) {
      overall = item
      continue
    }
    if (ofAll.test(item) && readStatus(item, today).rectified !== null) {
      overall = item
      continue
    }
    const tail = /。\s*([^。]{4,100})。?$/.exec(item)
    const ends = tail !== null && ofAll.test(tail[1]!) && readStatus(tail[1]!, today).rectified !== null
    if (ends) overall = tail[1]!
    const read = readHazard(ends ? item.slice(0, tail.index) : item, allMajor, today)
    if (read.hazard.text === '') continue
    hazards.push(read.hazard)
    impossible.push(...read.impossible)
  }
  return { hazards, impossible, overall }
}
