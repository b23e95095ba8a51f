import type { LabelledValue } from '../forms/labelled-value.ts'
import { findDate } from '../text/dates.ts'
import { readPeople } from './people.ts'

/** What prose needs to know of the roster: the first unit that a text names, as written. */
export interface NameFinder {
  findMention(text: string, options?: { bare?: boolean }): string | null
}

const section = `(?:[\\p{Script=Han}]{0,12}?(?:执法|监察|监管|检查)?(?:大队|中队|支队|总队)|[危化品工贸煤矿非山烟花爆竹执法监管督察综合安全生产基础应急一二三四]{2,10}(?:科|股|处)室?|[\\p{Script=Han}]{2,6}中心|安委办|安委会办公室)`
const office = `(?:应急管理|应急|安监|工信|住建|商务|市场监管|市场监督管理|消防救援|公安|能源|自然资源|生态环境|交通运输|[\\p{Script=Han}]{0,8})(?:局|厅)(?!长|领导)|管委会|管理委员会|街道办事处|街道办|街道|人民政府|[镇乡]政府|政府|安委办|安委会|消防救援[大支]队|消防[大支]队|派出所|应急办|安监站|安监所|应急所|煤监局|应急(?!\\p{Script=Han}{0,3}(?:局|厅|办|所|站|预案|处置|救援|演练|能力|管理|值守|响应|中心|队|保障))`
/** An office by name, with the section of it that inspected: 铁东区应急管理局执法大队. */
const officeName = new RegExp(
  `^(?:\\p{Script=Han}{0,18}?(?:${office})(?:${section})?|\\p{Script=Han}{0,14}?${section})`,
  'u',
)
const joint = /^(?:联合|会同|协同|协调|携手|配合|和|与|及|同|、|,|，)+(?:了)?/
const bareNoise = /^(?:由|经|我们|报(?=\S{2,8}局)|据|在|是|【|\[|[\s、，,：:])+/
const numbering =
  /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?[、.]?|[①-⑳])(?=\p{Script=Han}{3})(?<=[、.)）①-⑳])/u
