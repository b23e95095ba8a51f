/** Characters of the province's place names that sound alike: a keyboard that takes pinyin confuses them first. */
const soundAlike =
  '东冬洞 西希溪席 朝潮 阳杨羊扬洋 春纯椿 林临邻霖 吉集及 辽聊疗 源原园元 通同童桐 化华画花 白百柏 山三珊 松宋嵩 城成程诚 延沿言岩 边编 梅枚眉 河和禾合 口扣 公工功宫 主住竹 岭领令铃 双霜 农浓 安按 德得 榆于余鱼 树数 九久酒 台抬泰 宽款 二儿尔 道到 绿录 园源 南男楠 关官观 昌常长场 邑义艺 龙隆 潭谭谈 船传 丰风封峰 永勇 蛟交教 桦华化 舒书 磐盘 石时实 铁帖 梨离黎李 伊一依衣 洮桃逃 北背 镇阵 赉来 大达 榆愉 长常 前钱 郭国 乾干甘 扶福符 余鱼 宁凝 江将姜 浑魂 抚府 靖静净 敦吨 图土 珲辉 和河 汪王旺 清青轻 龙笼 柳刘流 辉灰 集吉 东懂'.split(
    ' ',
  )
const alike = new Map<string, string>()
for (const group of soundAlike) for (const char of group) alike.set(char, (alike.get(char) ?? '') + group)

const sameSound = (a: string, b: string) => alike.get(a)?.includes(b) ?? false
/** Whether two names are worth comparing: about as long, and at least half alike. */
const comparable = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 2) return false
  let shared = 0
  for (const char of a) if (b.includes(char)) shared++
  return shared * 2 >= a.length
}

/** Edit distance; a character that sounds alike counts half. */
export function nameDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : sameSound(a[i - 1]!, b[j - 1]!) ? 0.5 : 1
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost))
    }
    row = next
  }
  return row[b.length]!
}

/** Up to three names nearest to what was written, nearest first; none when nothing is near. */
export function nearestNames(written: string, names: readonly { key: string; name: string }[]): string[] {
  if (written.length < 2 || written.length > 16) return []
  const near = names
    .filter(({ key }) => comparable(written, key))
    .map(({ key, name }) => ({ name, distance: nameDistance(written, key) }))
    .filter(({ distance }) => distance <= 2 && distance <= written.length / 2)
    .sort((a, b) => a.distance - b.distance)
  const limit = (near[0]?.distance ?? 0) + 0.25
  return [...new Set(near.filter(({ distance }) => distance <= limit).map(({ name }) => name))].slice(0, 3)
}
