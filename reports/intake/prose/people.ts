import { readNumeral } from '../text/numerals.ts'
import { anyOf } from './words.ts'

/** Family names 姓 as they are common here; 危, 安, 单 and the like open too many other words. */
const surnames = `单 华 解 权 项 包 全 成 明 时 管 强 安 海 云 王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 肖 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 闫 余
  潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 庞 樊 兰 殷
  施 陶 洪 翟 颜 倪 严 牛 温 芦 季 俞 章 鲁 葛 伍 韦 申 尤 毕 聂 丛 焦 柳 邢 路 岳 齐 梅 庄 辛 祝 左 涂 谷 祁 舒 耿 牟 卜 詹 关 苗 凌 费 纪 靳 盛 童 欧 甄 曲 游
  阳 裴 席 卫 屈 鲍 位 覃 霍 翁 隋 甘 景 薄 司 柏 宁 柯 阮 桂 闵 初 付 佟 那 朴 代 修 宫 荆 柴 窦 冉 闻 骆 邬 麻 臧 桑 苟 冼 敖 仲 檀 郁 蒲 鄂 晋 穆 狄 米 贝 计
  茅 谈 戚 喻 昌 凤 湛 禹 师 艾 向 习 衡 蔚 厍 晁 冀 岑 伏 郏 浦 尚 晏 瞿 茹 宦 鱼 慎 戈 庾 暨 弘 匡 寇 禄 阙 殳 沃 夔 巩 勾 訾 阚 简 饶 沙 乜 丰 巢 竺 盖 桓 帅
  缑 亢 况 琴 哈 墨 谯 佴 战 招 仝 隽 贵 蒙 撒 牙 苑 闪 禚 逄 栾 迟 滕 由 吉 佘 冷 满 车 鞠 矫 国 南 玄 赫 姬 边 逯 邸 衣 慕 蔺 楚 郎 仇 古 屠 门 燕 扈 鹿 雍 郗 濮 戎 索 逢 雒 隆 芮 尧 咸 蒯 宓 杭 商 莫 缪 卓 祖 羊 解 尉 芦 敬 嵇 滑 裘 应 郜 卻 於 巫 仰 伊 乐 劳 逯 莘 曾`
const compound = '万俟 申屠 呼延 钟离 欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 南宫 独孤'
/** Words of two or three characters that open like a name and are none. */
const noNames =
  /^(?:安全|安排|应急|高度|高效|方式|方案|常规|常态|常务|全面|全体|全市|全县|全区|全省|全覆盖|成立|成员|严格|严查|严肃|明确|时间|包括|单位|单独|周边|马上|于是|白天|平时|管理|管控|管委会|计划|强化|解决|关注|关于|关键|项目|党组|路上|石化|金属|方面|文件|成效|项目部|项|任务|任何|国务院|国家|国庆|卫生|解放路|路线|严防|时期|代表|代理|查看|查阅|查找|包保|包联|高温|高危|盛夏|初步|边|位于|司机|司法|常态化|左右|江边|易燃|易爆|冷库|牛年|温度|纪委|纪检|季度|费用|章程|成品|雷雨|雷电|龙头|万达|车间|车辆|全员|国企|国有|满员|强制|由我|由于|由区|由局|由此|文书|边查|那个|那边|路面|申请|游览|任命|施工|项检查|管局|顾问|解除|安监|安委|段|周密|高频|严厉|阳光|方法|安检|周一|周二|周三|周四|周五|周六|周日|文旅|住建|公安|司法|林业|水务|农业|交通|和|广泛|汤|康养|强力|成都|石油|金秋|宁|关|查|毛|马不停|于近|于)$/
const titles = `执法人员 检查人员 监管人员 工作人员 执法检查人员 监管执法人员 安全监管人员 督查人员 有关人员 相关人员 业务人员 专业人员 行政执法人员 人员 执法员 安监员 监察员 检查员 网格员 干部
  党组书记 党委书记 书记 党组成员 党委委员 副局长 局长 副科长 科长 副股长 股长 副处长 处长 副厅长 厅长 大队长 副大队长 中队长 队长 副队长 支队长 主任 副主任 科员 组长 副组长 组员 成员
  安全专家 行业专家 技术专家 外聘专家 专家组 专家 领导 同志 负责人 分管 主要 带队 带领 率领 率队 率 牵头 组织 联合 会同 邀请 聘请 陪同 一行 带 一起 一同 共同 分别 参加 派出 出动 抽调 安排 组成 联合检查组 检查组 执法组
  督查组 督导组 工作组 执法队员 队员 执法 检查 成立 前往 深入 采取 由 我局 我科 我区 我县 我市 我 派 等 共 共计 局 区 县 市长 副市长 区长 副区长 县长 副县长 镇长 副镇长 其中 以及 按照 今天 组 主检人 协检人 亲自 先后 分组 依法 利用 通过 来到 连同 日常 现场 俩 任组长 任副组长 担任 线上 线下 视频 突击 随机 夜间 已 开展 进行 实施 走访 查了`
