import type { Gazetteer, Mention } from '../intake/units/gazetteer.ts'
import { nameDistance } from '../intake/units/nearest-names.ts'
import { province } from '../terms.ts'

/** A unit where a text names it. */
interface NamedUnit {
  /** Full unit name; null where it is not clear which unit is meant. */
  unit: string | null
  at: number
  end: number
}

/** A name that fits several units, or none. */
export interface UnclearName {
  written: string
  /** Full unit names. */
  candidates: string[]
}

/** 铁东 stands for 铁东区 only between such characters: 加大安全投入 and 收集安全信息 name no city. */
const beforeBare = /(?:^|[^\p{Script=Han}]|[和及与同跟对向由在请让将从给是为至到的因])$/u
const behindBare =
  /^(?:$|[^\p{Script=Han}]|[和及与同的未要应须请也均仍又再对在已没有做等今昨当这各为何零迟缺不要把将有是都]|反馈|整改|说明|解释|回复|回应|答复|核实|核查|落实|存在|补报|补充|完善|重报|按时|及时|抓紧|立即|尽快|限期|务必|继续|加强|加大|督促|组织|开展|提供|排查|发现|漏报|瞒报|走过场|敷衍|描述|依据|数据|报告|较好|做法|认真|表现|进度|重大|两地|两市|三地|地区|检查|隐患|报送|上报|企业|方面|工作|情况|近|连续|监管|执法)/u

/** What the name of an enterprise ends with. Those of the first group name one even right behind a place. */
const company = '(?:分公司|公司|集团)'
const site =
  '(?:工厂|厂|加油站|加气站|加能站|加氢站|油站|气站|油库|仓库|冷库|煤矿|矿业|煤业|矿山|矿|商店|零售店|零售点|经营部|商行|超市|商场|酒店|合作社|门市部?|批发部|经销处|店)'
/** Words that stand in no enterprise's name: behind them the sentence goes on. */
const sentence =
  /[县州的了在对到向把被将与请要应须未不无等查为是有仍]|(?<!城)市|排|发现|督促|整改|报|开展|组织|加强|落实|隐患|企业|较好|问题|工作|情况|监管|执法|各|所有|部分|辖区|境内|\d+[家户座个]|[一二两三四五六七八九十多几]+[家户座个]|个别/
/** 四平市烟花爆竹零售店: all of them, and none by name. */
const generic =
  /^(?:(?:非|危化品?|危险化学品|烟花爆竹|工贸|金属|涉爆|粉尘|经营|生产|零售|批发|燃气|成品油|民营|小型|大型|重点)*|辖[区内]*)$/
const enterprise = new RegExp(
  `^([\\p{Script=Han}A-Za-z0-9（）()·]{0,24}?)(?:(${company})|${site})(?!检查|[市州县区])`,
  'u',
)

/** Whether a place's name begins, or stands within, the name of an enterprise: 四平市宏达加油站, 中石油四平分公司. */
function belongsToEnterprise(behind: string): boolean {
  const found = enterprise.exec(behind)
  if (found === null) return false
  const [, body = '', ofCompany] = found
  if (sentence.test(body)) return false
  return ofCompany !== undefined || !generic.test(body)
}

/** 四平市场, 铁东区域: other words. 《吉林省安全生产条例》 is taken out beforehand. */
const otherWord = /^(?:市场|区[域间别]|县城|州际)/

function isNamed(text: string, { at, written, bare }: Mention, lastEnd: number): boolean {
  const end = at + written.length
  const behind = text.slice(end, end + 40)
  if (otherWord.test(written.at(-1)! + behind)) return false
  if (
    bare &&
    !((at === lastEnd || beforeBare.test(text.slice(Math.max(0, at - 2), at))) && behindBare.test(behind))
  )
    return false
  return /[局厅队处]$/.test(written) || !belongsToEnterprise(behind)
}

/** The province as a unit: 吉林省, 省本级. The department 省厅 and its divisions speak here and are not spoken of. */
const isDepartment = (written: string) => /[厅处]|安委办/.test(written)

