const digits = new Map(
  [...'〇一二三四五六七八九']
    .map((char, value) => [char, value] as const)
    .concat([
      ['零', 0],
      ['两', 2],
    ]),
)
const places = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/**
 * Reads a number in Arabic or Chinese numerals: 12, 十二, 廿三, 卅, 两百, 一百零五, and digit by digit 二〇二二.
 * Null for anything else, also for 一百二, which people mean as 120 and machines read as 102.
 */
export function readNumeral(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const chars = [...text.replace(/廿/g, '二十').replace(/卅/g, '三十')]
  if (chars.length === 0 || chars.length > 9) return null
  if (chars.every(char => digits.has(char))) return Number(chars.map(char => digits.get(char)).join(''))

  let total = 0
  let digit: number | null = null
  let gap = false
  let lastPlace = 10_000
  for (const char of chars) {
    const place = places.get(char)
    const value = digits.get(char)
    if (place !== undefined) {
      if (place >= lastPlace || digit === 0 || (digit === null && place !== 10)) return null
      total += (digit ?? 1) * place
      lastPlace = place
      digit = null
      gap = false
    } else if (value === 0) {
      if (digit !== null || gap || total === 0) return null
      gap = true
    } else {
      if (value === undefined || digit !== null) return null
      digit = value
    }
  }
  if (digit === null) return gap ? null : total
  return lastPlace > 10 && !gap ? null : total + digit
}
