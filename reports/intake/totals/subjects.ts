import type { Industry } from '../../terms.ts'
import { readIndustry } from '../fields/industries.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import { readOfficeName } from '../units/unit-names.ts'

/** Whom or what a clause of totals speaks of from here on. */
export type Subject =
  | { kind: 'unit'; written: string; among: boolean; jurisdiction: boolean }
  /** 我县, 我局: the sender's own. */
  | { kind: 'own' }
  /** 全市, 合计: everything named beside it. */
  | { kind: 'whole'; jurisdiction: boolean }
  | { kind: 'industry'; industry: Industry }

const before =
  /^(?:其中|另外?|更正|补充报送|重新报送|补报|各位领导|(?:现将|关于)(?=.{2,30}情况)|(?:截[至止])?(?:今|昨|当|前)[日天]|截[至止]|截?\d{1,2}[时点]\d{0,2}分?|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号]|\d{1,2}[.-]\d{1,2}(?!\d)|(?:报送|检查|执法|填报|上报)?单位[:：]|地区[:：]|上午|下午|全天|晚上?|[:：\s“”"])*/
const among = /^其中|包括/
const whole =
  /^(?:我[市县州])?(?:全[市州县区域]|各县区|各县市区?|各[市州地]|各乡镇|所辖|(?:我局)?辖区(?=内?[共各今])|市县两级|全系统)|^我[市州](?=.{0,8}(?:共|各|两级|所辖))/
const sum = /^(?:合计|总计|共计|汇总|总体|以上)(?!人)/
const own = /^(?:我|本)(?:们)?(?:市|县|区|州|局|单位|大队|支队|中心|处|厅|辖区)/
const industryHead =
  /^(?:在|对)?[\p{Script=Han}]{1,8}?(?:行业|领域|方面|企业|类|矿|矿山|化学品|危化品?|爆竹|工贸)[:：]|^[\p{Script=Han}]{2,10}(?:行业|领域|方面)/u

/** The rest of an office's name behind the place. */
const office =
  /^(?:本级)?(?:[\p{Script=Han}]{0,6}(?:示范区|开发区|新区|高新区|经开区|园区)(?:管委会)?)?(?:人民政府|政府)?(?:应急管理|应急|安全生产委员会|安委|安全生产|综合|行政)?(?:局|办公室|办|厅)?(?:(?:危化品?|危险化学品|工贸|煤矿|煤炭|非煤|矿山|执法|监察|综合|安全|监管|基础)*(?:科室?|股|[一二三四]?处|大队|支队|中队|中心))?/u
/** A place that the roster does not list: 长岭县. Not 园区, 库区, 各县. */
const unlisted =
  /^(?![我本全各该你您两市县区州])[\p{Script=Han}]{1,9}?(?:[^园城小厂矿库社校山辖地灾片景镇林牧全各市][市县区州]|管委会|开发区)(?=应急|安|局|[:：\s]|$|今|昨|当|共|派|出|检|组|未|开|对|\d)/u
/** An office without its place: 市应急局, 市本级, 危化科. */
const bareOffice =
  /^(?:[省市县区州](?:本级|直)|[省市县区州]?(?:应急管理|应急)(?:局|厅)|[市县区州]局|[\p{Script=Han}]{2,6}(?:科|大队|支队|中队))(?=[:：\s今昨当共派出检组未开对\d]|$)/u

/** A clause without the date and other words that may stand before its subject. */
export const withoutLead = (clause: string): string => clause.slice(before.exec(clause)![0].length)

/** The unit whose name begins a text, as written, with its office. */
export function readUnitAt(text: string, gazetteer: Pick<Gazetteer, 'findMention'>): string | null {
  const head = text.slice(0, 30)
  // Looking further costs time for nothing: the name must begin here.
  const mention = gazetteer.findMention(text.slice(0, 14), { bare: true })
  const named = mention !== null && head.startsWith(mention) ? mention : null
  const place = named ?? unlisted.exec(head)?.[0] ?? null
  if (place === null) return bareOffice.exec(head)?.[0] ?? null
  return place + office.exec(text.slice(place.length, place.length + 24))![0]
}

/** The subject that begins a clause; null where it goes on about the same. */
export function readSubject(clause: string, gazetteer: Pick<Gazetteer, 'findMention'>): Subject | null {
  const text = withoutLead(clause)
  if (whole.test(text)) return { kind: 'whole', jurisdiction: true }
  if (sum.test(text)) return { kind: 'whole', jurisdiction: false }
  if (own.test(text)) return { kind: 'own' }
  const industry = industryHead.test(text) ? readIndustry(text.slice(0, 12)) : null
  if (industry !== null) return { kind: 'industry', industry }
  const written = readUnitAt(text, gazetteer)
  if (written === null) return null
  // 四平市全市, 四平市各县区.
  const jurisdiction = whole.test(text.slice(text.indexOf(written) + written.length))
  return { kind: 'unit', written, among: among.test(clause), jurisdiction }
}

/** Whether two names mean one unit: 铁东区 and 四平市铁东区应急管理局, but not 四平市. */
export function isSameUnit(one: string, other: string): boolean {
  const [a, b] = [readOfficeName(one).place, readOfficeName(other).place]
  return a === b || (a !== '' && b !== '' && (a.endsWith(b) || b.endsWith(a)))
}
