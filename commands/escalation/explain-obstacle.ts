import { type Chain, type ChainObstacle, currentStep, pendingStep } from '../../reports/escalation/chain.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { type Rung, rungAbove } from '../../reports/escalation/ladder.ts'
import { type Policy, ruleOf } from '../../reports/escalation/policy.ts'
import { momentText } from '../moment-text.ts'

/** What stands in the way, who has done what when, and what to do instead. */
export function explainObstacle(obstacle: ChainObstacle, chain: Chain): string {
  const name = chainName(chain)
  const [standing, pending] = [currentStep(chain), pendingStep(chain)]
  switch (obstacle) {
    case 'ended':
      return `${name}已由${chain.endedBy}于${momentText(new Date(chain.endedAt!))}${chain.state === 'settled' ? '办结' : '撤销'}，未作改动。`
    case 'pending': {
      const out =
        pending!.state === 'held' ? `将于${momentText(new Date(pending!.releaseAt!))}发出` : '函件待签发'
      return `${name}已由${pending!.by}于${momentText(new Date(pending!.decidedAt))}决定“${pending!.rung}”，${out}，无需重复操作；如需改为其他一级，请先撤销：/督办 撤销 ${chain.id}`
    }
    case 'notHigher':
      return standing === null
        ? '升级应逐级向上。'
        : `${name}已由${standing.by}于${momentText(new Date(standing.decidedAt))}决定“${standing.rung}”并发出，请选择更高一级。`
    case 'skips':
      return `一次一级；越级由厅领导决定。${name}的下一级是“${rungAbove(standing?.rung ?? null)}”。`
    case 'role':
      return '这一级由厅领导决定。'
    case 'top':
      return `${name}已是最高一级“${standing?.rung}”，不能再升级。`
    case 'gone':
      return `${name}${standing === null ? '' : `的“${standing.rung}”`}已发出，不能撤销；如需终止请用“/办结 ${chain.id}”。`
    case 'notIssued':
      return `${name}${standing === null ? '尚未发出' : '尚无反馈'}，暂不能办理。`
  }
}

/** “约谈”由厅领导决定: who may decide on a rung, for somebody who may not. */
export const whoDecides = (rung: Rung, policy: Policy): string =>
  `“${rung}”由${ruleOf(rung, policy)
    .deciders.map(role => (role === 'leader' ? '厅领导' : '分管处长'))
    .join('、')}决定。`
