import { findStatements, type Wording } from './statements.ts'

/** What the name of an enforcement document 执法文书 is put together from, before the word for its kind. */
const parts = `责令 限期 立即 停产 停业 停止 停工 暂时 暂停 撤出 整改 改正 整顿 现场 处理 措施 处置 检查 行政 处罚 强制 事先 当场 安全 生产 隐患
  问题 事故 重大 一般 监督 监管 监察 执法 复查 复核 验收 意见 先行 登记 保存 证据 查封 扣押 抽样 取证 询问 勘验 勘查 调查 听证 权利 告知
  案件 移送 立案 解除 催告 履行 约谈 督办 提醒 警示 情况 供电 民用 爆炸 物品 延期 加处 罚款 简易 程序 恢复`
const kinds = '指令书|决定书|通知书|告知书|意见书|建议书|催告书|移送书|承诺书|通知单|告知单|指令单'
/** Records 记录 that inspectors write; an enterprise's own (安全检查记录) are none. */
const records =
  '现场检查(?:记录|笔录)(?:表|单)?|现场勘[验查]笔录|(?:调查)?询问笔录|勘[验查]笔录|立案审批表|抽样取证凭证'
const part = parts.trim().split(/\s+/).join('|')

const named: Wording = {
  // Looking behind keeps a long row of such words cheap: only its beginning is tried.
  words: new RegExp(
    `(?<!${part})(?:${records}|(?:${part}){1,12}(?:${records}|${kinds}))|《([^《》\\n]{2,30}(?:${kinds}))[^《》\\n]{0,30}》`,
    'g',
  ),
  notAfter:
    /(?:(?<![模虚草])拟|准备|计划|建议|即将|将(?:依法|予以|下达|下发|开具)|待|未(?!整改|完成)|没有?|无|缺少?|依据|根据|按照?|落实|执行|收到|针对)[^，,；;。\n《》]{0,10}《?$/,
  // 现场检查记录不全 is a hazard.
  notBefore: /^》?(?:不|未|缺|无|存档|要求|中|规定|内容|确定|所列|提出|送达回)/,
}
/** 下达指令书1份: the kind alone, where it is said to be served. */
const served: Wording = {
  words: /(?<=(?:下达|下发|开具|出具|制发|送达|签发)(?:了|相关|执法)?)(?:指令书|决定书|整改通知)(?!书)/g,
  notAfter: /(?:(?<![模虚草])拟|准备|计划|建议|即将|将|待|未|没有?)[^，,；;。\n]{0,10}$/,
}
/** 现场检查并责令…: words before a name that belong to the sentence. */
const sentence = /^(?:检查|监督|监管|执法|现场|立即|当场|问题|隐患|情况)+(?=责令)|^(?:问题|情况)+/

/** The names of the documents in a text, as written, without their numbers; each once. */
export function readDocuments(text: string): string[] {
  const found = [named, served].flatMap(wording =>
    [...findStatements(text, wording)].map(({ match }) => (match[1] ?? match[0]).replace(sentence, '')),
  )
  return [...new Set(found)]
}