/** All units that a text names, in order, and the names that fit none or several. Linear in the text's length. */
export function findUnits(
  written: string,
  gazetteer: Gazetteer,
): { named: NamedUnit[]; unclear: UnclearName[] } {
  // Titles of laws and documents name nobody; what stands behind keeps its position.
  const text = written.replace(/《[^《》\n]{0,100}》/g, title => '·'.repeat(title.length))
  const named: NamedUnit[] = []
  const unclear = new Map<string, string[]>()
  let lastEnd = -1
  let city: string | null = null
  for (let from = 0; ; ) {
    const mention = gazetteer.nextMention(text, from)
    const behindUnit = from === lastEnd
    for (const { name, at, candidates } of findUnknown(
      text,
      from,
      mention?.at,
      behindUnit ? city : null,
      gazetteer,
    )) {
      unclear.set(name, candidates)
      // 四平市火星区 is not the city.
      if (at === from && named.at(-1)?.end === from && named.at(-1)?.unit === city) named.pop()
      named.push({ unit: null, at, end: at + name.length })
    }
    if (mention === null) break
    const end = mention.at + mention.written.length
    if (!isNamed(text, mention, lastEnd)) {
      from = mention.at + (mention.bare ? 1 : mention.written.length)
      continue
    }
    from = end
    lastEnd = end
    if (isDepartment(mention.written)) continue
    const found = resolve(mention.written, city, gazetteer)
    if (found.kind === 'found') {
      named.push({ unit: found.unit, at: mention.at, end })
      if (found.unit !== province) city = cityOf(found.unit, gazetteer)
    } else if (found.kind === 'ambiguous') {
      unclear.set(mention.written, found.candidates)
      named.push({ unit: null, at: mention.at, end })
    }
  }
  return { named, unclear: [...unclear].map(([name, candidates]) => ({ written: name, candidates })) }
}

/** A name that fits several units means the one in the city that was named last. */
function resolve(written: string, city: string | null, gazetteer: Gazetteer) {
  const found = gazetteer.resolve(written, null)
  return found.kind === 'ambiguous' && city !== null ? gazetteer.resolve(written, city) : found
}

function cityOf(unit: string, gazetteer: Gazetteer): string {
  const { level, parent } = gazetteer.unit(unit) ?? {}
  return level === 'county' ? (parent ?? unit) : unit
}

/** What may be a county's name: at the beginning of a phrase, or behind its city's. */
const perhaps =
  /(?<![^\p{P}\p{Z}\s请对和及与由在])(?![请对和及与由在望])([\p{Script=Han}]{2,4}?[市州县区])(?![域场间别])/gu
/** One character is wrong, or none of its sound. */
const nearEnough = 1

/** Words of which no county's name is made: 各县区, 工业园区, 督促辖区. */
const noCounty =
  /[各全本该其几两三五多每某重点部分下所辖周边城郊乡镇村市区县州工业园开发高技术自贸保税景旅厂矿库罐装卸储存作施禁防危险警戒地社街住居商办校林牧农灾疫查督促组织对在向把将被由请要应须未不无为是的了与和及同内外以于等隐患整改报]/
/** Behind these, a name is meant to be a unit's. */
const asksBefore = /(?:请|望|责令|督促|由)$/

/**
 * 铁冬区: no unit's name, but near one. 四平市火星区, 请铁东区、火星区反馈: near none, where a unit's name is to be
 * expected. `city` is the one right behind whose name the text begins.
 */
function findUnknown(
  text: string,
  from: number,
  to: number | undefined,
  city: string | null,
  gazetteer: Gazetteer,
): { name: string; at: number; candidates: string[] }[] {
  const gap = text.slice(from, to)
  return [...gap.matchAll(perhaps)].flatMap(match => {
    const [name, at] = [match[1]!, from + match.index]
    const found = gazetteer.resolve(name, city)
    if (found.kind !== 'unknown') return []
    const before = gap.slice(0, match.index)
    const behind = gap.slice(match.index + name.length)
    const isListed =
      (city !== null && /^[、和及与]?$/.test(before)) ||
      asksBefore.test(before.slice(-3)) ||
      (to !== undefined && /^[、和及与]$/.test(behind))
    const candidates = found.nearest.filter(unit =>
      [unit, gazetteer.unit(unit)?.shortName ?? unit].some(each => nameDistance(name, each) <= nearEnough),
    )
    if (candidates.length === 0 && (!isListed || noCounty.test(name.slice(0, -1)))) return []
    return [{ name, at, candidates }]
  })
}
