import { impossibleDeadline, unclearRectification } from './fault-sentences.ts'
import { countsOnly, readHazards } from './fields/hazards.ts'
import { readRectification } from './fields/rectification.ts'
import { readStatus } from './fields/rectification-status.ts'
import type { Segment } from './forms/segment.ts'
import type { LabelField } from './labels/labels.ts'
import type { ReportedHazard } from './parsed-message.ts'

const listNumber = /(?:^|\n)\s*[（(]?(\d{1,2}) ?[.、)）]/g

/**
 * 1.灭火器过期 整改情况：已整改 2.通道堵塞 整改情况：…: the next hazard stands behind the rectification of the one before. Gives
 * hazards and rectification in pairs; null where they are not woven so.
 */
function unweave(hazards: readonly string[], rectified: readonly string[]): [string, string][] | null {
  if (hazards.length !== 1 || rectified.length < 2) return null
  const pairs: [string, string][] = []
  let hazard = hazards[0]!.replace(/^\s*[（(]?1 ?[.、)）]\s*/, '')
  for (const [index, said] of rectified.entries()) {
    const next = [...said.matchAll(listNumber)].find(([, number]) => Number(number) === index + 2)
    if (!next && index < rectified.length - 1) return null
    pairs.push([hazard, next ? said.slice(0, next.index) : said])
    hazard = next ? said.slice(next.index + next[0].length).trim() : ''
  }
  return pairs
}

/** 已 全 部 整 改: set in columns. */
const joinSpaced = (value: string): string =>
  /^(?:\p{Script=Han} +){3,}\p{Script=Han}$/u.test(value) ? value.replace(/ +/g, '') : value

/** Hazards with their rectification: list by list where both are labelled as often, else one list. */
export function readFindings(segment: Segment, today: string | null) {
  const pick = (field: LabelField) => segment.own.filter(value => value.field === field)
  /** Said above for all: 整改情况：均已整改 over several enterprises. */
  const pickShared = (field: LabelField) => {
    const own = pick(field)
    return own.length > 0 ? own : segment.shared.filter(value => value.field === field)
  }
  const labelled = pick('hazards')
  const saidOf = pickShared('rectification').map(({ value }) => joinSpaced(value))
  const woven = unweave(
    labelled.map(({ value }) => value),
    saidOf,
  )
  const found = woven ? woven.map(([value]) => ({ label: '', value })) : labelled
  const rectified = woven ? woven.map(([, said]) => said) : saidOf
  const lists = found.map(({ label, value }) => readHazards(value, /^重大/.test(label), today))
  const impossible = lists.flatMap(list => list.impossible)

  let unclear = false
  const apply = (hazards: ReportedHazard[], text: string) => {
    const texts = hazards.map(hazard => hazard.text)
    const read = readRectification(text, texts, today)
    for (const [index, status] of read.statuses.entries()) {
      const hazard = hazards[index]!
      // What stands beside the hazard itself is more exact than what is said over the list.
      hazard.deadline ??= hazard.rectified === true ? null : status.deadline
      hazard.rectified ??= status.rectified
      if (status.impossible) impossible.push(status.impossible)
    }
    unclear ||= read.unclear && hazards.some(hazard => hazard.rectified === null)
  }
  const hazards = lists.flatMap(list => list.hazards)
  const overall = lists.flatMap(list => list.overall ?? [])
  const inPairs = lists.length > 1 && lists.length === rectified.length
  if (inPairs) {
    lists.forEach((list, index) => void apply(list.hazards, rectified[index]!))
  } else {
    apply(hazards, rectified.join('\n'))
  }
  if (overall.length > 0) apply(hazards, overall.join('\n'))
  const deadline = pickShared('deadline')[0]
  if (deadline) {
    const status = readStatus(`限期${deadline.value}前`, today)
    if (status.impossible) impossible.push(status.impossible)
    for (const hazard of hazards) if (hazard.rectified !== true) hazard.deadline ??= status.deadline
  }
  const problems = [...new Set(impossible)].map(impossibleDeadline)
  if (unclear) problems.push(unclearRectification)
  return {
    hazards,
    statesHazards: found.length > 0 && !found.every(({ value }) => countsOnly(value)),
    // Said hazard by hazard, it is said of no list.
    rectification: [...(inPairs ? [] : rectified), ...overall].join('\n') || null,
    problems,
  }
}
