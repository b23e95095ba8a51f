import { statesFault } from './faults.ts'

/** 未发现问题隐患, 无, 良好. Anchored: 无证上岗 is a hazard. */
const nothing =
  /^(?:经|本次|此次|现场|线上|线下|视频|检查|执法|督查|抽查|复查|过程|时|该企业|该单位|企业|单位|各|当日|暂时?|目前|均|组|人员|中|，|,)*(?:(?:未(?:能)?(?:发现|查出|检查出|查到|见|存在|查见)|没有?(?:发现|查出|存在|查到)?|无|零|不存在)(?:任何|什么|啥|发现|新的?|明显|突出|存在|现场|安全|生产|消防|一般|重大|较大|事故|问题|隐患|及|和|或|与|、|异常|违法|违规|违章|行为|情况|现象|的)*|(?:总体|整体|情况|运行|状况|现场|管理|安全|生产|设施|设备|各项|一切|、)*(?:良好|较好|正常|合格|完好|规范|齐全)|一切正常|(?:均|基本)?(?:符合|达到)(?:要求|规定|标准|安全生产条件|安全条件)+|(?:隐患|问题|发现)*[0零](?:项|处|个|条)?(?:问题|隐患)*|[/-]|—+|否)$/
/** What may stand beside it: 要求企业加强管理, 企业停产. */
const beside =
  /要求|提醒|督促|叮嘱|嘱咐|强调|建议|宣传|宣讲|停产|停工|停业|歇业|正常|加强|继续|良好|齐全|完好|到位|规范|配合|落实|认真/

const longest = 120

/** Whether a text says that there is no hazard, and names none beside: 未发现问题隐患，要求企业加强管理. */
export function saysNothing(text: string): boolean {
  if (text.length > longest) return false
  const clauses = text.split(/[，,；;。！!\n]/).map(clause => clause.trim())
  const said = clauses.filter(clause => clause !== '')
  if (said.length === 0) return false
  if (nothing.test(said.join('，'))) return true
  const rest = said.filter(clause => !nothing.test(clause))
  return rest.length < said.length && rest.every(clause => beside.test(clause) && !statesFault(clause))
}
