/** One line of the table: what was measured, beside what, and the aim. */
export interface Comparison {
  subject: string
  /** What each side took or did, with its unit. */
  ours: string
  reference: string
  /** In the sense of the aim: a speed over a speed, or a time over a time. */
  ratio: number
  aim: string
  met: boolean
}

/** A run that says how many milliseconds it took, so that its preparations do not count. */
export type Run = () => Promise<number>

/**
 * Runs two sides in turn, A B A B …, so that whatever else the machine does falls on both; the first `warmUp` rounds
 * are thrown away. Returns the median of each side in milliseconds.
 */
export async function interleave(ours: Run, reference: Run, rounds: number, warmUp = 1) {
  const taken = { ours: [] as number[], reference: [] as number[] }
  for (let round = 0; round < warmUp + rounds; round++) {
    const [a, b] = [await timed(ours), await timed(reference)]
    if (round < warmUp) continue
    taken.ours.push(a)
    taken.reference.push(b)
  }
  return { ours: median(taken.ours), reference: median(taken.reference) }
}

/** A side does not pay for what the other left behind. */
async function timed(run: Run): Promise<number> {
  globalThis.gc?.()
  return run()
}

/** Milliseconds that something takes. */
export async function time(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
