/** The vocabulary of narrated inspections; each table is one place to add a word. All are cut at white space. */

const words = (table: string): string[] => table.trim().split(/\s+/)

/** A pattern's source that matches any word of a table, the longest first. */
export const anyOf = (...tables: string[]): string =>
  `(?:${tables
    .flatMap(words)
    .sort((a, b) => b.length - a.length)
    .map(RegExp.escape)
    .join('|')})`

/** Going to an enterprise: what follows is its name. */
export const goingVerbs = `对 到 去 赴 至 在 前往 深入 走进 来到 抵达 进驻 走访 直奔 直插 抽取 随机抽取 针对 查访 到达`

/** Inspecting. */
export const inspectingVerbs = `检查 督查 抽查 巡查 排查 督导 执法 夜查 暗访 暗查 明查 复查 核查 突查 自查 回头看 验收 转了一圈 转了转 看了看 走访`

/** Finding. */
export const findingVerbs = `发现 查出 排查出 检查出 查找出 查到 查明 检出 看到 发现了 查出了 查实`

/** How an enterprise's name ends so plainly that even a bare clause may open with it. */
export const plainEndings = `公司 集团 厂 加油站 加气站 加能站 充装站 气站 搅拌站 煤矿 矿山 矿 超市 合作社 医院 学校 小学 中学 幼儿园 酒店 宾馆
  饭店 商场 商店 商行 药店 分店 总店 油库 采石场 石场 林场 农场 养殖场 屠宰场 煤业 矿业 木业 酒业 米业 化工 建材 铸造 机械 冶金 粮库
  商贸 经销处 经营部 零售点 销售点 批发部 门市部 门市 卷烟 水泥 石化 制药 药业 饲料 乳业 纸业 钢铁 铝业 石油 燃气 养老院 敬老院`

/** Endings that also end the name of a part of an enterprise: 原料仓库. */
export const looseEndings = `站 店 场 库 仓库 园 园区 中心 院 所 馆 部 社 行 城 广场 市场 冷库 尾矿库 大厦 工地 项目部 项目 网吧 浴池 影院 影城
  餐厅 饭馆 学院 大学 宿舍 小区 大队部 货场 车间 商户 实业 物业 置业 农业 林业 牧业 盐业 碱业 油业 粮业 面业 管业 铜业 铝业 镁业 硅业 工业 商业`

/** What may stand behind an enterprise's name in a sentence. */
export const afterName = `开展 进行 实施 组织 展开 检查 督查 抽查 巡查 排查 督导 执法 夜查 暗访 暗查 复查 核查 突查 自查 和 及 与 以及 等 的 在 于 安全 生产
  消防 存在 发现 查出 现场 接受 被 迎接 未 无 没 两 三 时 中 作 做 了 依法 联合 突击 随机 线上 线下 就 重点 危险 危化 入井 下井 工贸 专项 日常 例行 年度
  主要 问题 隐患 位于 坐落 地处 回头看 四不两直 双随机 夜间 再次 情况 均 也 还 一 二 今 共 春季 夏季 秋季 冬季 节前 节日 节后 汛期 煤矿
  调研 查看 查 看 验收 一个 这 灭火器 经`

/** How what is no name begins: everybody, somebody. */
export const namelessStarts = `地点 地址 各 全市 全区 全县 全省 全部 全体 辖区 辖内 本市 本县 本区 本局 本单位 本厂 本公司 本站 本企业 该 此 我 你 他 她 某 其他 其它 其余 其中 每 这 那 哪 几家 几个
  多家 多个 一家 两家 三家 一些 个别 一个 两个 数家 若干 属地 每家 省厅 市局 县局 区局 一线 基层 现场 如果 假如 若 二是 一是 三是 四是 五是`

/** Words that make a name no name wherever they stand in it: a kind of place, a matter, another part of the sentence. */
export const namelessWords = `各类 各企业 各单位 所有 部分 相关 有关 直接监管 以下 上述 上级 下级 一线 基层 现场 场所 部门 行业 领域 隐患 问题 情况 工作 设施 台账 制度
  责任 安全 生产 消防 资料 人员 重大 检查 发现 进行 开展 存在 位于 对 到 赴 去 在 前往 要求 责令 的 了 整改 自查 如下 负责 会议 今天 昨天 今日 昨日 通知 加强 企业负责 未 设备 作业`

/** What tells a fault beside the words that `fields/faults.ts` knows, in running text. */
export const moreFaults = `坏 倒塌 淤堵 丢失 松弛 缺损 被挡 被占 被拆 被堵 太近 太多 太少 太高 太低 太乱 太脏 绝缘层破 潮湿 生锈 吸烟 睡觉 同时进行 混在 超期 卡死 卡滞 掉了 断了 破了 漏雨 漏水 漏了 堵了 倒了
  歪斜 杂草 浮石 明火 违建 三合一 挂锁 做饭 住人 自流 飞线 堆物 断线 断裂 冒烟 短路 直排 直接接 花线 用铁丝 拖地 堵门 超高 毛刺 打结 脱开 失准 带病`

/** Kinds of enterprises that stand before a name: 危化品生产企业恒泰化工有限公司. */
export const kinds = `辖区 辖区内 重点 危化 危化品 危险化学品 工贸 非煤 非煤矿山 煤矿 烟花爆竹 涉氨 涉爆 涉氨制冷 粉尘涉爆 生产 经营 储存 使用 生产经营 冶金 有色 建材 机械 轻工 纺织 烟草 商贸
  规上 小微 民营 直管 行业 领域 类 的 加油站 加气站 化工 食品 加工 制造 高危 一家`
