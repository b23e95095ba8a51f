/** Words that say nothing of one hazard. */
const common = /整改|问题|隐患|现场|责令|企业|要求|完成|限期|已经|立即|安全/

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
const tells = (pair: string): boolean => /^\p{L}{2}$/u.test(pair) && !common.test(pair)

/**
 * Which hazards share a pair of characters with a clause: 灭火器已更换 is about the extinguisher. Gives their positions,
 * from 0.
 */
export function indexHazards(hazards: readonly string[]): (clause: string) => number[] {
  const byPair = new Map<string, Set<number>>()
  for (const [index, hazard] of hazards.entries()) {
    for (const pair of pairsOf(hazard.slice(0, 200)).filter(tells)) {
      byPair.set(pair, (byPair.get(pair) ?? new Set()).add(index))
    }
  }
  return clause => [...new Set(pairsOf(clause.slice(0, 60)).flatMap(pair => [...(byPair.get(pair) ?? [])]))]
}
