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

const words = (table: string): string[] => table.trim().split(/\s+/)
/** Every word of the first table before every word of the next: how labels are put together. */
const join = (...tables: string[][]): string[] =>
  tables.reduce((heads, tails) => heads.flatMap(head => tails.map(tail => head + tail)), [''])
const maybe = (table: string): string[] => ['', ...words(table)]

const inspecting = words('检查 执法 督查 督导 抽查 巡查 监管 监察 排查 执法检查 监督检查 安全检查 监管执法')
const inspected = words('受检 被检 被检查 受检查 被查 受查 被督查 被抽查 被执法 受监管 被监管')
const faults = words(
  '问题 隐患 问题隐患 隐患问题 问题及隐患 问题和隐患 问题与隐患 隐患及问题 问题、隐患 安全隐患 安全问题 事故隐患 不足',
)
const found = words(
  '发现 查出 存在 检出 排查出 检查出 检查发现 现场发现 现场检查发现 执法发现 排查发现 查找出 查找',
)

/** Labels as people write them, by what they mean. Adding one is adding a word here. */
const synonyms: Record<LabelField, string[]> = {
  inspectingUnit: [
    ...join(inspecting, words('单位 机关 部门 主体 机构'), maybe('名称')),
    ...join(inspecting, words('科室 股室 队伍')),
    ...words(
      '检查组织单位 组织检查单位 实施检查单位 检查实施单位 主检单位 实施单位 牵头单位 检查单位全称 检查方 单位 单位名称 哪个局 哪个单位',
    ),
  ],
  enterprise: [
    ...join(inspected, words('单位 企业 对象 场所 商户 方 主体 人'), maybe('名称 全称')),
    ...join(words('检查 抽查 督查 执法 监管'), words('企业 对象'), maybe('名称')),
    ...words(
      `企业 企业名称 企业单位 企业全称 生产经营单位 生产经营单位名称 经营单位 生产单位 单位或场所 企业或单位 单位全称 商户 商户名称 商家 商铺 商铺名称
      店铺 店铺名称 门店 门店名称 店名 场所名称 经营场所名称 厂名 厂矿 厂矿名称 公司名称 企业名 市场主体 经营主体 主体名称 当事人 行政相对人
      工程名称 项目名称 工地名称 矿井名称 煤矿名称 矿山名称 加油站名称 受检 被检 被查 查谁 查的谁 查的哪家 查的企业 去的企业 哪家`,
    ),
  ],
  place: [
    ...join(
      words(
        '检查 受检 执法 督查 抽查 企业 单位 被检 详细 现场 所在 具体 经营 生产 场所 门店 商户 公司 项目 注册 地理 坐落',
      ),
      words('地点 地址 位置'),
    ),
    ...words(
      '检查场所 检查部位 检查区域 检查地 地点 地址 位置 所在地 企业所在地 单位所在地 公司所在地 所在乡镇 所属乡镇 属地乡镇 乡镇街道 乡镇 厂址 店址 检查点位 在哪 在哪查的 在哪儿 哪里',
    ),
  ],
  hazards: [
    ...join(found, maybe('的 的主要 以下 如下'), faults),
    ...join(words('以下 如下'), faults),
    ...join(faults, maybe('描述 内容 情况 清单 明细 详情 事项')),
    ...join(words('主要 突出 一般 重大 较大 现场'), words('问题 隐患 事故隐患 问题隐患 安全隐患')),
    ...join(
      ['', '存在', '发现'],
      words('问题 隐患 问题隐患'),
      words('及 和 与'),
      words('整改情况 整改 整改措施'),
    ),
    ...join(words('发现的 存在的'), words('问题隐患及整改情况 问题及整改情况 隐患及整改情况')),
    ...words(
      `检查情况 检查结果 检查结论 检查发现 检查问题 督查情况 抽查情况 执法情况 排查情况 现场检查情况 违法行为 违法违规行为 违法违规情况 违规行为 违章行为 违法事实
      不符合项 不合格项 问题项 隐患项 隐患点 风险隐患 需整改问题 待整改问题 整改问题 整改事项 薄弱环节 问题发现 查到问题 查到的问题 查出啥 有啥问题 啥问题 什么问题 有什么问题 哪些问题 查 检查`,
    ),
  ],
  inspectors: [
    ...join(inspecting, words('人员 人员姓名 人员名单 人 组人员 组成员 成员 人员签字 人员签名')),
    ...words(
      '参检人员 参检人 参加检查人员 参加人员 参与人员 出动人员 带队人员 带队人 带队领导 检查员 执法员 执法队员 检查干部 检查组长 组长 组员 成员 人员 检查专家 参检专家 谁查的 谁检查的 谁去的 去的人 查的人 检查的人',
    ),
  ],
  rectification: [
    ...join(
      words('整改 隐患整改 问题整改 问题隐患整改 隐患问题整改 整改落实'),
      words(
        '情况 落实情况 完成情况 闭环情况 进展 进展情况 结果 状态 状况 措施 要求 意见 建议 进度 说明 反馈',
      ),
    ),
    ...join(words('处理 处置 隐患处理 隐患处置 现场处理 问题处理'), words('情况 结果 意见 措施 方式 决定')),
    ...words(
      `整改 整改落实 隐患整改 问题整改 是否整改 是否已整改 是否完成整改 整改与否 复查情况 复查结果 复查意见 落实情况 完成情况 闭环情况 销号情况 跟踪整改情况
      督促整改情况 责令整改情况 后续处理 处理 处置 隐患处理 隐患处置 咋整改的 怎么整改的 咋改的 怎么改的 咋处理的 怎么处理的 改没改 整改咋样`,
    ),
  ],
  date: [...join(inspecting, words('日期 时间')), ...words('日期 时间 检查日 检查时段 啥时候 哪天 哪天查的')],
  industry: words(
    '行业 行业类别 行业类型 行业领域 所属行业 企业行业 所属领域 企业类型 企业类别 领域 行业分类 检查行业 检查领域 类别',
  ),
  deadline: [
    ...join(
      ['整改', '完成', '整改完成'],
      words('期限 时限 限期 截止时间 截止日期 完成时限 完成时间 完成日期 时间'),
    ),
    ...words('限期 限改时间 限期整改时间 计划完成时间 拟完成时间 要求完成时间 完成整改时间'),
  ],
  teams: words('检查组 检查组数 检查组数量 派出检查组 出动检查组'),
  personTimes: words('人次 检查人次 检查人数 出动人次 出动人数 人数 参检人数 检查人员数 出动检查人员'),
  reportingUnit: words('报送单位 填报单位 上报单位 报告单位 报单位 市县区 县市区 县区'),
  level: words('检查级别 检查层级 督查级别'),
  manner: words('检查方式 检查形式 检查类型 检查方法 执法方式 抽查方式 督查方式'),
  basis: words('检查依据 法律依据 执法依据 依据 处罚依据'),
  document: words(
    '执法文书 法律文书 文书 文书名称 文书编号 文书情况 下达文书 下达执法文书 开具文书 执法文书编号 执法文书名称',
  ),
  case: words('立案情况 是否立案 立案 立案查处 立案处罚 立案查处情况'),
  fine: words('罚款金额 罚款 罚款情况 处罚金额'),
  production: words('停产停业 停产停业情况 停产情况 停产整顿 是否停产'),
  aside:
    words(`隐患数 隐患数量 隐患条数 隐患总数 问题数 问题数量 发现隐患数 发现隐患数量 发现问题数 发现问题数量 整改数 已整改数 整改数量 整改责任部门
    检查内容 检查项目 检查重点 检查事项 处罚 处罚情况 处罚结果 处罚决定 行政处罚 备注 附件 附图 照片 联系人 联系电话 电话 企业负责人 企业联系人 负责人 陪同人员 陪检人员 参检单位 参与单位 配合单位
    企业人员 报送人 填报人 审核人 签发人 报送时间 报送日期 填报时间 填报日期 复查时间 复查日期 复查人员 整改责任人 责任人 整改责任单位 责任单位 监管单位责任人
    下一步工作 下步工作 下一步措施 下一步打算 工作要求 企业概况 企业基本情况 基本情况 企业规模 企业等级 统一社会信用代码 序号 编号`),
}

/** Every label with its meaning; of a word in two rows the later one counts. */
export const labels: ReadonlyMap<string, LabelField> = new Map(
  Object.entries(synonyms).flatMap(([field, names]) =>
    names.map(name => [name, field as LabelField] as const),
  ),
)
