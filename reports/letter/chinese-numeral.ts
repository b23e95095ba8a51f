const numerals = ['', ...'一二三四五六七八九']

/** 一 … 九十九 */
export function chineseNumeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens]}十`}${numerals[ones]}`
}
