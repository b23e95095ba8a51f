import { unclearRectification } from './amend-inspection.ts'
import { readHazards } from './fields/hazards.ts'
import { readRectification } from './fields/rectification.ts'
import { readStatus } from './fields/rectification-status.ts'
import type { LabelField } from './forms/labels.ts'
import type { Segment } from './forms/segment.ts'
import type { Problem, ReportedHazard } from './parsed-message.ts'

/** Hazards with their rectification: list by list where both are labelled as often, else one list. */
export function readFindings(segment: Segment, today: string | null) {
  const pick = (field: LabelField) => segment.own.filter(value => value.field === field)
  const found = pick('hazards')
  const rectified = pick('rectification').map(({ value }) => value)
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
  const deadline = pick('deadline')[0]
  if (deadline) {
    const status = readStatus(`限期${deadline.value}前`, today)
    if (status.impossible) impossible.push(status.impossible)
    for (const hazard of hazards) if (hazard.rectified !== true) hazard.deadline ??= status.deadline
  }
  const problems = [...new Set(impossible)].map(
    (written): Problem => ({
      field: 'rectification',
      kind: 'impossibleDate',
      message: `整改期限“${written}”不存在，请核对`,
    }),
  )
  if (unclear) problems.push(unclearRectification)
  return {
    hazards,
    statesHazards: found.length > 0,
    // Said hazard by hazard, it is said of no list.
    rectification: [...(inPairs ? [] : rectified), ...overall].join('\n') || null,
    problems,
  }
}
