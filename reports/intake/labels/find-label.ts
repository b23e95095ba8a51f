import { columns, type LabelField, labels } from './labels.ts'

/** Any character: 检＊单位 stands for every label that differs from it in one place. */
const anything = '＊'
const shortest = 3
const longest = 14

const withGap = (name: string, at: number, skip: 0 | 1) =>
  name.slice(0, at) + anything + name.slice(at + skip)

/** Labels by what is left of them when one character is not looked at. */
const byPattern = new Map<string, Set<LabelField>>()
for (const [name, field] of labels) {
  if (name.length < shortest) continue
  for (let at = 0; at < name.length; at++) {
    const pattern = withGap(name, at, 1)
    byPattern.set(pattern, (byPattern.get(pattern) ?? new Set()).add(field))
  }
}

/**
 * Characters of labels, each with those that a keyboard for pinyin or a careless hand puts in its place: 捡察单位, 瘾患, 地典.
 * Left out are those that would make a label of another word: 处 (出力), 立 (备案).
 */
const confused = `检捡俭剑险简拣硷间见件建减 查察茶差插 受授售爱收首手 被彼背备倍 单丹但担旦 位卫味未为 企起气启 业叶页夜 人入仁任 员圆园原源缘 地的弟第 点店典占电
  址止趾扯 时是实十 日曰 期其七妻 问文闻门 题提体替 隐引饮印瘾隠 患换唤幻焕惠 整正证政征 改该盖概 情请清晴 况矿旷框 发法罚拔 现限线 存寸 在再载
  执直职值 督都毒读 监坚鉴 管官馆菅 责则 结节接 果过裹 施失 行形航型`
const standsFor = new Map(confused.split(/\s+/).flatMap(group => [...group].map(char => [char, group[0]!])))
const asMeant = (name: string): string => Array.from(name, char => standsFor.get(char) ?? char).join('')
/** Words of two characters that look so and are none. */
const noSlips = new Set(['文体', '低点', '气业', '是见', '十件'])
/** Labels by what their characters may be taken for. */
const byMeaning = new Map<string, LabelField>([
  ...[...labels].map(([name, field]) => [asMeant(name), field] as const),
  // 问 and 间 look alike, and sound like others.
  [asMeant('间题'), 'hazards'],
  [asMeant('时问'), 'date'],
])

/** Words of their own, one character away from those of a label: 参会人员 is no slip for 参检人员. */
const ownWords =
  /参会|参加|主送|抄送|发文|带班|参训|参演|检修|检测|检验|检疫|生产|会议|开会|培训|联系|联络|值班|值守|陪同|复查|送检|自查|管理|作业|监测|整理|整体|天气|到会|报名|建设|施工|使用|主管|主办|承办|协办|收件|收货|工作|基本|疫情|应到|实到|出席|召开|活动|集合|报到|考试|开始|结束|上报|下发|起止|发货|采购|研判|学习/

/** A character doubled, or two swapped: no other label can be meant. */
function readPlainSlip(name: string): LabelField | null {
  for (let at = 0; at + 1 < name.length; at++) {
    const mended =
      name[at] === name[at + 1]
        ? name.slice(0, at) + name.slice(at + 1)
        : name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)
    const field = labels.get(mended)
    if (field) return field
  }
  return null
}

/** Fields of the labels that have a character more, less, or another. */
function fieldsNear(name: string): LabelField[] {
  const near = new Set<LabelField>()
  for (let at = 0; at <= name.length; at++) {
    for (const field of byPattern.get(withGap(name, at, 0)) ?? []) near.add(field)
    if (at === name.length) break
    for (const field of byPattern.get(withGap(name, at, 1)) ?? []) near.add(field)
    const shorter = labels.get(name.slice(0, at) + name.slice(at + 1))
    if (shorter) near.add(shorter)
  }
  return [...near]
}

/** The one field that is near; of several the one that is a column. */
function readSlip(name: string): LabelField | null {
  const slip = readPlainSlip(name)
  if (slip) return slip
  const near = fieldsNear(name)
  const likely = near.length > 1 ? near.filter(field => field in columns) : near
  return likely.length === 1 ? likely[0]! : null
}

/**
 * The meaning of a name that stands alone, as in a table's head or before a colon: 检查单位, 检 查 单 位, 3、检查人员（签字）, 问题1, and
 * with slips of the pen 捡察单位, 整该情况, 瘾患. Null for everything else. Not for words in running text.
 */
export function findLabel(written: string): LabelField | null {
  if (written.length > 60) return null
  const known = found.get(written)
  if (known !== undefined) return known
  const field = search(written)
  if (found.size >= mostRemembered) found.clear()
  found.set(written, field)
  return field
}

/** The same heads come in every report; comparing a name with all labels is the slow step. */
const found = new Map<string, LabelField | null>()
const mostRemembered = 2000

function search(written: string): LabelField | null {
  const name = written
    .replace(/\s+/g, '')
    .replace(
      /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑳][、.]?|[-—•·●■◆*【[「])+/,
      '',
    )
    .replace(/[:：】\]」*]+$/, '')
    .replace(/[（(][^（()）]*[)）]$/, '')
  const exact = labels.get(name)
  if (exact) return exact
  const numbered =
    /^(问题|隐患|问题隐患|安全隐患|整改|整改情况)(?:\d{1,2}|[一二三四五六七八九十]{1,2})$/.exec(name)
  if (numbered) return labels.get(numbered[1]!)!
  if (name.length < 2 || name.length > longest || ownWords.test(name) || noSlips.has(name)) return null
  return byMeaning.get(asMeant(name)) ?? (name.length < shortest ? null : readSlip(name))
}
