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
    '非煤矿山 石材采石 采石场 采石 石场 石料 石矿 铁矿 金矿 铜矿 钼矿 镍矿 铅锌矿 萤石矿 石灰石矿 硅灰石 尾矿 砂石 采砂场 砂场 石灰岩 大理石矿 花岗岩 玄武岩 砂岩 页岩 膨润土 硅藻土 白云岩 浮石 火山渣 钨矿 锌矿 铅矿 银矿 锰矿 矿业 矿泉石材 采砂 采沙 矿山 露天矿',
  ],
  [
    '危险化学品',
    `加油站 加油点 石油经销 油气 天然气 加氢站 加气站 加油加气站 加能站 油库 油品 石油 石化 化工 化学 危化 气体 液化气 液化石油气 制氧 氧气 乙炔 农药 油漆 涂料
    溶剂 树脂 胶粘剂 硫酸 盐酸 液氨 氯碱 炼油 炼化 精细化工 涂料有限 甲醇 乙醇 双氧水 化肥`,
  ],
  ['烟花爆竹', '烟花爆竹 烟花 爆竹 鞭炮 花炮 礼花'],
  [
    '工贸',
    `机械 水泥 食品 木业 木材 钢铁 特钢 铸造 锻造 铝 铝业 铜业 冶炼 冶金 有色 合金 金属制品 家具 纺织 服装 印染 毛纺 印刷 造纸 纸业
    纸制品 塑料 塑业 橡胶 玻璃 陶瓷 砖厂 建材 混凝土 商砼 石材 汽车零部件 零部件 酒业 啤酒 饮料 乳业 肉业 屠宰 冷库 粮油 米业
    淀粉 饲料 饮品 矿泉水 袜业 针织 制衣 鞋业 皮革 人造板 胶合板 木制品 木器 木板 地板 筷子 家俱 傢具 钢结构 铸件 铸管 铸铁 锻件 冲压 焊接 制品 加工厂 食品厂 米面 大米 稻米 面粉 粮库 粮食 粮贸 酒厂 酒坊 白酒 葡萄酒 酱菜 泡菜 豆制品 调味品 糖业 制糖 油脂 榨油 烘干 石膏 耐火材料 保温材料 预制构件 管桩 砌块 制砖 砖瓦 瓦厂 石灰 涂装 五金 轴承 齿轮 阀门 锅炉 电机 变压器 农机 汽车 汽配 客车 机车 车辆 模型 塑料制品 泡沫 海绵 薄膜 轮胎 购物中心 商厦 大厦 商城 市场 家居 卖场 超级市场 仓储 冷链 深加工 人参 中药饮片 商场 超市 商贸 购物 百货 烟草 卷烟 轻工 包装 电器 电子 门窗 装备 制造 管业 电缆 模具`,
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
const anyWord = new RegExp([...industryOf.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** The industry that the name of an enterprise tells; null where it tells none: no guess. */
export function industryOfEnterprise(name: string): Industry | null {
  const last = name.match(anyWord)?.at(-1)
  return industryOf.get(last ?? '') ?? null
}
