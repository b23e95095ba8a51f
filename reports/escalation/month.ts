import { type Rung, rungs } from './ladder.ts'

/** What was done about hazards in a month. */
export interface MonthFigures {
  /** Chains of escalation 督办 opened, and ended 办结. */
  opened: number
  settled: number
  /** Rungs that went out. */
  issued: Map<Rung, number>
  /** Interviews 约谈 held. */
  interviews: number
  /** Listings ended 摘牌. */
  delisted: number
  takeovers: number
  /** Inspections with a stop-production order 停产, and their fines 罚款 in yuan. */
  stopped: number
  fine: number
  /** Hazards found, major ones among them, and closed 销号 in the month, whenever found. */
  found: number
  major: number
  closed: number
}

/** The month in figures, to be read on a phone; `title` such as 2022年5月. */
export function renderMonth(title: string, figures: MonthFigures): string {
  const { opened, settled, issued, interviews, delisted, takeovers, stopped, fine, found, major, closed } =
    figures
  return [
    `【督办月报】${title}`,
    `新开督办${opened}项，办结${settled}项。其中：${rungs.map(rung => `${rung === '约谈' ? '约谈通知' : rung}${issued.get(rung) ?? 0}次`).join('，')}。`,
    `约谈${interviews}次，新提级${takeovers}项，摘牌${delisted}项。`,
    `停产停业${stopped}家次，罚款${yuan(fine)}。`,
    `发现隐患${found}条（重大${major}条），销号${closed}条。`,
  ].join('\n')
}

/** 12.5万元 from ten thousand on, 8000元 below. */
const yuan = (amount: number): string =>
  amount >= 10_000 ? `${Number((amount / 10_000).toFixed(4))}万元` : `${amount}元`
