/** A hazard 隐患 by its number 12-1: the first of report 12. It keeps the number whatever becomes of the report. */
export interface HazardNumber {
  report: number
  /** 1 and up. */
  position: number
}

/** 12-1 */
export const hazardNumber = ({ report, position }: HazardNumber): string => `${report}-${position}`

/** The number in a text that is nothing else: 12-1, １２－１, 12—1号; null where it is none. */
export function readHazardNumber(written: string): HazardNumber | null {
  const [, report, position] =
    /^第?(\d{1,9})\s*[-–—－]\s*(\d{1,4})号?(?:隐患)?$/u.exec(written.normalize('NFKC')) ?? []
  return report === undefined ? null : { report: Number(report), position: Number(position) }
}
