import type { ExpectedFigures } from './demo-facts.ts'

/** 派出7个检查组、41人次，检查企业14家，发现隐患2条，已整改0条，整改率0.0% */
export function figuresIn(phrase: string | undefined): ExpectedFigures {
  const figure = (pattern: RegExp) => Number(pattern.exec(phrase ?? '')?.[1] ?? 0)
  return {
    personTimes: figure(/(\d+)人次/),
    enterprises: figure(/检查企业(\d+)家/),
    hazards: figure(/发现隐患(\d+)条/),
    rectified: figure(/已整改(\d+)条/),
  }
}

/** The names under a heading like 缺报（7家）：, indented, a city a line. */
export function namesUnder(text: string, heading: string): string[] {
  const lines = text.split('\n')
  const at = lines.findIndex(line => line.startsWith(`${heading}（`))
  const names: string[] = []
  for (const line of at < 0 ? [] : lines.slice(at + 1)) {
    if (!line.startsWith('　')) break
    names.push(...line.trim().split('、'))
  }
  return names.sort()
}
