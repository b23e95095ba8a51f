/** The rungs of the escalation ladder 督办阶梯, lowest first. */
export const rungs = ['点名点评', '督办提示', '提示函', '约谈', '挂牌督办'] as const
export type Rung = (typeof rungs)[number]

/** Why a hazard, an enterprise or a unit is escalated 督办事由. */
export const grounds = ['overdue', 'recurring', 'major', 'silent', 'figures'] as const
export type Ground = (typeof grounds)[number]

export const groundNames: Record<Ground, string> = {
  overdue: '逾期未整改',
  recurring: '屡改屡犯',
  major: '重大隐患未整改',
  silent: '连续缺报',
  figures: '核实不符',
}

/** Where a rung stands, 0 the lowest. */
export const rank = (rung: Rung): number => rungs.indexOf(rung)

/** The rung above; null above the highest. */
export const rungAbove = (rung: Rung | null): Rung | null =>
  rung === null ? rungs[0] : (rungs[rank(rung) + 1] ?? null)

/** Business time, HH:MM, until which an answer on its last day is in time: the end of office hours. */
export const answerTime = '17:00'
