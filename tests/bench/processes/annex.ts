import type { AnnexRow } from '../../../reports/daily/daily-report.ts'
import { annexRow, hazard, units } from '../../reports/daily/fixture.ts'

/** The rows of a very large annex, made while they are read. */
export function* annexRows(count = 100_000): Generator<AnnexRow> {
  for (let number = 1; number <= count; number++) {
    const unit = units[number % units.length]!
    yield annexRow({
      number,
      unit,
      inspectingUnit: `${unit}应急管理局`,
      enterprise: `${unit}第${number}化工有限公司`,
      place: `平东大街${number % 500}号`,
      hazards: [
        hazard(`第${number % 90}号灭火器压力不足`, { rectified: true }),
        hazard(`可燃气体报警器${number}未检定`, { rectified: false, deadline: '2022-05-25' }),
      ],
    })
  }
}

/** What a process reports: the time of its work in milliseconds and its peak memory in megabytes. */
export interface Effort {
  time: number
  memory: number
}

/** Does the work and reports to the process that asked. */
export async function report(work: () => Promise<{ length: number }>): Promise<void> {
  // Both sides load the library, and how long that takes is not what is compared.
  await import('exceljs')
  const from = performance.now()
  const { length } = await work()
  const time = performance.now() - from
  if (length < 1_000_000) throw new Error(`a workbook of ${length} bytes does not hold all rows`)
  // Kilobytes on all systems.
  process.send!({ time, memory: process.resourceUsage().maxRSS / 1024 } satisfies Effort, () =>
    process.exit(),
  )
}
