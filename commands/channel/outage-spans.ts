import type { Outage } from '../../storage/outages.ts'
import { laterText, momentText } from '../moment-text.ts'

const minute = 60_000
/** So many times of absence are told one by one. */
const spanLimit = 3

/** Those that touch or overlap as one; in order of time. */
export function joinedSpans(outages: Outage[]): Outage[] {
  const spans: Outage[] = []
  for (const { from, to } of outages) {
    const last = spans.at(-1)
    if (last === undefined || from > last.to) spans.push({ from, to })
    else if (to > last.to) last.to = to
  }
  return spans
}

/** 5月18日10:02至10:20、5月18日11:00至11:05; many of them as 5月18日10:02至12:45间断续离线. */
export function spansText(outages: Outage[]): string {
  const spans = joinedSpans(outages.map(inMinutes))
  if (spans.length <= spanLimit) return spans.map(spanText).join('、')
  return `${spanText({ from: spans[0]!.from, to: spans.at(-1)!.to })}间断续离线`
}

/** In whole minutes, as they are told. */
const inMinutes = ({ from, to }: Outage): Outage => ({
  from: new Date(Math.floor(from.getTime() / minute) * minute),
  to: new Date(Math.ceil(to.getTime() / minute) * minute),
})

/** 5月18日10:02至10:20. */
export const spanText = ({ from, to }: Outage): string => `${momentText(from)}至${laterText(to, from)}`
