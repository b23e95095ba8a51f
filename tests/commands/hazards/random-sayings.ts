import { type Chain, currentStep, pendingStep } from '../../../reports/escalation/chain.ts'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import type { Takeover } from '../../../reports/hazards/takeover.ts'
import type { Letter } from '../../../reports/letter/letter.ts'
import { addDays, businessDate, shortDate } from '../../../reports/time.ts'
import { firstReports } from './first-reports.ts'

/** What is to be done next; its numbers choose among what there is then. */
export type Move = Record<'kind' | 'place' | 'which' | 'words' | 'minutes' | 'wrong', number>

/** What there is when somebody speaks. */
export interface Seen {
  hazards: TrackedHazard[]
  chains: Chain[]
  letters: Letter[]
  takeovers: Takeover[]
  move: Move
  now: Date
}

/** One of a list, whatever the number; undefined of none. */
export const pick = <T>(list: readonly T[], index: number): T | undefined =>
  list[index % Math.max(1, list.length)]

const officerOf = (unit: string) => `${unit}报送员`
const cityOf = (unit: string) => officerOf(unit.slice(0, 3))
const headOf = ({ industry }: Pick<TrackedHazard, 'industry'>) =>
  industry === '工贸' ? '工贸处处长' : '危化二处处长'
const headFor = ({ divisions }: Pick<Chain, 'divisions'>) => `${divisions.at(-1) ?? '危化二处'}处长`

/** Who, and what: what the office would do next about something. */
export function likely(seen: Seen): [string, string] {
  const { hazards, chains, letters, move } = seen
  const open = hazards.filter(({ state }) => state !== 'void' && state !== 'closed')
  const standing = chains.filter(({ state }) => state === 'open')
  const going = letters.filter(({ state, answeredAt }) => state !== 'cancelled' && answeredAt === null)
  const takeover = pick(seen.takeovers, move.which)
  if (takeover !== undefined && move.place % 8 === 0)
    return ['厅领导', `/提级 ${takeover.noticeAt === null ? '交回' : '撤销'} ${takeover.id}`]
  const about = pick(['hazard', 'chain', 'letter', 'chain', 'letter'] as const, Math.floor(move.kind / 2))
  const letter = pick(going, move.which)
  const chain = pick(standing, move.which)
  const hazard = pick(open, move.which)
  if (about === 'letter' && letter !== undefined) return aboutLetter(letter, seen)
  if (about !== 'hazard' && chain !== undefined) return aboutChain(chain, seen)
  return hazard === undefined ? wild(seen) : aboutHazard(hazard, seen)
}

function aboutHazard(hazard: TrackedHazard, { move, chains, now }: Seen): [string, string] {
  const number = hazardNumber(hazard)
  const head = headOf(hazard)
  const judge = pick([cityOf(hazard.unit), head, '厅领导'], move.words)!
  const known = chains.some(
    ({ state, hazards }) => state === 'open' && hazards.some(each => hazardNumber(each) === number),
  )
  if (!known && move.words % 3 === 0)
    return pick(
      [
        [head, `/督办 ${number}`],
        [head, `/督办 ${number}`],
        [head, `/督办 ${number} 点名点评 久拖未改`],
        ['厅领导', `/督办 ${number}`],
        ['厅领导', `/督办 ${number} 提示函`],
        ['厅领导', `/督办 ${number} 约谈`],
        ['厅领导', `/督办 ${number} 挂牌督办 久拖未改`],
      ] as [string, string][],
      Math.floor(move.words / 3),
    )!
  const later = laterText(move, now)
  if (move.place % 12 === 1) return ['厅领导', `/提级 ${number} 省级盯办`]
  if (hazard.state === 'rectifying' && move.words % 5 === 1)
    return [officerOf(hazard.unit), `/延期 ${number} ${later} 配件到货需一周`]
  if (hazard.state === 'rectifying' && move.words % 5 === 2)
    return [head, `/延期 ${number} ${pick(['同意', '不同意 请抓紧'], move.which)}`]
  if (hazard.state === 'rectifying') return [officerOf(hazard.unit), `/整改 ${number} 已更换，现场正常`]
  if (hazard.state === 'reported')
    return [judge, `/复查 ${number} ${move.words % 4 === 0 ? '不合格 仍未更换' : '合格'}`]
  return [judge, `/销号 ${number}`]
}

