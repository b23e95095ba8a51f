import { readStatus } from '../intake/fields/rectification-status.ts'

/** What may stand in front of it: 目前尚, 因配件未到，暂. */
const before =
  '(?:目前|现在?|暂时?|仍然?|还|尚|均|都|也|部分|全部|其余|剩余|该?(?:问题|隐患)|企业|我局|整改|因[^未没无不]{1,12}?)*'
/** Begins with what is not there: 未整改, 暂未完成, 无法整改, 正在更换, 待配件; not 未发现其他问题 or 没有再漏. */
const unfinished = new RegExp(
  `^${before}(?:未(?!发现|见|再|造成|超)|没(?!有?(?:发现|再|新|问题|隐患|漏|异))|正在|无法|不能(?!再)|难以|待(?!用)|等待|等配件|等备件|(?:预?计划?|拟|准备|打算)(?!.{0,12}(?:已|完毕)))`,
)
/** Only by a day to come: 限5月25日前整改. */
const due = /(?:[日天周月底]|本周|下周)(?:之?前|以?内).{0,6}(?:整改|改正|完成|更换|到位)/
/** A word that makes an outcome of it: 限位器已更换, 督促更换完毕. */
const outcome = /已|完毕|完好|好了|正常/

/** Whether what is said about a hazard says that it is not rectified, or only in part: 暂未整改，等配件. */
export function saysUnrectified(note: string): boolean {
  const clauses = note
    .split(/[，,。；;！!\n]+/)
    .map(clause => clause.trim())
    .filter(clause => clause !== '')
  if (clauses.some(clause => unfinished.test(clause) || (due.test(clause) && !clause.includes('已'))))
    return true
  const statuses = clauses.map(clause => ({ clause, ...readStatus(clause, null) }))
  return (
    statuses.some(({ clause, rectified }) => rectified === false && !outcome.test(clause)) &&
    !statuses.some(({ rectified }) => rectified === true)
  )
}
