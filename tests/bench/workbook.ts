import { inProcess } from './child.ts'
import { type Comparison, median, milliseconds } from './measure.ts'
import type { Effort } from './processes/annex.ts'

const rounds = 3

/** A workbook of 100,000 rows, against exceljs's ordinary one: the time, and the peak of memory. */
export async function compareWorkbook(): Promise<Comparison[]> {
  const efforts = { ours: [] as Effort[], reference: [] as Effort[] }
  for (let round = 0; round < rounds; round++) {
    efforts.ours.push(await inProcess<Effort>('streamed-workbook'))
    efforts.reference.push(await inProcess<Effort>('ordinary-workbook'))
  }
  const middle = (side: Effort[], figure: keyof Effort) => median(side.map(effort => effort[figure]))
  const [ours, reference] = [middle(efforts.ours, 'time'), middle(efforts.reference, 'time')]
  const [peak, otherPeak] = [middle(efforts.ours, 'memory'), middle(efforts.reference, 'memory')]
  return [
    {
      subject: 'workbook: time for 100,000 rows / ordinary exceljs',
      ours: milliseconds(ours),
      reference: milliseconds(reference),
      ratio: ours / reference,
      aim: '< 0.25',
      met: ours / reference < 0.25,
    },
    {
      subject: 'workbook: peak memory / ordinary exceljs',
      ours: `${peak.toFixed(0)} MB`,
      reference: `${otherPeak.toFixed(0)} MB`,
      ratio: peak / otherPeak,
      aim: '< 160 MB',
      met: peak < 160,
    },
  ]
}