function aboutChain(chain: Chain, { hazards, move, now }: Seen): [string, string] {
  const { id, unit } = chain
  const head = headFor(chain)
  const numbers = chain.hazards.map(hazardNumber)
  const open = hazards.find(
    each => numbers.includes(hazardNumber(each)) && each.state !== 'closed' && each.state !== 'void',
  )
  const pending = pendingStep(chain)
  const standing = currentStep(chain)
  const rung = standing?.rung
  // Another division's head would like to decide.
  if (move.place % 12 === 2) return ['煤矿一处处长', `/督办 升级 ${id}`]
  if (pending?.state === 'held') return [pending.by, move.words % 3 === 0 ? `/督办 撤销 ${id}` : '/督办']
  if (pending?.state === 'drafting' && move.words % 4 === 0) return ['厅领导', `/办结 ${id} 企业已关闭`]
  if (pending?.state === 'drafting') return [head, `/提示函 ${unit} ${numbers.join(' ')}`]
  if (rung === '约谈' && move.words % 2 === 0)
    return [
      head,
      `/约谈 记录 督办${id} 时间：${shortDate(businessDate(now))} 地点：201会议室 人员：区长 结果：承诺整改`,
    ]
  if (rung === '挂牌督办' || (move.words % 3 === 0 && numbers.length > 0))
    return open === undefined
      ? rung === '挂牌督办'
        ? ['厅领导', `/摘牌 ${id}`]
        : [head, `/办结 ${id}`]
      : nextAbout(open)
  if (standing?.state === 'issued' && move.words % 3 === 1)
    return [officerOf(unit), `/反馈 督办${id} 正在整改`]
  return ['厅领导', `/督办 升级 ${id}`]
}

const laterText = ({ words }: Move, now: Date) => shortDate(addDays(businessDate(now), 4 + (words % 5)))

function nextAbout(hazard: TrackedHazard): [string, string] {
  const number = hazardNumber(hazard)
  if (hazard.state === 'rectifying') return [officerOf(hazard.unit), `/整改 ${number} 已更换，现场正常`]
  return ['厅领导', hazard.state === 'reported' ? `/复查 ${number} 合格` : `/销号 ${number}`]
}

function aboutLetter(
  { id, state, drafter, number, unit, acknowledgedAt }: Letter,
  { move }: Seen,
): [string, string] {
  if (state === 'draft') return [drafter, `/提示函 送签 ${id}`]
  if (state === 'submitted')
    return ['厅领导', move.words % 5 === 0 ? `/退回 ${id} 请写明企业` : `/签发 ${id}`]
  if (state === 'held') return ['厅领导', move.words % 3 === 0 ? `/提示函 撤销 ${id}` : '/提示函']
  return [officerOf(unit), acknowledgedAt === null ? `/收函 ${number}` : `/回函 ${number} 已整改完毕`]
}

