import { statesFault } from './faults.ts'

/** How the names of enterprises 企业 end. Adding one is adding a word here. */
const endings =
  `公司 集团 工厂 分厂 总厂 厂 加油站 加气站 气站 充装站 收购站 搅拌站 经销站 供应站 水电站 变电站 站 煤矿 矿山 矿井 矿 选厂 尾矿库 超市 市场
  商场 石场 采石场 料场 农场 林场 养殖场 屠宰场 砂场 堆场 货场 场 分店 总店 门店 商店 药店 酒店 饭店 书店 零售店 专卖店 连锁店 店 油库 粮库 冷库 储存库
  仓库 库 医院 卫生院 养老院 敬老院 影院 学院 学校 小学 中学 大学 幼儿园 宾馆 旅馆 饭馆 洗浴中心 物流中心 商贸中心 购物中心 配送中心 会所 浴池 网吧
  影城 商城 合作社 联合社 供销社 商行 粮行 车行 经营部 门市部 批发部 经销部 销售部 服务部 项目部 营业部 经销处 销售处 零售点 加油点 销售点 经营点 网点 商户
  煤业 矿业 木业 酒业 米业 药业 纸业 铝业 铜业 钢铁 重工 石化 化工 水泥 建材 石油 燃气 热电 电厂 热力 工地 广场 大厦 作坊 酒坊 油坊 豆腐坊 食堂 烧烤 火锅城 美食城 工业园 产业园`
    .trim()
    .split(/\s+/)
const ending = new RegExp(`(?:${endings.sort((a, b) => b.length - a.length).join('|')})$`)

/** A branch in brackets belongs to the name, any other remark does not: 红星加油站（二站）, 宏达厂（轻工）. */
const branch =
  /^(?:.{0,10}(?:[^工]厂|站|店|矿|部|号|公司|分厂|集团|筹|筹建|普通合伙|有限合伙|个体|个体工商户))$|^[东西南北中一二三四五六七八九十\d]{1,3}[区号部]?$/
const remark = /[（(]([^（()）\n]{1,60})[)）]$/

/** An enterprise's name and the remark in brackets behind it, if there is one. */
export function splitRemark(written: string): { name: string; remark: string | null } {
  const found = remark.exec(written.trimEnd())
  if (!found || found.index < 2 || branch.test(found[1]!)) return { name: written.trim(), remark: null }
  return { name: written.slice(0, found.index).trim(), remark: found[1]! }
}

const longest = 40
const charset = /^[\p{Script=Han}\w·（()）“”"&.+-]+$/u
/** Everybody, somebody, a matter: no name begins or goes on with these. */
const nameless =
  /^(?:[今昨前当][天日早晚]|[上下中]午|刚才|我|咱|各|全[市县区省部]|辖区|本[市县区局]|该|此|某[^某]|其他|其它|其余|其中|每|这|那|哪|部分|所有|相关|有关|以上|上述|共|对|在|到|赴|去|请|将|把|由|被|与|和|及)|去了|到了|去的|两人|[一二三四五六\d]人|检查|督查|抽查|隐患|问题|整改|发现|存在|要求|责令|情况|现场$|应急管理|执法|[，,。；;：:？?！!、]|如下|人员|负责|关于/
/** Their own words for faults stand in the names of trades: 安全技术公司, 拆除公司. */
const trade =
  /(?:安全|消防|拆除|防腐|无损|检测|检查|非)(?:技术|科技|设备|用品|器材|服务|工程|评价|检测|织造|遗)/g

/** Whether a text can be nothing but the name of an enterprise: 红星加油站, 宏达机械厂（铁西区）. */
export function looksLikeEnterprise(text: string): boolean {
  if (text.length < 3 || text.length > longest + 30) return false
  const { name } = splitRemark(text)
  const bare = name.replace(/[（(][^（()）]*[)）]$/, '')
  const end = ending.exec(bare)
  if (!end || name.length > longest || end.index < (end[0].length > 1 ? 1 : 2)) return false
  const plain = bare.replace(trade, '')
  return charset.test(name) && !nameless.test(plain) && !statesFault(plain)
}