/** 领导好我这边是铁东区应急局, as dictated. */
const speaker = /^.{0,20}?(?:我们?|俺们?)?(?:这边|这里|这儿|这头)是/
/** 张局长带领危化科: the office is his. */
const ledBy = /^\p{Script=Han}{1,6}(?:[局科处队股组]长|主任|书记|领导)(?:带领|带队|率领|率|组织)?/u
const dayWords =
  /于?(?:本月)?(?:大?前|昨|今|当|本|同)[天日晚晨早夜](?:上午|下午|晚上|早上|夜间|凌晨|晚)?|于?(?:\d{2,4}年)?\d{1,2}月\d{1,2}[日号]?(?:至\d{1,2}[日号])?(?:上午|下午|晚上|早上|夜间|凌晨|晚)?|(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[:：]\d{2}|(?:本|上|这)?(?:周|星期|礼拜)[一二三四五六日天](?=[\p{Script=Han}\s，,上下])|本?月?[一二三四五六七八九十]{1,3}[日号]|(?<![\d第])\d{1,2}[日号](?:上午|下午)?|[上中下]午|晚上|早上|夜间|凌晨|近日|[今昨]儿个?|刚才|刚刚|(?<=^|\s)\d{1,2}\.\d{1,2}(?!\d)/gu

const manners =
  /四不两直|双随机(?:[、一]?一公开)?|夜查|夜间|线上|线下|视频(?=检查|巡查|抽查|连线|执法)|网上|远程|干部[+＋加]专家|专家[+＋]干部|突击|暗访|暗查|随机抽查/g
const level =
  /省级抽查|市级督查|县级督查|企业自查|省级(?:督查|检查)|市级(?:抽查|检查)|县级(?:抽查|检查)|自查自改|自查/
const industry =
  /(?:非煤矿?山?|煤矿|危险化学品|危化品?|烟花爆竹|工贸|工矿商贸|粉尘涉爆|涉氨制冷)(?=(?:行业|领域|企业|重点|类|生产|经营|安全|专项|储存)*(?:检查|执法|督查|抽查|排查|夜查|巡查))/
const basis =
  /(?:依据|根据|按照)(《[^》\n]{2,60}》(?:第[\d一二三四五六七八九十百]{1,5}条(?:第[\d一二三四五六七八九十]{1,3}[款项])?)?)/
/** 赴合隆镇，对…; 在万良镇检查了…: the place that stands apart from the enterprise. */
const placeBefore =
  /(?:赴|到|去的|去了?|前往|深入|来到|走进|在)(?!位于)(?:了)?([\p{Script=Han}\d]{1,16}?(?:镇|乡|街道|村|屯|社区|园区|开发区|工业园区?|林场|大街|路))(?=[，,\s]{0,2}(?:先后|分别|依次|随机|现场)?(?:对|检查|抽查|查|就|$|的?是))/gu
/** 5月18日 石岭镇 红星加油站 */
const placeAlone = /[，,\s]([\p{Script=Han}]{1,8}(?:镇|乡|街道|开发区|工业园区?))[，,\s]+$/u
const teams =
  /(\d{1,5}|[一二两三四五六七八九十]{1,3})个?(?:联合|执法|检查|督查|工作|专项){0,3}(?:小组|组)(?![长员])/

function readOffice(stretch: string): string | null {
  const rest = stretch.replace(speaker, '').replace(bareNoise, '').replace(ledBy, '')
  const first = officeName.exec(rest)?.[0]
  if (!first || first.length < 2 || /^(?:局|厅|政府|中心|大队|街道)$/.test(first)) return null
  let name = first
  for (let round = 0; round < 4; round++) {
    const link = joint.exec(rest.slice(name.length))?.[0]
    const next = link ? officeName.exec(rest.slice(name.length + link.length))?.[0] : undefined
    if (!link || !next || next.length < 3) break
    name += link + next
  }
  return name
}

/** The office that inspects, as written; a place alone (铁东区) where the roster knows it. */
function findUnit(text: string, names: NameFinder): string | null {
  // 白山市检查情况： stands over its counties; who inspected stands on the line itself.
  const line = text.slice(text.trimEnd().lastIndexOf('\n') + 1).replace(numbering, '')
  // 白城通榆：, 铁东：: a city or a county by its bare name heads the line.
  const head = /^[\s【[]*(\p{Script=Han}{2,8})[】\]]?(?:[：:]|\s+(?=\S))/u.exec(line)?.[1]
  if (head !== undefined && names.findMention(head, { bare: true }) === head) return head
  // An office stands at the beginning of a stretch; in the middle it is somebody whose order is followed.
  for (const stretch of `${line}\n${text}`.split(/[。；;\n：:]|[，,](?=\S)|\s+/)) {
    const plain = stretch.replace(numbering, '')
    if (/^(?:按照?|根据|依据|为|落实|为了|贯彻|针对)/.test(plain)) continue
    const found = readOffice(plain)
    if (found) return found
  }
  return names.findMention(text.slice(0, 200))
}

/** 铁东区应急局报: who signs below a narration; null where a clause says anything else. */
export function readSigner(clause: string): string | null {
  const name = clause.trim().replace(/^(?:报送|上报|填报)单位[:：]?|(?:报送|上报|填报|报)$/g, '')
  return name.length <= 30 && readOffice(name) === name ? name : null
}

const dateIn = (text: string): string | null => {
  const night = /(昨|今)[晚夜早晨儿](?:上)?/.exec(text)
  const found = findDate(text, { brief: true })
  if (night && (!found || night.index < found.index)) return `${night[1]}日`
  return found?.written ?? null
}

/** Reads who inspected, when and how, from the words around an enterprise's name. */
export function readActors(before: string, manner: string, names: NameFinder): LabelledValue[] {
  const said = before.slice(-600)
  const values: LabelledValue[] = []
  const say = (field: LabelledValue['field'], label: string, value: string | null | undefined) => {
    if (value) values.push({ field, label, value })
  }
  const timeless = said.replace(dayWords, ' ')
  const under = basis.exec(said + manner)
  const plain = timeless.replace(basis, '，')
  const unit =
    findUnit(plain, names) ??
    findUnit(manner.replace(/^[在于]?(?:接受|迎接|被|受到)(?:了)?/, ''), { findMention: () => null })
  // 我局 names nobody: it is the sender's.
  say('inspectingUnit', '检查单位', /^(?:我|本|咱)/.test(unit ?? '') ? null : unit)
  say('date', '检查日期', dateIn(said) ?? dateIn(manner))
  const people = readPeople(
    (unit ? plain.replace(unit, '、') : plain) + (/由|，|,/.test(manner) ? manner : ''),
  )
  say('place', '检查地点', [...said.matchAll(placeBefore)].at(-1)?.[1] ?? placeAlone.exec(said)?.[1])
  say('inspectors', '检查人员', people.inspectors)
  say('teams', '检查组', teams.exec(said + manner)?.[0])
  say('personTimes', '人次', people.personTimes)
  const how = [...new Set((said + manner).match(manners) ?? [])]
  say('manner', '检查方式', how.join('、'))
  say('level', '检查级别', level.exec(said + manner)?.[0])
  say('industry', '行业', industry.exec(said + manner)?.[0])
  say('basis', '检查依据', under?.[1])
  return values
}
