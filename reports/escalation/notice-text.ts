import { placeName } from '../daily/phrases.ts'
import type { TrackedHazard } from '../hazards/hazard.ts'
import { hazardText } from '../hazards/hazard-text.ts'
import type { Chain, ChainStep } from './chain.ts'
import { chainName, groundsText, namedChain, subjectText } from './chain-text.ts'
import type { Rung } from './ladder.ts'

/** Hazards listed one by one in a notice; of more the count is given. */
const listedHazards = 20

/** What a rung is called at the head of its notice. */
const titles: Record<Rung, string> = {
  点名点评: '点名点评',
  督办提示: '督办提示',
  提示函: '提示函',
  约谈: '约谈通知',
  挂牌督办: '挂牌督办',
}

/** What a notice says besides its chain: the rung, the hazards that are open, and by when an answer is due, in words. */
interface NoticeContent {
  step: Pick<ChainStep, 'rung' | 'note' | 'by'>
  hazards: TrackedHazard[]
  due: string
  /** The city above that is to see to it; null where the rung does not speak to it. */
  city: string | null
  /** Business date. */
  today: string
}

/** The notice of a rung 督办通知 as it is posted in the group of its unit. */
export function noticeText(chain: Chain, { step, hazards, due, city, today }: NoticeContent): string {
  const grounds = groundsText(chain)
  return [
    `【${titles[step.rung]}】${chainName(chain)}（${step.by}）：${subjectText({ ...chain, hazards: [] })}`,
    ...(grounds === null ? [] : [`事由：${grounds}`]),
    ...hazards.slice(0, listedHazards).map(hazard => hazardText(hazard, today)),
    ...(hazards.length > listedHazards ? [`等隐患${hazards.length}条。`] : []),
    ...(step.note === null ? [] : [`说明：${step.note}`]),
    `${asked(step, chain, hazards, city)}，于${due}前反馈${step.rung === '约谈' ? '参加人员和整改情况' : '情况'}。`,
    `反馈请发送“/反馈 ${chainName(chain)} 情况”，或引用本条消息直接答复。`,
  ].join('\n')
}

/** What is asked of the addressee; without the stop. */
function asked(
  { rung, note }: NoticeContent['step'],
  { unit }: Chain,
  hazards: TrackedHazard[],
  city: string | null,
): string {
  const place = placeName(unit)
  const urged = city === null ? '' : `，${city}督促落实`
  const task = taskOf(hazards)
  switch (rung) {
    case '点名点评':
      return `请${place}${task}${urged}`
    case '督办提示':
    case '提示函':
      return `请${place}${hazards.length > 0 && !hazards.some(isRectifying) ? '' : '限期'}${task}${urged}`
    case '约谈':
      return `请${place}政府负责同志及有关单位接受约谈，时间、地点${note !== null && namesTime.test(note) ? '见说明' : '另行通知'}，并${task}`
    case '挂牌督办':
      return `现予公开挂牌督办，请${place}政府明确责任人、措施和时限，${task}`
  }
}

/** A date or a time of day in a note: 5月20日, 9:00, 明天上午, 下周三. */
const namesTime =
  /\d\s*[月日号点时:：]|[一二三四五六七八九十][月日号点时]|[今明后]天|[上下]午|(?:周|星期)[一二三四五六日天]/u

const isRectifying = ({ state }: TrackedHazard): boolean => state === 'rectifying'

/** What is to be done: what has been reported rectified is not asked for once more. */
function taskOf(hazards: TrackedHazard[]): string {
  if (hazards.length === 0) return '查明原因、落实整改'
  if (hazards.every(isRectifying)) return '将上述隐患整改到位'
  return hazards.some(isRectifying)
    ? '将上述整改中的隐患整改到位，并配合复查已报整改的隐患'
    : '配合做好上述隐患的复查'
}

/** The same for those who get a copy 抄送: one line, or two with a note. */
export function copyText(chain: Chain, { step, due }: Pick<NoticeContent, 'step' | 'due'>): string {
  const grounds = groundsText(chain)
  const note = step.note === null ? '' : `\n说明：${step.note}`
  return `【抄送】${namedChain(chain)}：${step.by}决定“${step.rung}”，已发出，限${due}前反馈${grounds === null ? '' : `；事由：${grounds}`}。${note}`
}

/**
 * Who has not answered is asked again 催复. `letter`: of the rung 提示函 the letter's number 文号, and how it is written in
 * a command.
 */
export function chaseText(
  chain: Chain,
  rung: Rung,
  due: string,
  isPast: boolean,
  letter: { name: string; short: string } | null,
): string {
  if (letter !== null)
    return `【催复】${namedChain(chain)}：${letter.name}限${due}前回函，${isPast ? '已逾期' : '尚未回函'}。请发送“/回函 ${letter.short} 内容”，或引用本条消息直接答复。`
  return `【催复】${namedChain(chain)}：${rung}限${due}前反馈，${isPast ? '已逾期' : '尚未反馈'}。请发送“/反馈 ${chainName(chain)} 情况”，或引用本条消息直接答复。`
}
