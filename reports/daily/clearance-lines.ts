import { openText } from '../hazards/takeover.ts'
import { shortDate } from '../time.ts'
import type { Clearance, DailyReport, TakenOver } from './daily-report.ts'

/** The last section of the leaders' report: the ledger 台账, escalation 督办, and what is under the province 提级管理. */
export function clearanceLines({ clearance, takenOver = [] }: DailyReport): string[] {
  const taken = takenOver.map(takenOverLine)
  if (clearance === undefined) return taken.length === 0 ? [] : ['', '五、提级管理', ...taken]
  return [
    '',
    '五、隐患清零与督办',
    ledgerLine(clearance),
    chainsLine(clearance),
    ...(taken.length === 0 ? [] : [`提级管理${taken.length}项：`, ...taken]),
  ]
}

const ledgerLine = ({ open, major, overdue, recurring }: Clearance): string =>
  open === 0
    ? '台账无未销号隐患。'
    : `台账未销号${open}条，其中重大${major}条、逾期${overdue}条、屡改屡犯${recurring}条。`

const chainsLine = ({ chains, letters, interviews, listings }: Clearance): string =>
  chains === 0
    ? '无在办督办。'
    : `在办督办${chains}件，其中提示函${letters}件、约谈${interviews}件、挂牌督办${listings}件。`

const takenOverLine = ({ number, subject, since, open, reason }: TakenOver): string =>
  `提级${number} ${subject}：${shortDate(since)}起，${openText(open)}${reason === '' ? '' : `，${reason}`}。`