// 小王 and 老李 are said in chat; a name has one or two characters behind the family name.
const person = new RegExp(
  `^(?:${anyOf(compound)}\\p{Script=Han}{1,2}|${anyOf(surnames)}\\p{Script=Han}{1,2}|\\p{Script=Han}{2,4}·\\p{Script=Han}{2,8})$`,
  'u',
)
/** 张三李四, as dictated. */
const twoPeople = new RegExp(
  `^(${anyOf(surnames)}\\p{Script=Han}{1,2})(${anyOf(surnames)}\\p{Script=Han}{1,2})$`,
  'u',
)
const number = '(\\d{1,5}|[一二两三四五六七八九十]{1,3})'
const experts = new RegExp(`专家${number}[名人位]|${number}[名位]\\p{Script=Han}{0,4}专家`, 'u')
const total = new RegExp(`(?:等|一行|共计?|合计|总计)[^，,。；;、]{0,6}?${number}(?:余)?(?:名|人|位)`)
const people = new RegExp(`${number}(?:名|人次|人(?!员|民)|位|个人)`, 'g')
const section =
  '[危化品工贸煤矿非山烟花爆竹执法监管督察综合安全生产基础应急一二三四]{2,10}(?:科|股|处)室?|[执法监察应急消防救援]{2,6}[大中支]队'
const title = new RegExp(`${section}|${anyOf(titles)}`, 'g')
/** 对…, 通过…方式: what they did, not who they are. */
const doing = /(?:在|赴|到|去(?!年)|前往|深入|对|通过|采取|采用|就|来(?!自)|依据|按照)[^，,。；;\n、]*/g
/** 由局长张三带队: a name, whatever it begins with. */
const leading =
  /(?:由|[局科处队股组]长|主任|书记)(?![\p{Script=Han}]{0,2}[长任])(\p{Script=Han}{2,3})(?:同志)?(?:带队|率队|牵头|带领)/gu
/** 我和张三, 去的人是张三 */
const thoseWho = /我(?:们)?[和与跟同]|(?:去|参加|检?查)的(?:人员?|同志)?[是有]|^人员[是为有]/g
const remark = /[（(【[][^（()）【】[\]\n]{0,80}[)）\]】]/g

/** Who inspected, by name and by number, worded as under a label. */
export interface People {
  /** 张三、李四等5人. */
  inspectors: string | null
  /** 5人, where only the number is told. */
  personTimes: string | null
}

const isPerson = (word: string) => person.test(word) && !noNames.test(word) && !/[省市州县区局]$/.test(word)

/** Beside names, other words of their length are names, too. */
const mayBePerson = (word: string) => /^\p{Script=Han}{2,3}$/u.test(word) && !noNames.test(word)

function readNamesIn(part: string): string[] {
  const word = part.trim().replace(/^均?[为是有]|于$/g, '')
  if (isPerson(word)) return [word]
  const joined = word.split(/[和与及同]/)
  if (joined.length > 1 && joined.every(isPerson)) return joined
  // Where four characters may be cut in two ways, both names have two.
  const even = word.length === 4 ? [word.slice(0, 2), word.slice(2)] : (twoPeople.exec(word)?.slice(1) ?? [])
  return even.length === 2 && even.every(isPerson) ? even : []
}

/** Names stand in lists: beside one that is known for a name, another of two or three characters is one too. */
function readLists(plain: string): string[] {
  const bare = plain.replace(people, '、').replace(doing, '、').replace(title, '、')
  return bare.split(/[，,。；;：:]+/).flatMap(list => {
    const words = list.split(/[\s、/]+/).filter(word => word !== '')
    const read = words.map(readNamesIn)
    const known = read.some(names => names.length > 0)
    return words.flatMap((word, index) => {
      const names = read[index]!
      return names.length > 0 || !known || !mayBePerson(word) ? names : [word]
    })
  })
}

const tail = /(?:等|共计?|一行|这)*(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:名|人次?|位)$/u

/** Whether a clause lists people and says nothing else: 张三、李四2人. */
export function listsPeople(clause: string): boolean {
  if (clause.length > 60) return false
  const list = clause.trim().replace(tail, '')
  const words = list.split(/[\s、]+/)
  return (words.length > 1 || list !== clause.trim()) && words.every(isPerson)
}

/** Reads the people in the words that tell who inspected. */
export function readPeople(text: string): People {
  const plain = text
    .replace(remark, whole => {
      const inner = whole.slice(1, -1)
      const inside = inner
        .replace(title, '、')
        .split(/[、，,\s]+/)
        .filter(word => word !== '')
      return inside.some(isPerson) && inside.every(word => isPerson(word) || mayBePerson(word))
        ? `、${inside.join('、')}、`
        : '、'
    })
    .replace(thoseWho, '、')
  const stated = total.exec(plain)
  const counts = stated ? [stated[1]!] : [...plain.matchAll(people)].map(match => match[1]!)
  const leaders = [...plain.matchAll(leading)].map(match => match[1]!).filter(mayBePerson)
  const found = [...new Set([...leaders, ...readLists(plain)])]
  const invited = experts.exec(plain)
  // 赵琳带领专家2人 are three: those who are named are not counted.
  const besides = !stated && invited && counts.length === 1 ? found.length : 0
  const sum = besides + counts.reduce((so, written) => so + (readNumeral(written) ?? 0), 0)
  const written = sum > 0 ? `${sum}人` : null
  if (found.length === 0) return { inspectors: null, personTimes: written }
  return { inspectors: `${found.join('、')}${written ? `等${written}` : ''}`, personTimes: null }
}
