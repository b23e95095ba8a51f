import type { Problem } from '../parsed-message.ts'
import type { Gazetteer, Resolution } from './gazetteer.ts'
import type { Hints } from './hints.ts'
import { readOfficeName } from './unit-names.ts'

/** The unit that a name means, or the problem that it raises. */
export interface IdentifiedUnit {
  unit: string | null
  problem: Problem | null
}

/** 我局, 咱们局, 本单位, 全市: the sender's own. */
const ownOffice =
  /^(?:我|咱|俺|本|全)(?:们|局|厅|处|省|市|州|县|区|单位|地区|辖区|市局|县局|区局)+(?:应急管理局|应急局)?$/

/** 危化科, 执法大队: a section of the sender's own office. */
const ownSection =
  /^(?:危化品?|工贸|煤矿|煤炭|非煤|矿山|烟花爆竹|执法|监察|综合|行政|应急|安全|生产|监管|监督|管理|检查|指挥|协调|基础|业务){0,6}(?:科室?|股室?|大队|支队|中队|中心|检查组)$/

/** Whether a name says nothing of a place: 我局, 应急管理局, 执法大队. */
export const isOwnOffice = (written: string): boolean => {
  if (ownOffice.test(written) || ownSection.test(written)) return true
  const { place, rank } = readOfficeName(written)
  return place === '' && rank !== '厅'
}

/** What was written, for an answer. */
const quote = (written: string) => `“${written.length > 30 ? `${written.slice(0, 30)}…` : written}”`

function resolveIn(written: string, { scope, sender }: Hints, gazetteer: Gazetteer): Resolution {
  const first = gazetteer.resolve(written, scope)
  if (first.kind === 'found' || sender === null || sender === scope) return first
  const second = gazetteer.resolve(written, sender)
  return second.kind === 'found' ? second : first
}

/** Several offices that inspect together 联合检查: the first that is known counts. */
const jointOffices = /[、，,；;/+]|和|及|与|会同|联合/
/** Who inspects beside the bureau, without a place: 公安、应急、消防联合检查组 is led by the sender's own. */
const otherOffice =
  /^(?:公安|消防(?:救援)?|住建|工信|市场监管|市监|交通(?:运输)?|自然资源|生态环境|环保|卫健|教育|商务|文旅|农业农村|林草|水利|气象|电力|供电|能源|发改|城管|综合执法|纪检|纪委|专家)(?:局|委|部门|支队|大队|中队|公司|人员|组)?$/

/** Tells the unit for a name as written; without a name it is the sender's. `suggest` names what is near an unknown one. */
export function identifyUnit(
  written: string | null,
  hints: Hints,
  gazetteer: Gazetteer,
  { suggest = true } = {},
): IdentifiedUnit {
  if (written === null || isOwnOffice(written)) {
    const problem: Problem = { field: 'inspectingUnit', kind: 'missing', message: '缺“检查单位”' }
    return {
      unit: hints.sender,
      problem: hints.sender === null ? problem : outside(hints.sender, hints, gazetteer),
    }
  }
  let resolution = resolveIn(written, hints, gazetteer)
  if (resolution.kind === 'unknown' && jointOffices.test(written)) {
    const parts = written
      .slice(0, 200)
      .split(jointOffices)
      .filter(part => part.trim().length > 1)
      .slice(0, 6)
    if (parts.some(isOwnOffice) && parts.every(part => isOwnOffice(part) || otherOffice.test(part)))
      return identifyUnit(null, hints, gazetteer)
    const known = parts.map(part => resolveIn(part, hints, gazetteer)).find(({ kind }) => kind === 'found')
    resolution = known ?? resolution
  }
  if (resolution.kind === 'found') {
    return { unit: resolution.unit, problem: outside(resolution.unit, hints, gazetteer) }
  }
  if (resolution.kind === 'ambiguous') {
    const message = `${quote(written)}可能是${resolution.candidates.join('、')}，请写明全称`
    return { unit: null, problem: { field: 'inspectingUnit', kind: 'ambiguousUnit', message } }
  }
  const nearest = suggest ? resolution.nearest : []
  const near = nearest.length > 0 ? `，是否为${nearest.join('、')}？` : '，请核对名称'
  const message = `未找到单位${quote(written)}${near}`
  return { unit: null, problem: { field: 'inspectingUnit', kind: 'unknownUnit', message } }
}

function outside(unit: string, { jurisdiction }: Hints, gazetteer: Gazetteer): Problem | null {
  if (!jurisdiction) return null
  const inside = jurisdiction.only ? unit === jurisdiction.unit : gazetteer.isWithin(unit, jurisdiction.unit)
  if (inside) return null
  const room = jurisdiction.only ? '省本级' : jurisdiction.unit
  return {
    field: 'inspectingUnit',
    kind: 'outsideJurisdiction',
    message: `“${unit}”不属于本群（${room}）`,
  }
}
