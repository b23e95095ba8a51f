import type { Enforcement } from '../parsed-message.ts'
import { findStatements, notDone, type Wording } from './statements.ts'

/** An order to stop: a firm that stands still by itself (停产企业, 停产检修, 停产期间) got none. */
const stopped: Wording = {
  words:
    /(?:责令|勒令|要求|令|下达|强制|作出|立即|予以|依法|给予|暂时|全面|局部|采取)(?:了|其|该|对|企业|公司|煤矿|矿山|单位|立即|全面|局部|全矿|暂时|部分|临时|“|《|生产线|车间|责令){0,4}(?:停产|停业|停工停产|停止生产|暂停生产|停止一切生产)|(?:停产|停业)(?:停业|停产|停工|撤人){0,3}(?:整顿|整改|指令|决定|通知)|停产停业|停止生产(?:经营)?活动/g,
  notAfter: notDone,
  notBefore:
    /^(?:停业|停工)?(?:状态|期间|企业|单位|煤矿|矿山|检修|维修|中的|前|后|的(?:企业|单位|矿)|复产|要求未|指令未|整顿期间|整改期间|整顿矿|检查|情况)/,
}

/** Leave to go on: 验收合格后方可恢复生产 is a condition, 擅自恢复生产 an offence, 复工复产检查 an occasion. */
const resumed: Wording = {
  words:
    /(?:同意|准予|批准|允许|准许|予以|可以?|已|已经|现已|正式)(?:其|该|企业|公司|煤矿|全面|正常|逐步|该企业|该矿){0,4}(?:恢复(?:正常)?生产(?:经营)?|复工复产|复产|复工)|恢复(?:正常)?生产(?:经营)?|解除(?:了|对|其|该|企业|责令|暂时|停产停业|停产){0,4}停(?:产|业)|(?:复工复产|复产复工|复产|复工)验收(?:已|均)?(?:合格|通过)|验收(?:合格|通过)后?[，,]?(?:已|予以|同意|准予)?(?:恢复(?:生产)?|复产)/g,
  notAfter:
    /(?:方|才|未经?|不得|不能|不准|擅自|私自|自行|违规|严禁|禁止|申请|(?<![模虚草])拟|计划|准备|待|等|前|直至|如|若|尚未|没有|要求|后再|后才|再行)[^，,；;。\n]{0,8}$/,
  notBefore: /^(?:前|后|时|期间|检查|督查|验收|方案|申请|条件|工作|企业|的(?:企业|单位|条件))/,
}

/** A form's own column: 停产停业：是. */
const column = /^停产(?:停业)?(?:情况|整顿)?[:：]\s*(.*)/s
const yes = /^(?:是|有|√|已|(?:已|责令|全面|局部|部分|被)*停(?:产|业)(?!状态|检修|期间|企业))/
const no = /^(?:否|无|没有|未|不|\/|-|×)/

/** Whether one text says that production was ordered to stop, or may go on; the last word counts. */
export function readProduction(text: string): Enforcement['production'] {
  const value = column.exec(text)?.[1]?.trim()
  if (value === undefined) return readSentence(text)
  if (no.test(value)) return null
  return readSentence(value) ?? (yes.test(value) ? 'stopped' : null)
}

function readSentence(text: string): Enforcement['production'] {
  const found = (wording: Wording) => [...findStatements(text, wording)].at(-1)?.match.index ?? -1
  const [stop, go] = [found(stopped), found(resumed)]
  if (stop < 0 && go < 0) return null
  return go > stop ? 'resumed' : 'stopped'
}
