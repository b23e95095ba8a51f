import type { Industry } from '../../terms.ts'

/** Words for an industry 行业, as in labels and headings. */
const industryWords: [Industry, RegExp][] = [
  ['非煤矿山', /非煤|金属矿|尾矿/],
  ['煤矿', /煤矿|煤炭|煤监/],
  ['烟花爆竹', /烟花|爆竹/],
  ['危险化学品', /危化|危险化学品|化工|加油站/],
  ['工贸', /工贸|工矿商贸|冶金|有色|建材|机械|轻工|纺织|烟草|商贸|粉尘涉爆|涉氨/],
]

/** What the name of an enterprise tells. The word nearest to its end counts: 化工机械厂 makes machines. */
const enterpriseWords: [Industry, string][] = [
  ['煤矿', '煤矿 煤业 矿井 洗煤 煤炭'],
  [
    '非煤矿山',
    '非煤矿山 石材采石 采石场 采石 石场 石料 石矿 铁矿 金矿 铜矿 钼矿 镍矿 铅锌矿 萤石矿 石灰石矿 硅灰石 尾矿 砂石 采砂场 砂场 石灰岩 大理石矿 花岗岩 玄武岩 砂岩 页岩 膨润土 硅藻土 白云岩 浮石 火山渣 石墨矿 砂矿 页岩矿 土矿 矿 钨矿 锌矿 铅矿 银矿 锰矿 矿泉石材 采砂 采沙 矿山 露天矿',
  ],
  [
    '危险化学品',
    `加油站 加油点 加油一站 加油二站 加油三站 加油四站 石油经销 油气 天然气 加氢站 加气站 加油加气站 加能站 油库 油品 石油 石化 化工 化学 危化 气体 液化气 液化石油气 制氧 氧气 乙炔 农药 油漆 涂料
    溶剂 树脂 胶粘剂 硫酸 盐酸 液氨 氯碱 炼油 炼化 精细化工 涂料有限 电石 液氯 氯气 氢气 煤气厂 焦化 炭黑 染料 颜料 试剂 香料 助剂 催化剂 聚合物 石蜡 沥青 甲醇 乙醇 双氧水 化肥`,
  ],
  ['烟花爆竹', '烟花爆竹 烟花 爆竹 鞭炮 花炮 礼花'],
  [
    '工贸',
    `冶金 钢铁 特钢 炼钢 炼铁 轧钢 铁合金 硅铁 锰铁 球墨
    有色 铝 铝业 铜业 镁业 锌业 钛业 冶炼 合金 金属制品 金属加工
    建材 水泥 混凝土 商砼 石材 砖厂 制砖 砖瓦 瓦厂 砌块 石灰 石膏 玻璃 陶瓷 耐火材料 保温材料 岩棉 陶粒 白灰 粉煤灰 防水材料 管材 管桩 管业 预制构件
    机械 装备 制造 铸造 铸钢 铸铁 铸件 铸管 锻造 锻件 冲压 焊接 钢结构 机床 模具 标准件 紧固件 轴承 齿轮 阀门 水泵 泵业 换热器 锅炉
    压力容器 电梯 电机 电气 电器 电子 仪表 电缆 线缆 变压器 开关厂 电池 蓄电池 汽车零部件 零部件 汽车配件 汽配 配件 车桥 车轮 轮毂 客车 专用车 改装车
    机车 车辆 农机 农业机械 减速机 弹簧 五金 工具厂 量具 刀具 涂装
    轻工 食品 酒业 酒厂 白酒 葡萄酒 啤酒 饮料 饮品 矿泉水 饮用水 乳业 奶业 肉业 屠宰 肉联 冷库 冷冻 冷藏 冷链 水产 制冰 速冻 粮油 粮库
    粮食 粮贸 米业 米面 大米 稻米 面粉 面业 淀粉 油脂 榨油 花生油 大豆油 豆油 植物油 食用油 油厂 豆制品 豆业 调味品 酱菜 泡菜 糖业 制糖 糕点 面包 粉条 玉米 深加工 饲料 烘干
    人参 参业 果蔬 蔬菜 蜂产品 木业 木材 木制品 木器 木板 人造板 胶合板 刨花板 密度板 纤维板 地板 木门 门业 门窗 筷子 家具 家俱 傢具
    造纸 纸业 纸制品 纸箱 纸品 包装 印刷 彩印 印务 塑料 塑业 塑胶 泡沫 薄膜 橡胶 轮胎 皮革 制革 鞋业 制鞋 箱包 玩具 日化 洗涤 灯具 照明
    纺织 针织 毛纺 棉纺 棉业 麻纺 亚麻 化纤 印染 服装 服饰 制衣 袜业 羽绒 毛毯 地毯 无纺布 被服
    烟草 卷烟 复烤
    商贸 商场 超市 超级市场 卖场 购物 百货 商厦 商城 商业广场 家居 大酒店 酒店 宾馆 饭店 餐饮
    加工厂 制品`,
  ],
]
const industryOf = new Map(
  enterpriseWords.flatMap(([industry, words]) => words.split(/\s+/).map(word => [word, industry] as const)),
)

/** The industry named in a text; null where none or more than one is. */
export function readIndustry(text: string): Industry | null {
  const rest = text.replace(/非煤矿?山?/g, '')
  const named = industryWords.filter(([industry, words]) => words.test(industry === '非煤矿山' ? text : rest))
  return named.length === 1 ? named[0]![0] : null
}

// Longest first: 石灰石矿 is found whole.
/** 矿业 may dig coal or anything else. */
const ambiguous = ['矿业']
const anyWord = new RegExp(
  [...industryOf.keys(), ...ambiguous].sort((a, b) => b.length - a.length).join('|'),
  'g',
)

/** The industry that the name of an enterprise tells; null where it tells none: no guess. */
export function industryOfEnterprise(name: string): Industry | null {
  const last = name.match(anyWord)?.at(-1)
  return industryOf.get(last ?? '') ?? null
}
