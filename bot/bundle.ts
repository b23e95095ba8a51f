import type { OutboxRow } from '../storage/outbox.ts'

/** Characters of one message that is made of several: no more than one of the parts of a long text has. */
const limit = 1798

/**
 * The first of a conversation's waiting messages, with those behind it that go out as one with it. Acknowledgements
 * always do; where messages are `scarce`, all texts up to the next that can be answered or sets a remark. Never empty.
 */
export function bundleOf(rows: OutboxRow[], now: Date, scarce: boolean): OutboxRow[] {
  const [first] = rows as [OutboxRow, ...OutboxRow[]]
  const joins = (row: OutboxRow) => row.text !== null && row.remark === null && (scarce || row.bundle === 1)
  const bundle = [first]
  if (!joins(first)) return bundle
  let length = first.text?.length ?? 0
  for (const row of rows.slice(1)) {
    // What can be tapped stands below all that it is about.
    if (bundle.at(-1)?.choices !== '[]') break
    length += between(bundle.at(-1)!, row).length + (row.text?.length ?? 0)
    if (!joins(row) || new Date(row.notBefore) > now || length > limit) break
    bundle.push(row)
  }
  return bundle
}

/** The text of a bundle: acknowledgements line by line, others with a blank line between. */
export const textOf = (bundle: OutboxRow[]): string =>
  bundle.map((row, i) => (i === 0 ? '' : between(bundle[i - 1]!, row)) + row.text).join('')

const between = (above: OutboxRow, below: OutboxRow): string =>
  [above, below].every(row => row.bundle === 1) ? '\n' : '\n\n'
