import { findDate, resolveDeadline } from '../text/dates.ts'
import { findSpan } from '../text/spans.ts'

/** What a clause says about rectification 整改. */
export interface Status {
  /** Rectified 已整改: yes, no, or not stated. */
  rectified: boolean | null
  /** Deadline 整改期限, YYYY-MM-DD. */
  deadline: string | null
  /** A deadline that is not on the calendar, as written. */
  impossible: string | null
}

const done =
  /(?:已经?|均)(?:全部|现场|当场|立即|即时|及时|当日|当天|按要求|完成|于[^，,；;。]{1,12})*(?:整改|改正|消除|完成|闭环|销号|落实|纠正|处理完|修复|更换|清理|清除|补充|补齐|张贴|安装|拆除|维修|设置|配备|停用)|(?:全部|现场|当场|当班|即时|当日|当天|立即完成)(?:全部|完成|予以|均)*[^，,；;。责令要求限督]{0,6}(?:整改|改正|消除|纠正)|整改(?:已经?|均|全部)*(?:完毕|完成|到位|结束|合格)|(?:复查|验收|复验)(?:已经?|均|全部)*(?:合格|通过)|立行立改|立改立行|立查立改|即查即改|即知即改|边查边改|随查随改|(?:现场|当场|立即)(?:已经?|全部|均)改|已(?:经|全部|均|现场|当场)?改(?!期|造|变|为|制)|整改率[为达到]*100%|(?:当场|现场|当班|都|全|全部|已经?|就|均|给)(?:都|就|全|全部|已经?|给)*(?:整改|改|弄|换|修|清理?|补|处理)(?:完|好|掉|了)|^(?:整改了|改了|改完了?|改好了?|弄好了?|换了)$|^(?:是|√|完成|完毕|已改|已完成|已闭环|已销号)$/
const open =
  /未(?:能|完全|全部|及时|按期|按时|予)*(?:整改|改正|完成|消除|落实|到位)|尚未|没有?(?:完成)?整改|(?:正在|抓紧|持续|陆续|逐步)[^，,；;。]{0,4}改|整改(?:进行)?中|待整改|待改|未改|停产(?:停业)?(?:整顿|整改)|停产停业|暂停(?:生产|营业|使用)|暂缓|移交|转办|^(?:立即|抓紧|尽快|及时)整改$|^(?:否|×|x)$/i
const ordered = /责令|要求|督促|责成|下达|通知书|指令书|告知|限期?|拟|计划|预计|截止|争取|将于/
/** Order and outcome in one clause: 责令整改，已整改完毕; 已督促整改到位, but not 限期5月25日前整改到位. */
const doneAfterOrder =
  /已(?:经|全部|现场|当场|按要求|按期)*(?:整改|改正|消除|完成)|均已(?!责令|要求|督促|下达|下发|责成|立案)|^[^限前内拟]*(?<!计划|预计)整改已?(?:完毕|到位|完成)$/
const dueBy = /限|期|前|截止|计划|预计|内|底|末|旬/

/** Longer runs without a stop are no clause, and would be slow to search. */
const longestClause = 300

/** Reads one clause. A deadline makes it open, unless it says that the work is done. */
export function readStatus(clause: string, today: string | null): Status {
  const status: Status = { rectified: null, deadline: null, impossible: null }
  if (clause.length > longestClause) return status
  if (open.test(clause)) status.rectified = false
  else if (ordered.test(clause) && !doneAfterOrder.test(clause)) status.rectified = false
  else if (/前|[日天周]内/.test(clause) && /整改|改正|完成/.test(clause) && !doneAfterOrder.test(clause)) {
    status.rectified = false
  } else if (done.test(clause)) status.rectified = true

  if (today === null || status.rectified === true || !dueBy.test(clause)) return status
  // A span first: in 限期15日 the 15th is not meant.
  status.deadline = findSpan(clause, today)
  const written = status.deadline === null ? findDate(clause, { brief: true }) : null
  if (written) {
    const { date } = resolveDeadline(written, today)
    if (date === null) status.impossible = written.written
    else status.deadline = date
  }
  if (status.deadline ?? status.impossible) status.rectified ??= false
  return status
}
