const any = (words: string) => `(?:${words.trim().split(/\s+/).join('|')})`

/** Words that replace what was said, where they open a line or end it. */
const replacing = any('更正 勘误 订正 重报 重发 重新报送 重新上报 补充报送 更新报送')
/** These stand in hazards too (变更管理制度): they need to be alone or to go on as below. */
const changing = any('修改 修正 改正 更改 变更 重新发 重新报')
/** 更正如下, 修改一下, 重发一遍. */
const goesOn = any('如下 报送 上报 说明 为 一下 一遍 一次 版 报告 信息 内容 数据 日报 表格? 稿')
/** 以此为准, 以后面这条为准, 按这个来. */
const counts =
  /[以按](?:此|本|这|后|下面|后面|最新|新|现在|该|刚发)(?:面|一|发|报|次|这|的|个|条|件|表|版|份|份表|遍|日报|信息|消息|报告|内容|数据){0,5}(?:为准|来)/
/** What was sent before: 上一条, 刚才发的那条, 上午所报表格. */
const earlier = any(
  '上一?[条个份次] 前一?[条个份次] 前面 上面 刚才 刚刚 刚发 刚报 之前 此前 先前 早上 上午 中午 原来 原报 昨天 昨日 今早 已报 所报',
)
const wrong = any(
  '作废 有误 撤销 撤回 不算 取消 错了 写错 报错 发错 填错 弄错 搞错 打错 写串 漏报 漏写 漏填 有补充 不准确 不对 忽略 删除',
)
/** 上午检查加油站，标签写错: told of the enterprise, not of a message. */
const gap = '(?:(?!检查(?!人员|情况|地点|单位|日期|表)|[发查][现出])[^。；;：:\\n])'

const mark = '[\\s：:，,。；;！!】\\])）]'
/** 补充：检查人员：王五 states a column anew; 补充一家 adds an enterprise. */
const column = any(
  '检查人员 人员 检查地点 地点 地址 整改情况 整改 检查单位 受检单位 隐患 问题 发现的?问题 检查日期 日期 行业 罚款 立案 执法文书 整改期限 检查方式 检查级别',
)

const head = new RegExp(
  [
    `^[【[（(\\s]*(?:补充|补)(?:一下|说明)?[】\\])）]?[:：，,\\s]*(?=${column}(?:情况|为|是)?[:：])`,
    `^[【[（(\\s]*(?:${replacing}|${changing}(?:${goesOn}|${mark}|$))`,
    // 台账未及时更正 is a hazard.
    `^[^：:\\n未不没无]{0,40}(?:${replacing}|${changing}${goesOn})${goesOn}{0,2}${mark}*$`,
    `^[^，,。；;：:\\n]{0,20}${earlier}${gap}{0,20}${wrong}`,
    counts.source,
  ].join('|'),
  'm',
)
const space = '[\\s，,。；;！!（(【]'
const tail = new RegExp(
  `(?:${space}+(?:特此)?(?:更正|勘误|重报|补充报送|修改如下)|${space}*(?:特此更正|(?:请|均|现|都)?${counts.source}|${earlier}[^，,。；;：:\\n]{0,12}作废))${mark}*$`,
)
/** Only in the opening words and the last does a text speak of itself. */
const opening = 120

/** Whether a report replaces an earlier one: 更正, 以此为准, 上一条作废 in its heading or at its end. 补报 adds one. */
export const isCorrection = (heading: string, text: string): boolean =>
  head.test(heading.slice(0, opening)) || tail.test(text)

const farewell =
  /[\n。；;！!]\s*(?:特此报告|特此报送|以上(?:情况)?(?:，|,)?请?(?:审阅|知悉|查收|审核)?|请(?:领导)?(?:审阅|知悉|查收|审核|批示)|谢谢|报告完毕|完毕|(?:报送人|填报人|联系人)[:：].{0,30})[。！!\s]*$/

/** （前一条检查人员写错了，以此条为准） */
const closingBracket = /[（(【][^（()）【】]{0,60}(?:为准|更正|作废|重报|重发)[^（()）【】]{0,20}[)）】]\s*$/

/** A text without what closes it (以此为准, 请审阅, 谢谢), which belongs to no column. */
export function withoutClosing(text: string): string {
  let rest = text
  for (let round = 0; round < 3; round++) {
    // Only the end can match: looking at the last line or two keeps a long text cheap.
    const from = Math.max(0, rest.length - 120)
    const end = rest.slice(from).replace(closingBracket, '').replace(tail, '').replace(farewell, '')
    if (from + end.length === rest.length) break
    rest = rest.slice(0, from) + end
  }
  return rest
}
