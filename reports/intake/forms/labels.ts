import type { Field } from '../parsed-message.ts'

/** What a labelled value says: one of the six columns, or what may stand beside them. */
export type LabelField =
  | Exclude<Field, 'totals'>
  | 'industry'
  | 'deadline'
  | 'teams'
  | 'personTimes'
  /** Who sends the report 报送单位: names the unit where the inspecting unit is not named. */
  | 'reportingUnit'
  | 'level'
  | 'manner'
  | 'basis'
  | 'document'
  | 'case'
  | 'fine'
  | 'production'
  /** Known, not kept: it ends the value before it. */
  | 'aside'

/** The six columns 六要素 of the daily report, in their order, by the name that they have in it. */
export const columns = {
  inspectingUnit: '检查单位',
  enterprise: '受检单位',
  place: '检查地点',
  hazards: '发现的问题隐患',
  inspectors: '检查人员',
  rectification: '整改情况',
} as const satisfies Partial<Record<LabelField, string>>
export type Column = keyof typeof columns

/** Labels as people write them, by what they mean. Adding one is adding a word here. */
const synonyms: Record<LabelField, string> = {
  inspectingUnit:
    '检查单位 检查单位名称 单位名称 执法单位 督查单位 检查机关 检查部门 执法部门 执法机关 实施检查单位',
  enterprise: `受检单位 受检单位名称 被检单位 被检单位名称 被检查单位 被检查单位名称 受检查单位 受检企业 受检企业名称
    被检企业 被检企业名称 被检查企业 受检查企业 检查企业 检查企业名称 检查对象 受检对象 被检对象 被检查对象
    企业名称 企业单位 企业`,
  place: '检查地点 检查地址 检查场所 检查位置 受检地点 企业地址 单位地址 详细地址 地点 地址',
  hazards: `发现的问题隐患 发现问题隐患 发现的问题和隐患 发现的问题及隐患 发现问题及隐患 发现的隐患问题 发现的隐患 发现隐患
    发现的问题 发现问题 检查发现问题 检查发现的问题 检查发现的问题隐患 检查发现隐患 查出问题 查出隐患 查出的问题 查出的隐患
    存在问题 存在的问题 存在隐患 存在的隐患 存在问题隐患 存在的问题隐患 存在问题及隐患 存在的问题及隐患 存在的主要问题
    主要问题 问题隐患 隐患问题 问题及隐患 问题和隐患 问题描述 隐患描述 隐患内容 隐患情况 问题清单 隐患清单
    安全隐患 一般隐患 重大隐患 重大事故隐患 存在问题及整改情况 问题及整改情况 隐患及整改情况
    检查情况 检查结果 隐患 问题`,
  inspectors: `检查人员 检查人员姓名 检查人 检查人员名单 检查组成员 检查组人员 检查成员 执法人员 执法检查人员 监管人员 监督检查人员
    督查人员 参检人员 带队人员 人员`,
  rectification: `整改情况 整改落实情况 整改落实 整改完成情况 整改进展 整改进展情况 整改结果 整改状态 整改措施 整改要求 整改意见
    隐患整改情况 问题整改情况 问题隐患整改情况 隐患整改 问题整改 是否整改 处理情况 处置情况 处理结果 处理意见 整改`,
  date: '检查日期 检查时间 执法日期 执法时间 日期 时间',
  industry: '行业 行业类别 行业类型 行业领域 所属行业 企业行业 所属领域 企业类型 企业类别 领域',
  deadline: '整改期限 整改时限 整改限期 整改截止时间 整改完成时限 完成时限',
  teams: '检查组 检查组数 检查组数量 派出检查组 出动检查组',
  personTimes: '人次 检查人次 检查人数 出动人次 出动人数 人数',
  reportingUnit: '报送单位 填报单位 上报单位 报告单位',
  level: '检查级别 检查层级 督查级别',
  manner: '检查方式 检查形式 检查类型 检查方法',
  basis: '检查依据 法律依据 执法依据 依据',
  document: '执法文书 文书 文书名称 文书编号 下达文书 开具文书 执法文书编号',
  case: '立案情况 是否立案 立案',
  fine: '罚款金额 罚款 罚款情况 处罚金额',
  production: '停产停业 停产情况 停产整顿',
  aside: `检查内容 检查项目 处罚情况 行政处罚 备注 附件 联系人 联系电话 企业负责人 报送人 填报人 审核人
    报送时间 报送日期 填报时间 填报日期`,
}

/** Every label with its meaning. */
export const labels: ReadonlyMap<string, LabelField> = new Map(
  Object.entries(synonyms).flatMap(([field, names]) =>
    names.split(/\s+/).map(name => [name, field as LabelField] as const),
  ),
)
