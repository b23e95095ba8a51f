/**
 * Words that a line break may cut: their halves hardly ever end one line and begin the next. Left out are those whose
 * halves do: 单位 (清单, 位于), 人员 (2人, 员工), 当场 (不当, 场所), 全部, 日期.
 */
const words =
  `检查 受检 被检 督查 抽查 复查 企业 隐患 整改 名称 地点 地址 时间 情况 问题 发现 存在 落实 责令 限期 立即 完成 已经
  公司 有限 责任 加油 应急 管理 监管 执法 设备 设施 制度 灭火 警示 标识 标志 培训 记录 通道 疏散 配电 防护 均已 未发`.split(
    /\s+/,
  )
/** Where more must stand beside the halves to be sure. */
const wordsInContext = [
  '(?<=[检执]|[检法]查?)单\n位(?=[:：名])',
  '(?<=检查|执法|督查|监管)人\n员(?=[:：（(])',
  '(?<=\\d)\n[年月](?=\\d)',
  '(?<=\\d)\n[日号](?=\\n|$)',
  '(?<=\\d年)\n(?=\\d{1,2}月)',
  '(?<=\\d月)\n(?=\\d{1,2}[日号])',
  // The last character of a name or a word, alone on its line.
  '(?<=\\p{Script=Han}{3})\n(?=[站司厂矿局队县市区店院村号库场患改位备器火道限前毕成](?:\\n|$))',
]
const cut = new RegExp(
  [...words.map(([first, second]) => `(?<=${first})\n(?=${second})`), ...wordsInContext].join('|'),
  'gu',
)

/** A text whose lines do not break within a word. Idempotent. */
export const withoutBrokenWords = (text: string): string =>
  text.includes('\n') ? text.replace(cut, broken => broken.replace('\n', '')) : text