/** Anything, about anything. */
export function wild({ hazards, chains, letters, move, now }: Seen): [string, string] {
  const hazard = pick(hazards, move.which)
  const chain = pick(chains, move.which)
  const letter = pick(letters, move.which)
  const number = hazard === undefined ? '1-1' : hazardNumber(hazard)
  const unit = hazard?.unit ?? '四平市铁东区'
  const on = chain?.id ?? 1
  const draft = letter?.id ?? 1
  const head = hazard === undefined ? '危化二处处长' : headOf(hazard)
  const decider = chain === undefined ? head : pick([headFor(chain), '厅领导'], move.words)!
  const officer = officerOf(unit)
  const rung = pick(['点名点评', '督办提示', '提示函', '约谈', '挂牌督办'], move.words)
  const later = laterText(move, now)
  const id = hazard?.report ?? 1
  const lines: [string, string][] = [
    [officer, `/整改 ${number}`],
    [officer, `/整改 ${number} 已整改`],
    [officer, `/延期 ${number} ${later} 配件到货需一周`],
    [head, `/延期 ${number} 同意`],
    [head, `/延期 ${number} 不同意 请抓紧`],
    [head, `/延期 ${number} ${later} 已核`],
    [head, `/复查 ${number} 合格`],
    [cityOf(unit), `/复查 ${number} 不合格 仍未整改`],
    ['厅领导', `/复查 ${number} 不合格 抽查未过`],
    [officer, `/复查 ${number} 合格`],
    [officer, `/销号 ${number}`],
    [cityOf(unit), `/销号 ${number} 据第${id}号报告`],
    [head, `/催办 ${number}`],
    [head, `/督办 ${number} ${rung} 久拖未改`],
    ['厅领导', `/督办 ${number} ${rung}`],
    ['厅领导', `/督办 ${pick([unit, '四平市', '辽源市'], move.words)} ${rung} 多次催报未改进`],
    [decider, `/督办 升级 ${on} ${rung}`],
    [decider, `/督办 升级 ${on}`],
    [decider, `/督办 撤销 ${on}`],
    [decider, `/督办 退回 ${on} 请补充照片`],
    [decider, `/督办 催办 ${on}`],
    [decider, `/督办 不升级 ${on}`],
    [decider, `/督办 ${on}`],
    ['四平市分管领导', `/反馈 督办${on} 已部署`],
    [chain === undefined ? officer : officerOf(chain.unit), `督办${on}：正在整改，三日内完成`],
    [decider, `/办结 ${on}`],
    ['厅领导', `/办结 ${on} 企业已关闭`],
    ['厅领导', `/摘牌 ${on}`],
    ['厅领导', `/提级 ${pick([number, unit, hazard?.enterprise ?? unit], move.words)} 省级盯办`],
    ['厅领导', `/提级 撤销 1`],
    ['厅领导', `/提级 交回 1`],
    ['厅领导', `/提级 交回 1`],
    ['厅领导', `/提级 交回 2`],
    [head, `/提示函 ${unit} ${number} 请督促整改`],
    [head, `/提示函 ${unit}`],
    ['厅领导', `/提示函 ${pick(['四平市铁西区', '四平市', '辽源市'], move.words)} 连续三次未按时报送`],
    [
      letter?.drafter ?? head,
      `/提示函 修改 ${draft} ${pick(['要求 立即整改。', `期限 ${later}`], move.words)}`,
    ],
    [letter?.drafter ?? head, `/提示函 取消 ${draft}`],
    ['厅领导', `/提示函 撤销 ${draft}`],
    ['厅领导', `/签发 ${draft}`],
    ['厅领导', `/退回 ${draft}`],
    [officer, `/收函 ${1 + (move.words % 3)}`],
    [officer, `/回函 ${1 + (move.words % 3)} 已整改完毕`],
    [officer, `/撤销 ${id} 确认`],
    [officer, `更正第${id}号：整改情况：均已整改`],
    [officer, `更正第${id}号：整改情况：均未整改`],
    [officer, `更正第${id}号：发现的问题隐患：1.重大隐患：${hazard?.text ?? '安全阀未校验'}`],
    [cityOf(unit), `更正第${id}号：整改情况：均限期${later}前整改`],
    [officer, pick(firstReports, move.words)!.text.replace(/整改情况：.*/, '整改情况：均已整改')],
    ...[head, officer, '厅领导', decider].map((who): [string, string] => [who, `${1 + (move.words % 30)}`]),
  ]
  return pick(lines, Math.floor(move.kind / 2))!
}
