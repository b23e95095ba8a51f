import { groundNames } from '../escalation/ladder.ts'
import { isOverdue } from '../hazards/hazard.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import { daysBetween } from '../hazards/hazard-text.ts'
import { longDate, shortDate } from '../time.ts'
import { yourPlace } from './head-title.ts'
import type { LetterFacts, LetterHazard } from './letter-facts.ts'

/**
 * 2022年5月10日，四平市铁东区应急管理局检查四平市宏达加油站时，发现重大隐患“配电箱未接地”（编号1-2），整改期限为
 * 5月13日，已逾期5天。已催办2次（最近5月16日）。
 */
export function hazardSentence(
  { hazard, inspectedBy, earlierCases, chasedOn }: LetterHazard,
  today: string,
): string {
  const { foundOn, unit, enterprise, major } = hazard
  const where = enterprise ?? `${unit}有关企业`
  const who = inspectedBy === null ? `检查${where}` : `${inspectedBy}检查${where}`
  const again =
    earlierCases === 0
      ? ''
      : `该隐患此前已发现${earlierCases}次，${hazard.afterClosure ? '销号后再次出现' : '一直未整改到位'}。`
  const chased =
    chasedOn.length === 0 ? '' : `已催办${chasedOn.length}次（最近${shortDate(chasedOn.at(-1)!)}）。`
  return `${longDate(foundOn)}，${who}时，发现${major ? '重大' : ''}隐患“${plain(hazard.text)}”（编号${hazardNumber(hazard)}），${standing({ hazard }, today)}。${again}${chased}`
}

/** A line of the annex 附件; a unit below that of the letter is named: 四平市宏达加油站：配电箱未接地（编号1-2，…）。 */
export function hazardRow(record: LetterHazard, letterUnit: string, today: string): string {
  const { hazard, earlierCases, chasedOn } = record
  const parts = [
    `编号${hazardNumber(hazard)}`,
    ...(hazard.major ? ['重大隐患'] : []),
    `${shortDate(hazard.foundOn)}发现`,
    standing(record, today),
    ...(earlierCases > 0 ? [`此前已发现${earlierCases}次`] : []),
    ...(chasedOn.length > 0 ? [`已催办${chasedOn.length}次`] : []),
  ]
  const below = hazard.unit === letterUnit ? '' : `${hazard.unit} `
  return `${below}${hazard.enterprise ?? '企业未写明'}：${plain(hazard.text)}（${parts.join('，')}）`
}

/** 整改期限为5月13日，已逾期5天 */
function standing({ hazard }: Pick<LetterHazard, 'hazard'>, today: string): string {
  const { state, deadline } = hazard
  if (state === 'reported') return '属地已报整改，尚未复查'
  if (state === 'reinspected') return '复查合格，尚未销号'
  if (deadline === null) return '未报整改期限，至今未报整改'
  const late = isOverdue(hazard, today) ? `已逾期${daysBetween(deadline, today)}天` : '尚未报整改'
  return `整改期限为${shortDate(deadline)}，${late}`
}

/** What the record tells beside the hazards: silent rounds, corrected figures, earlier rungs, and the words added. */
export function othersSentences({
  unit,
  hazards,
  grounds,
  silentRounds,
  failedVerifications,
  rungs,
  note,
}: LetterFacts): string[] {
  const said = note === null ? '' : plain(note)
  return [
    ...(grounds.includes('silent') && silentRounds > 0
      ? [`${unit.name}已连续${silentRounds}个批次未报送检查情况（${groundNames.silent}）。`]
      : []),
    ...(grounds.includes('figures') && failedVerifications > 0
      ? [`近30日内，${unit.name}报送数据经核实更正或逾期未答复核实共${failedVerifications}次。`]
      : []),
    ...earlierSentences(
      rungs,
      hazards.map(({ hazard }) => hazardNumber(hazard)),
    ),
    ...(said === ''
      ? []
      : [`${hazards.length > 0 ? '补充说明' : `${yourPlace(unit)}有以下情况`}：${stopped(said)}`]),
  ]
}

/** 此前已作督办：2022年5月17日点名点评。 Where some hazards alone were: 其中1-2此前已作督办：…。 */
function earlierSentences(rungs: LetterFacts['rungs'], all: string[]): string[] {
  const bySubject = Map.groupBy(rungs, ({ hazards }) => hazards.join('、'))
  return [...bySubject].map(([subject, taken]) => {
    const whole = subject === '' || taken[0]!.hazards.length === all.length
    const said = taken.map(({ rung, date }) => `${longDate(date)}${rung}`).join('、')
    return `${whole ? '' : `其中${subject}`}此前已作督办：${said}。`
  })
}

const stopped = (text: string): string => (/[。！？；]$/u.test(text) ? text : `${text}。`)

/** On one line, without a stop at its end. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[。；;，,、]+$/u, '')
