/** How it is said that nothing was inspected 零报告, and what may stand around it. Each pattern is for one clause. */

const any = (words: string) => `(?:${words.trim().split(/\s+/).join('|')})`

export const day =
  '(?:今日|今天|本日|当日|当天|昨日|昨天|前天|全天|(?:(?:\\d{4}年)?\\d{1,2}月)?\\d{1,2}[日号]|\\d{1,2}[.-]\\d{1,2}|(?:本周|周|星期)[一二三四五六日天]|上午|下午){0,3}'
const manner = any(
  `有 能 安排 开展 进行 组织 实施 派出 派人 派员 派 对 线上 线下 现场 行政 监督 日常 安全 生产 直接 监管 领域 外出 出去 深入 下 去 到 各类 各行业
  任何 企业 单位 相关 入企 人员`,
)
/** What was not done, without the words that go on with it. */
const deed = any(
  `检查 督查 抽查 巡查 排查 执法 暗访 下企业 去企业 到企业 进企业 下企 入企 受检企业 受检单位 被检查企业 被检查单位`,
)
const matter = any(
  '检查 执法 任务 工作 情况 企业 单位 对象 活动 事项 计划 内容 信息 数据 安排 报送 上报 报告 人员 组 及',
)
const nothing = `(?:暂时?|均|都|全部|全市|全区|全县|尚|也){0,3}(?:无|没有?|未)${manner}{0,8}${deed}${matter}{0,6}`
const zeroWord = `${any('检查 日报 报送 实行 为 是 均 都 报告 日报表 按照? 特作 作 特此 特 上报 填报 现 依旧 仍')}{0,4}${any('零报告 零报 0报告 零检查 报零 报0 零上报 零报送 0报送 0上报')}${any('处理 上报 报送 报告 填报')}?`
const noEnterprise =
  '(?:共|实际)?检查(?:企业|单位)?(?:数量?|家数|户数)?为?(?:0|零)(?:家|户|个)?次?(?:企业|单位)?'
const reason = '(?:因为?|由于|受|鉴于)[^，,。；;\\n]{1,30}?'

/** Who, when, why, and, captured, that nothing was inspected. */
export const statement = new RegExp(
  `^(?:[^，,。；;\\n]{0,40}?)??(?=(${day}(?:${reason})?${day}(?:${nothing}|${zeroWord}|${noEnterprise})了?)$)`,
)
/** Looked for in the whole text first: most messages have nothing of the kind. */
export const mayState = new RegExp(
  `[零0](?:报|检查|上报)|报[零0]|(?:0|零)[家户个]|检查[^\\n]{0,6}(?:0|零|[:：]\\s*无)|(?:无|没|未)[^，,。；;\\n]{0,24}(?:${deed})`,
)
/** 没有检查 alone is what anybody says; it reports only with a day, a unit or a word for it. */
export const colloquial = /^没/

/** 发现隐患0项, 检查组0个, 0人次: figures beside it. */
export const zeroFigure = new RegExp(
  `^${any('共 合计 累计 今日 本日 检查 执法 派出 出动 发现 查出 排查 完成 已 整改 立案 处罚 罚款 下达 下发')}{0,4}${any('企业 单位 重大 事故 安全 隐患 问题 检查组 执法 检查 人员 人次 文书 案件 金额')}{0,3}(?:数量?)?为?[0零]${any('家 户 次 项 条 处 个 组 人 起 份 件 万? 元 隐患 问题 企业 整改')}{0,4}$`,
)

export const dayOnly = new RegExp(`^${day}$`)
export const leadingDay = new RegExp(`^${day}`)

/** What keeps officers from inspecting. */
const circumstance = new RegExp(
  any(`疫情 防疫 防控 抗疫 静默 静态 封控 封闭 封城 封路 隔离 核酸 居家 管控 下沉 社区 防汛 抗旱 防火 扑火 扑救 救灾 抢险 救援 汛期 洪水 [雨雪] 大风 台风 寒潮
  冰冻 路滑 道路 停电 检修 下乡 包保 驻村 扶贫 乡村振兴 创城 志愿 培训 学习 会议 开会 [党团]课 党日 考试 考核 巡[察视] 审计 迎检 演练 值[班守] 放假 休[假息]
  周末 双休 假[期日] [调轮公]休 请假 体检 抽调 借调 支援 出差 车辆 活动 案卷 台账 档案 换证 维护 工作日`),
)
/** Beside these a clause says more than why: it asks, announces, or tells of inspections. */
const saysMore =
  /检查|督查|抽查|隐患|整改|零报|报零|[请您你]|大家|各(?:单位|地|县|市|区)|通知|要求|注意|明[天日]|后[天日]|下周|可以|必须|需要?|应当|的$/
const reasonOnly = new RegExp(`^${reason}$`)

/** Whether a clause only says why: 因疫情防控, 全局人员参加培训. */
export const saysWhy = (clause: string): boolean =>
  reasonOnly.test(clause) || (circumstance.test(clause) && !saysMore.test(clause))

/** 各位领导好, 报告领导: nothing but forms of address. */
const greeting = new RegExp(
  `^${any('报告 各位 尊敬的 领导 同志 老师 值班员 值班室 指挥中心 省厅 您 你 大家 早上 上午 中午 下午 晚上 们 好 辛苦 了')}{1,6}$`,
)
const remark = new RegExp(
  `^(?:${any(`单位 收到 特此报告 特此上报 特此报送 特此说明 特此更正 谢谢 谢谢领导 现上报如下 报告如下
  (?:不好意思|抱歉|对不起)?(?:才看到|报晚了?|晚报了?|迟报了?|忘报了?|补报一下)? 请(?:领导)?(?:知悉|审阅|查收|审核) 请?以(?:此|本)(?:条|次)?为准
  补报 更正(?:如下)? 补充报送 修改如下 (?:检查|执法|监督|企业|情况|安全|生产)*(?:日报表?|零报告|情况|情况报告)(?:如下)?
  无 没有 未发现(?:安全|问题|隐患)* 无(?:问题|隐患|异常)+(?:上报)? 零隐患 不涉及`)})$`,
)

/** Whether a clause is form only: a greeting, a thank-you, 情况如下, 未发现隐患. */
export const isCourtesy = (clause: string): boolean => greeting.test(clause) || remark.test(clause)
