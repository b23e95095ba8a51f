import type { Comparison } from './measure.ts'

const widths = [52, 18, 18, 7, 10, 0]

export const printHeads = (): void => printLine(['subject', 'ours', 'reference', 'ratio', 'aim', ''])

export const printComparison = ({ subject, ours, reference, ratio, aim, met }: Comparison): void =>
  printLine([subject, ours, reference, ratio.toFixed(2), aim, met ? 'met' : 'MISSED'])

const printLine = (cells: string[]): void =>
  console.log(
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  )
