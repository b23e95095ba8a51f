import { readStatus } from '../intake/fields/rectification-status.ts'

/** What was found before: 上次检查, 前期隐患. */
const earlier =
  /上次|上回|上一次|上轮|前次|前期|前述|此前|(?<![日号天底末])(?:之前|以前)|先前|历次|往次|原有|原来|既往|遗留/
const again = /复查|回头看|复核|复验/
/** Words of the very inspection, which speak of no earlier one. */
const own = /本次|此次|这次|当场|现场|当日|当天|立行立改|即查即改/
/** Not all of it, not yet, or only to come. */
const doubtful =
  /未(?!发现|见|再)|没有?(?!发现|新|再)|不(?:合格|到位|彻底|达标)|部分|仍|其余|剩余|除.{1,20}外|届时|将(?:于|在|再|对|进行|组织)|拟|(?:尚|有)待|待(?:整改|复查|完成)|后(?:再|申请|组织|报|方可|进行|予以|由|我局)*[^，,]{0,4}(?:复查|复核|复验)/

/** Whether a report says that what was found at earlier inspections has been rectified: 上次检查发现的隐患已整改到位. */
export function speaksOfRectification(text: string): boolean {
  return text.split(sentenceEnd).some(saysSo)
}

/** Also before what is said of the hazards of the very inspection: 上次隐患均已整改，本次隐患限期4月25日前整改. */
const sentenceEnd =
  /[。；;！!\n]+|[，,](?=(?:但|而|对|针对)?(?:本次|此次|这次)(?!复查|复核|复验)[^，,]{0,8}(?:隐患|问题|发现))/

function saysSo(sentence: string): boolean {
  if (doubtful.test(sentence)) return false
  const namesEarlier = earlier.test(sentence)
  if (!namesEarlier && (!again.test(sentence) || own.test(sentence))) return false
  const clauses = sentence.split(/[，,]/)
  const from = clauses.findIndex(clause => earlier.test(clause) || again.test(clause))
  const statuses = clauses.slice(from).map(clause => readStatus(clause.trim(), null).rectified)
  return statuses.includes(true) && !statuses.includes(false)
}
