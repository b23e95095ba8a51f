import { longDate, shortDate } from '../time.ts'
import { impossibleDeadline, unclearRectification } from './fault-sentences.ts'
import { readRectification } from './fields/rectification.ts'
import { readStatus } from './fields/rectification-status.ts'
import type { Inspection, Problem, ReportedHazard } from './parsed-message.ts'

/** An inspection as amended, and the faults that the amendment brought. */
export interface Amended {
  inspection: Inspection
  problems: Problem[]
}

/**
 * What an inspection says after single fields of it were stated anew 更正, 补充: these change, all others stay. What is
 * said of rectification is read over the hazards again; `today` resolves dates in it.
 */
export function amendInspection(kept: Inspection, stated: Inspection, today: string | null): Amended {
  const { states = [], ...said } = stated
  const inspection: Inspection = {
    inspectingUnit: said.inspectingUnit ?? kept.inspectingUnit,
    unit: kept.unit,
    enterprise: said.enterprise ?? kept.enterprise,
    place: said.place ?? kept.place,
    industry: said.industry ?? kept.industry,
    date: said.date ?? kept.date,
    inspectors: filled(said.inspectors) ?? kept.inspectors,
    teams: said.teams ?? kept.teams,
    personTimes: amendPersonTimes(kept, said),
    hazards: kept.hazards,
    rectification: said.rectification ?? kept.rectification,
    level: said.level ?? kept.level,
    manners: filled(said.manners) ?? kept.manners,
    basis: said.basis ?? kept.basis,
    documents: filled(said.documents) ?? kept.documents,
    cases: said.cases ?? kept.cases,
    fine: said.fine ?? kept.fine,
    production: said.production ?? kept.production,
  }
  if (states.includes('hazards')) {
    // What was said over the old list holds for the new one as far as this does not speak for itself.
    const silent = said.rectification === null ? (kept.rectification ?? '') : ''
    return rectify(inspection, said.hazards, silent, today, { overrides: false })
  }
  return said.rectification === null
    ? { inspection, problems: [] }
    : rectify(inspection, kept.hazards, said.rectification, today, { overrides: true })
}

/** A figure that was stated holds beside other names, as long as it is not below what they make. */
function amendPersonTimes(kept: Inspection, said: Inspection): number | null {
  if (said.personTimes === null) return kept.personTimes
  const reckoned = said.personTimes === said.inspectors.length
  const stated = kept.personTimes !== null && kept.personTimes !== kept.inspectors.length
  return reckoned && stated ? Math.max(kept.personTimes!, said.personTimes) : said.personTimes
}

const filled = <T>(list: T[]): T[] | null => (list.length === 0 ? null : list)

/** Reads rectification over hazards; `overrides`: it counts more than what is known of them. */
function rectify(
  inspection: Inspection,
  hazards: ReportedHazard[],
  text: string,
  today: string | null,
  { overrides }: { overrides: boolean },
): Amended {
  const texts = hazards.map(hazard => hazard.text)
  const { statuses, unclear } = readRectification(text, texts, today)
  const read = hazards.map((hazard, index) => {
    const status = statuses[index]!
    const known = !overrides && hazard.rectified !== null
    if (known || (status.rectified === null && status.deadline === null)) return hazard
    const deadline = status.rectified === true ? null : (status.deadline ?? hazard.deadline)
    return { ...hazard, rectified: status.rectified ?? hazard.rectified, deadline }
  })
  const problems = [...new Set(statuses.flatMap(status => status.impossible ?? []))].map(impossibleDeadline)
  if (unclear && (overrides || read.some(({ rectified }) => rectified === null)))
    problems.push(unclearRectification)
  return { inspection: { ...inspection, hazards: read }, problems }
}

/** The same inspection with a deadline 整改期限 for all that is not rectified; null where the text names none. */
export function amendDeadline(kept: Inspection, written: string, today: string | null): Amended | null {
  const status = readStatus(`限期${written}前`, today)
  if (status.impossible !== null)
    return { inspection: kept, problems: [impossibleDeadline(status.impossible)] }
  if (status.deadline === null) return null
  const { deadline } = status
  const hazards = kept.hazards.map(hazard =>
    hazard.rectified === true ? hazard : { ...hazard, rectified: false, deadline },
  )
  const rectification = restateDeadline(kept.rectification, hazards, deadline, today)
  return { inspection: { ...kept, hazards, rectification }, problems: [] }
}

/** 5月25日 in front of 前: a date until when, not one on which. */
const until = /(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?=之?以?前)/g

/**
 * What is said of rectification with another deadline: left alone where it names none; with the date put in its place
 * where it then says so; else told anew, hazard by hazard. Two deadlines must not stand beside each other.
 */
function restateDeadline(
  written: string | null,
  hazards: ReportedHazard[],
  deadline: string,
  today: string | null,
): string | null {
  if (written === null) return null
  const texts = hazards.map(hazard => hazard.text)
  const { statuses } = readRectification(written, texts, today)
  const named = statuses.map(status => status.deadline).filter(date => date !== null)
  if (named.every(date => date === deadline)) return written
  const date = today?.slice(0, 4) === deadline.slice(0, 4) ? shortDate(deadline) : longDate(deadline)
  const replaced = written.replace(until, date)
  const agrees = readRectification(replaced, texts, today).statuses.every((status, index) =>
    hazards[index]!.rectified === true ? status.rectified : status.deadline === deadline,
  )
  if (agrees) return replaced
  const open = `限期${date}前整改`
  return hazards.every(({ rectified }) => rectified !== true)
    ? open
    : hazards
        .map(({ rectified }, index) => `第${index + 1}项${rectified === true ? '已整改' : open}`)
        .join('，')
}
