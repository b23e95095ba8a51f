import type { InspectionLevel, InspectionManner } from '../../terms.ts'
import type { Circumstances } from '../parsed-message.ts'
import { findStatements, type Wording } from './statements.ts'

const inspecting = '(?:抽查|督查|检查|督导|巡查|暗访|明查|暗查|执法|监督检查|监督抽查|执法检查|抽检|核查)'
/** 省级督查反馈的问题: another inspection is spoken of. */
const another = /^(?:反馈|移交|交办|通报|发现的?问题整改|整改落实|组?反馈)/

/** Who inspects whom 检查级别, in running text. */
const levels: [InspectionLevel, Wording][] = [
  [
    '省级抽查',
    { words: new RegExp(`(?:省级|省本级|省厅|省局|省应急厅)${inspecting}`, 'g'), notBefore: another },
  ],
  [
    '市级督查',
    {
      words: new RegExp(`(?:(?:市|州|市州|市（州）|市\\(州\\))级|市局|州局)${inspecting}`, 'g'),
      notBefore: another,
    },
  ],
  [
    '县级督查',
    {
      words: new RegExp(`(?:(?:县|区|县区|县市区|区县|县（市、区）)级|县局|区局)${inspecting}`, 'g'),
      notBefore: another,
    },
  ],
  [
    '企业自查',
    {
      words: /企业(?:开展|进行|组织|自行)?自查(?:自改|自纠)?/g,
      notAfter:
        /(?:督促|要求|指导|责令|责成|推动|督导|未|没有?|对|各|组织|帮助|检查(?!类型|类别|方式|形式|级别)|查看|查阅)[^，,；;。\n]{0,6}$/,
      notBefore: /^(?:不|未|缺|没|无|记录|制度|台账|报告|清单|流于|质量|机制|工作)/,
    },
  ],
]
/** In a column of its own the first word is enough: 检查级别：省级. */
const levelColumn = /^(?:检查|督查|执法)(?:级别|层级)[:：]\s*(.*)/s
const levelWords: [InspectionLevel, RegExp][] = [
  ['省级抽查', /^省/],
  ['市级督查', /^[市州]/],
  ['县级督查', /^[县区]/],
  ['企业自查', /^(?:企业)?自查|^企业/],
]

// 生产线上, 管线上, 电线下: parts of a plant.
const notOfPlant = '(?<![产水管电路干红热主光缆导配曲直分连地位戒一])'
const online = `(?=${inspecting}|监管|监督|方式|形式|视频|排查|开展|对|进行|线下|相?结合|[+、，,；;。/和与及\\s）)”"」]|$)`
const missed = /(?:未|没有?|缺少?|不(?!两直))[^，,；;。\n]{0,6}$/

/** Manners of inspecting 检查方式; 现场检查 alone is none. */
const manners: [InspectionManner, Wording][] = [
  [
    '线上',
    {
      words: new RegExp(
        `${notOfPlant}线上${online}|(?:视频|远程|网络|网上|在线|云)(?:监控|连线|视频|监测|系统|调度){0,3}(?:${inspecting}|方式)|非现场(?:${inspecting}|监管)`,
        'g',
      ),
      notAfter: missed,
    },
  ],
  ['线下', { words: new RegExp(`${notOfPlant}线下${online}`, 'g'), notAfter: missed }],
  [
    '夜查',
    {
      words: new RegExp(`夜查|夜检|(?:夜间|夜晚|深夜|凌晨)(?:突击|开展|随机|暗访|执法)*${inspecting}`, 'g'),
      notAfter: missed,
      notBefore: /^(?:不|记录|制度|缺|无)/,
    },
  ],
  ['四不两直', { words: /四不(?:、|，)?两直/g, notAfter: missed }],
  ['双随机', { words: /双随机/g, notAfter: /非$/ }],
  [
    '干部+专家',
    {
      words:
        /(?:干部|执法(?:人员)?|监管(?:人员)?|检查人员|行政)[”"]? ?[+＋＆&加] ?[“"]?专家|[+＋] ?专家|专家(?:查隐患|会诊)|(?:携|带)(?:领|着)?(?:\d{1,2}名)?专家|(?:聘请|邀请|会同|联合|协同|组织|抽调)(?:了|相关|有关|安全|行业|技术|第三方|化工|省级|市级|注册|\d{1,2}名|[一二两三四五六七八九十]名|煤矿|矿山|等|生产|领域|机构|省局|市局|县局|省厅|省|市|县|局|的){0,5}专家|专家(?:组|团队)?(?:参与|参加|协助|陪同|会诊|随行|随队|全程)/g,
      // What the firm does or ought to do with experts is not how it was inspected.
      notAfter: /(?:企业|公司|要求|督促|责令|建议|未|没有?|应|需|自行)[^，,；;。\n]{0,6}$/,
      notBefore: /^(?:论证|评审|评估|诊断|库|评价)/,
    },
  ],
]

const basisColumn = /^(?:检查|法律|执法)?依据[:：]\s*(.+)/s
const article =
  '(?:第?[〇零一二三四五六七八九十百千\\d]{1,6}[条款项章节]|之[一二三四五六七八九十]|第|[、和及与,，]){0,12}'
/** 依据《…》第六十五条、《…》 and then what was inspected, not what was ordered upon it. */
const basisInText = new RegExp(
  `(?:依据|根据|按照)((?:[、和及与]?《[^《》\\n]{2,60}》${article}){1,4})(?=[^。；;\\n]{0,80}?(?:${inspecting}|监管))(?![^。；;\\n]{0,40}?(?:责令|罚款|处罚|立案|整改|改正|处以|停产))`,
)
/** The most characters that are kept of it. */
const longestBasis = 200

const readLevel = (text: string): InspectionLevel | null => {
  const value = levelColumn.exec(text)?.[1]
  const named = value === undefined ? undefined : levelWords.find(([, words]) => words.test(value))
  if (named) return named[0]
  const found = levels.flatMap(([level, wording]) => {
    const at = findStatements(text, wording).next().value?.match.index
    return at === undefined ? [] : [{ level, at }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.level ?? null
}

const readManners = (text: string): InspectionManner[] =>
  manners
    .flatMap(([manner, wording]) => {
      const at = findStatements(text, wording).next().value?.match.index
      return at === undefined ? [] : [{ manner, at }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ manner }) => manner)

const readBasis = (text: string): string | null => {
  const value = basisColumn.exec(text)?.[1] ?? basisInText.exec(text)?.[1]
  const trimmed = value?.replace(/[、和及与,，。；;\s]{1,4}$/, '').trim() ?? ''
  return trimmed === '' || /^(?:无|\/|-)$/.test(trimmed) ? null : trimmed.slice(0, longestBasis)
}

const first = <T>(texts: readonly string[], read: (text: string) => T | null): T | null => {
  for (const text of texts) {
    const found = read(text)
    if (found !== null) return found
  }
  return null
}

/**
 * How an inspection was made, from its texts in their order. A labelled value comes with its label before it
 * (检查级别：省级), so that both forms read alike.
 */
export function readCircumstances(said: readonly string[]): Circumstances {
  const texts = said.filter(text => mayTell.test(text))
  const inColumn = (column: RegExp) => texts.filter(text => column.test(text))
  return {
    level: first(inColumn(levelColumn), readLevel) ?? first(texts, readLevel),
    manners: [...new Set(texts.flatMap(readManners))],
    basis: first(inColumn(basisColumn), readBasis) ?? first(texts, readBasis),
  }
}

/** Looked at first: most texts tell of none of these. */
const mayTell = /[查级随机直专线频据照按暗夜网《]/
