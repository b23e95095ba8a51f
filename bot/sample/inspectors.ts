const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭林何高梁郑罗宋谢唐韩曹许邓冯金朴崔姜尹']
const given =
  `志强 海波 晓东 立军 春雨 建华 玉梅 长林 国栋 丽娟 明哲 永生 淑芬 宏伟 德才 文博 洪亮 秀英 振宇 占军 雪松
  广义 冬梅 树林 凤山 铁军 佳音 兴邦 延辉 松涛 景瑞 桂兰 成龙 少华 万里`.split(/\s+/)

/** A fixed number for a name: the same names always make the same team. */
const seedOf = (text: string): number =>
  [...text].reduce((seed, char) => (seed * 31 + char.codePointAt(0)!) % 99_991, 7)

/** The team of a unit, two to four people; all are invented. */
export function inspectorsOf(unit: string): string[] {
  const seed = seedOf(unit)
  return Array.from({ length: 2 + (seed % 3) }, (_, i) => {
    // A step that has no divisor in common with either list, so that names spread over all pairs.
    const at = seed * 13 + i * 9_973
    return surnames[at % surnames.length]! + given[Math.floor(at / surnames.length) % given.length]!
  })
}
