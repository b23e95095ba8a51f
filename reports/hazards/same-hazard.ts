/** How alike two descriptions of hazards are, 0 to 1; from `threshold` on they speak of the same hazard. */
export function likeness(a: string, b: string): number {
  const plain = (text: string) => text.replace(/[\s\p{P}]/gu, '')
  return plain(a) === plain(b) ? 1 : 0
}

/** Whether two descriptions speak of the same hazard. */
export const isSameHazard = (a: string, b: string): boolean => likeness(a, b) >= 1
