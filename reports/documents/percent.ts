/** A rate 比率 (0 to 1) as a percentage with one decimal, never over 100.0%; “—” when there is nothing to divide. */
export const percent = (rate: number | null): string =>
  rate === null ? '—' : `${(Math.min(rate, 1) * 100).toFixed(1)}%`
