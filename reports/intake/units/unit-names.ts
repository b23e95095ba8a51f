/** Short forms for ethnic autonomy: 延边朝鲜族自治州 is 延边州, 前郭尔罗斯蒙古族自治县 is 前郭县. */
export const shortenName = (name: string): string =>
  name
    .replace(/\s+/g, '')
    .replace(/(?:蒙古族|朝鲜族|满族|回族|蒙古|朝鲜)自治(州|县)/g, '$1')
    .replace(/前郭尔罗斯/g, '前郭')
    .replace(/管理委员会/g, '管委会')

/** A name as people cut it: 四平市 → 四平, 长白山管委会 → 长白山. At least two characters stay. */
export const bareName = (name: string): string => {
  const bare = name.replace(/(?:(?:保护|经济|技术|高新)*开发区)?管委会$|[省市州县区]$/, '')
  return bare.length >= 2 ? bare : name
}

/** An inspecting unit's name, taken apart. */
export interface OfficeName {
  /** The division part: 四平市铁东区; 市 for 市应急局; empty when only an office is named. */
  place: string
  /** 厅 is the province's only; 局 is never the province's. */
  rank: '厅' | '局' | null
}

const longest = 60
/** From the word that names the office on, the name says nothing of the place. */
const officeWord =
  /^(.*?)(?:人民政府|政府)?(?:应急|安委|安监|安全生产|安全监管|综合执法|综合行政|行政执法|执法|监察|消防|工信|住建|交通|煤监|煤矿安全).*$/
const officeTail = /^(.*[省市州县区])[^省市州县区]{0,12}(?:局|厅|委|办|队|组|科|股|处|室|中心|站)$/
const bareOffice = /^(.{2,})(?:局|厅)$/
/** 危化二处, 煤矿一处: the divisions 处室 belong to the department; bureaus have 科 and 股. */
const division =
  /^(.*?)(?:煤矿|煤监|煤炭|非煤|危化|危险化学品|烟花爆竹|工贸|执法|综合|基础|监管|应急|协调|指挥)[^省市州县区]{0,6}处$/
const provinceWord = /^(?:省(?:级|直|本级)?|吉林省本级)$/

/** Takes an office's name apart: 四平市铁东区应急管理局执法大队 → place 四平市铁东区, rank 局. */
export function readOfficeName(written: string, divisions: ReadonlySet<string> = new Set()): OfficeName {
  const name = shortenName(written.slice(0, longest))
    .replace(/[（(【[][^（()）]*[)）\]】]?$/, '')
    .replace(/[。，,；;：:]+$/, '')
  const rank = /厅/.test(name) ? '厅' : /局/.test(name) ? '局' : null
  const ofDepartment = [...divisions].some(each => name.endsWith(each)) || /^(?!.*办事处).*处$/.test(name)
  if (ofDepartment) {
    const known = [...divisions].find(each => name.endsWith(each))
    const before = known ? name.slice(0, -known.length) : division.exec(name)?.[1]
    const place = before === undefined ? null : cutOffice(before)
    if (place === '' || (place !== null && provinceWord.test(place))) return { place: '省', rank: '厅' }
  }
  const place = cutOffice(name)
  if (provinceWord.test(place)) return { place: '省', rank }
  return { place: place.replace(/^吉林省(?=..)/, ''), rank }
}

/** 市局执法支队 names two offices: 执法支队 of 市局. */
const cutOffice = (name: string): string => cutTail(officeWord.exec(name)?.[1] ?? name)

const cutTail = (name: string): string => {
  if (/^(?:厅|局)$/.test(name)) return ''
  const place = officeTail.exec(name)?.[1] ?? bareOffice.exec(name)?.[1] ?? name
  return place.replace(/(?<=[省市州县区])本?级$/, '')
}
