import { shortDate } from '../../reports/time.ts'
import type { Happening, Scribe } from './happening.ts'
import { reporterOf } from './offices.ts'

/**
 * Four heads send a unit's list back to be checked 核实 while the daily report is not out: one unit confirms, one
 * explains, one answers too late; 梨树县 corrects its report, as stands with its own incidents. `next` is the next
 * working day.
 */
export function verifications({ order, chat }: Scribe, next: string): Happening[] {
  const head = (division: string) => ({ room: '处长工作群', from: `${division}处长` })
  const yitong = reporterOf('四平市伊通满族自治县')
  return [
    order(
      '15:08:20',
      head('煤矿一处'),
      '/核实 白山市浑江区 至16:00 江隆煤矿主要通风机房一回路停用，是否属实，请现场复核',
    ),
    // 确认无误
    order('15:31:42', reporterOf('白山市浑江区'), '1'),
    order(
      '15:14:36',
      head('工贸处'),
      '/核实 四平市梨树县 至17:00 榆树台米业3条隐患均报当日整改，其中电气线路改造是否已完工，请到现场核对',
    ),
    chat('15:18:10', reporterOf('四平市梨树县'), '收到，马上派人去企业'),
    order(
      '15:21:05',
      head('非煤处'),
      '/核实 四平市伊通县 至17:00 大孤山石料厂2条隐患均未整改，请说明原因和现场管控措施',
    ),
    order(
      '16:41:18',
      yitong,
      `/核实 说明 3 该厂已停止爆破作业。警戒标志${shortDate(next)}补齐；洒水设备水泵损坏，配件已订购，装好后复查。`,
    ),
    order('15:26:50', head('危化一处'), '/核实 通化市 至16:00 佟江气体3条隐患报已整改2条，整改照片是否齐全'),
    chat('16:50:02', reporterOf('通化市'), '抱歉，刚从企业回来，照片已核对'),
    order('16:50:40', reporterOf('通化市'), '/核实 确认 4'),
  ]
}
