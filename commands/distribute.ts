import { type History, lookBack } from '../reports/commentary/look-back.ts'
import { isTelling, renderLookBack } from '../reports/commentary/look-back-text.ts'
import { renderDivision, renderSummary, renderText } from '../reports/daily/text.ts'
import type { Division } from '../reports/roster/roster.ts'
import type { Snapshot } from '../storage/editions.ts'
import type { Directory } from './directory.ts'
import type { OutgoingMessage } from './message.ts'

type To = OutgoingMessage['to']

/**
 * An edition of the daily report on its way: whole to the leaders, slices to the heads, the summary to the committee.
 * Of a corrected edition only the slices that differ from the one `issued` before are sent again. With `history` each
 * division's slice is followed by its look-back 回头看 where that tells anything.
 */
export function distribute(
  report: Snapshot,
  edition: number,
  directory: Directory,
  { issued = null, history = null }: { issued?: Snapshot | null; history?: History | null } = {},
): OutgoingMessage[] {
  const rooms = (role: Parameters<Directory['roomsFor']>[0]) =>
    directory.roomsFor(role).map((room): To => ({ room }))
  return [
    ...rooms('leaders').flatMap(to => wholeReport(report, edition, to)),
    ...rooms('heads').flatMap(to =>
      issued === null ? slices(report, directory, to, history) : changedSlices(report, issued, directory, to),
    ),
    ...rooms('committee').flatMap(to => summary(report, edition, to)),
  ]
}

/** Text, workbook and picture. */
export const wholeReport = (report: Snapshot, edition: number, to: To): OutgoingMessage[] => [
  { to, text: renderText(report) },
  { to, file: { name: `${fileName(report)}.xlsx`, document: 'workbook', edition } },
  { to, file: { name: `${fileName(report)}.png`, document: 'picture', edition } },
]

/** The short text and the picture, for the many. */
export const summary = (report: Snapshot, edition: number, to: To): OutgoingMessage[] => [
  { to, text: renderSummary(report) },
  { to, file: { name: `${fileName(report)}.png`, document: 'picture', edition } },
]

/**
 * Each division's slice, its head mentioned. Divisions of the same industries share one, and those without any
 * inspection in their industries share one line.
 */
export function slices(
  report: Snapshot,
  directory: Directory,
  to: To,
  history: History | null = null,
): OutgoingMessage[] {
  const groups = new Map<string, Division[]>()
  for (const division of directory.roster.divisions) {
    const key = division.industries.join()
    groups.set(key, [...(groups.get(key) ?? []), division])
  }
  const inspected = (divisions: Division[]) =>
    report.summary.some(({ industry }) => industry !== null && divisions[0]!.industries.includes(industry))
  const quiet = [...groups.values()].filter(divisions => !inspected(divisions))
  const lookBacks = (divisions: Division[]) => {
    const found = history === null ? null : lookBack(sharedBy(divisions), report, history)
    return found !== null && isTelling(found) ? [{ to, text: renderLookBack(found) }] : []
  }
  return [
    ...[...groups.values()]
      .filter(inspected)
      .flatMap(divisions => [sliceFor(report, divisions, directory, to), ...lookBacks(divisions)]),
    ...(quiet.length === 0
      ? []
      : [
          {
            to,
            text: `${quiet
              .flat()
              .map(({ name }) => name)
              .join('、')}：本批次无本行业检查。`,
          },
        ]),
    ...quiet.flatMap(lookBacks),
  ]
}

/** Divisions of the same industries, as one. */
const sharedBy = (divisions: Division[]) => ({
  names: divisions.map(({ name }) => name),
  industries: divisions[0]?.industries ?? [],
})

/** The look-back 回头看 of one division, also where it has nothing to tell. */
export const lookBackFor = (
  report: Snapshot,
  division: Division,
  history: History,
  to: To,
): OutgoingMessage => ({ to, text: renderLookBack(lookBack(sharedBy([division]), report, history)) })

/** The slices that say something else than before. */
function changedSlices(report: Snapshot, issued: Snapshot, directory: Directory, to: To): OutgoingMessage[] {
  const before = new Set(
    slices({ ...issued, edition: report.edition }, directory, to).map(({ text }) => text),
  )
  return slices(report, directory, to).filter(({ text }) => !before.has(text))
}

export function sliceFor(
  report: Snapshot,
  divisions: Division[],
  directory: Directory,
  to: To,
): OutgoingMessage {
  const shared = sharedBy(divisions)
  return {
    to,
    text: renderDivision(report, shared),
    mentions: directory.headsOf(...shared.names),
  }
}

/** 日报表2022-05-18, with the round where the day has several, and the edition where it is a corrected one. */
const fileName = ({ date, round, rounds, edition }: Snapshot): string =>
  `日报表${date}${rounds > 1 ? `第${round}次` : ''}${edition > 1 ? `更正第${edition - 1}版` : ''}`
