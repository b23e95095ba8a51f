import type { CommentaryKind, References } from '../../reports/commentary/commentary.ts'
import { commentaryLimit, readCommentary } from '../../reports/commentary/read-commentary.ts'
import { tidyText } from '../../reports/commentary/tidy-text.ts'
import type { HazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Division } from '../../reports/roster/roster.ts'
import { type Industry, industries, province } from '../../reports/terms.ts'
import { readHazards } from '../../storage/hazards.ts'
import { type ReportRow, reportById } from '../../storage/reports.ts'
import { type Context, refuse } from '../command.ts'

/** A commentary as read from what its author wrote, with what he must be told of it. */
export interface ReadDraft {
  text: string
  kinds: CommentaryKind[]
  /** Only what there is; with the units of the reports and hazards that are named by their numbers alone. */
  references: References
  /** Industries of other divisions 协同. */
  joint: Industry[]
  /** Units that are asked for an answer. */
  asked: string[]
  /** Names that may mean several units, or none. */
  unclear: { written: string; candidates: string[] }[]
  /** Why numbers in it are not linked, in phrases. */
  unlinked: string[]
}

/** Reads a commentary of a division. Refuses one that says nothing, or too much. */
export async function readDraft(written: string, division: Division, context: Context): Promise<ReadDraft> {
  const text = tidyText(written)
  const length = [...text].length
  if (!/\p{L}/u.test(text)) refuse('请写明点评内容，例如：/点评 四平市铁东区隐患描述写明了依据，做法较好。')
  if (length > commentaryLimit) refuse(`点评共${length}字，超过上限${commentaryLimit}字，请精简或分条发送。`)
  const { touched, ...read } = await readLinked(text, context)
  return { ...read, joint: touched.filter(each => !division.industries.includes(each)) }
}

/** What a commentary says, with the reports and hazards that there are, and their units. `touched`: the industries of all. */
export async function readLinked(
  text: string,
  context: Context,
): Promise<Omit<ReadDraft, 'joint'> & { touched: Industry[] }> {
  const { askedReports, industries: named, ...read } = readCommentary(text, context.directory.gazetteer)
  const { reports, hazards, unlinked, found } = await link(read.references, context)
  const linked = [...reports, ...hazards.map(({ report }) => report)]
  const unitsOf = (numbers: number[]) => numbers.flatMap(number => found.get(number)?.unit ?? [])
  const askedByNumber = unitsOf(askedReports.filter(number => linked.includes(number)))
  const touched: (string | null)[] = [...named, ...linked.map(number => found.get(number)!.industry)]
  return {
    ...read,
    references: {
      units: [...new Set([...read.references.units, ...unitsOf(linked)])],
      reports,
      hazards,
    },
    asked: [...new Set([...read.asked, ...askedByNumber])].filter(unit => unit !== province),
    unlinked,
    touched: industries.filter(each => touched.includes(each)),
  }
}

/** Tells the numbers of reports and hazards that there are from those that there are not, or no more. */
async function link({ reports, hazards }: References, { db }: Context) {
  const unlinked: string[] = []
  const found = new Map<number, ReportRow>()
  for (const number of new Set([...reports, ...hazards.map(({ report }) => report)])) {
    const report = await reportById(db, number)
    if (report === null) unlinked.push(`没有第${number}号报告`)
    else if (report.status === 'withdrawn') unlinked.push(`第${number}号报告已撤销`)
    else found.set(number, report)
  }
  const listed = await readHazards(db, [...found.keys()])
  const known: HazardNumber[] = []
  for (const hazard of hazards) {
    if (!found.has(hazard.report)) continue
    if (listed.get(hazard.report)?.some(({ position }) => position === hazard.position)) known.push(hazard)
    else unlinked.push(`第${hazard.report}号报告没有第${hazard.position}项隐患`)
  }
  return {
    unlinked,
    reports: reports.filter(number => found.has(number)),
    hazards: known,
    found,
  }
}
