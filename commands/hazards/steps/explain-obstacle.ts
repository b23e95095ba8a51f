import type { HazardEvent, HazardStep, TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import type { Obstacle } from '../../../reports/hazards/life.ts'
import { shortDate } from '../../../reports/time.ts'
import { eventText, lastOf } from './event-text.ts'

/** How to put right what was done too long ago to be taken back. */
function instead(number: string, step: HazardStep): string {
  if (step === 'rectify' || step === 'pass') return `。如尚未整改到位，请由复查人发送：/复查 ${number} 不合格`
  if (step === 'close') return `。如尚未整改到位，请由分管处室发送：/复查 ${number} 不合格`
  return step === 'fail' ? `。如已整改到位，请重新报送：/整改 ${number} 整改情况` : '。'
}

/**
 * What stands in the way of a step, and what to do instead. Who comes second hears what the first has done meanwhile.
 */
export function explainObstacle(obstacle: Obstacle, hazard: TrackedHazard, events: HazardEvent[]): string {
  const number = hazardNumber(hazard)
  const done = (...steps: HazardStep[]) => {
    const last = lastOf(events, ...steps)
    return last === undefined ? '' : eventText(last)
  }
  switch (obstacle) {
    case 'notOpen':
      switch (hazard.state) {
        case 'closed':
          return `${number}已${done('close') || '销号'}，无需再办。`
        case 'reported':
          return `${number}已${done('rectify') || '报整改'}，等待复查；复查不合格的才需再办。`
        case 'reinspected':
          return `${number}已${done('pass') || '复查合格'}，等待销号，无需再办。`
        default:
          return `${number}已随报告更正或撤销而作废，无需再办。`
      }
    case 'isOpen':
      return `${number}尚未销号，无需恢复。`
    case 'notReported': {
      const last = lastOf(events, 'rectify', 'fail', 'reopen')
      const back = last?.step === 'fail' ? `已${eventText(last)}，退回整改` : '尚未报整改'
      return `${number}${back}。请先由属地报整改，例如：/整改 ${number} 已更换，现场正常`
    }
    case 'notReinspected':
      return hazard.state === 'reinspected'
        ? `${number}${why()}，复查人${hazard.reinspectedBy}即报整改的人，请先由其他人员重新复查：/复查 ${number} 合格`
        : `${number}尚未复查。请先复查，例如：/复查 ${number} 合格`
    case 'noEvidence':
      return `请写明整改情况，例如：/整改 ${number} 已更换，现场正常；照片可在10分钟内发出。`
    case 'sameAsRectifier':
      return `${number}${why()}，报整改的人不能自行复查、销号，请由其他人员（如市级或分管处室）办理。`
    case 'takenOver':
      return `${number}已由省级提级管理，请由分管处室复查、销号。`
    case 'onlyProvince':
      return hazard.state === 'closed'
        ? `${number}已${done('close') || '销号'}；销号后认定不合格由分管处室办理。`
        : `${number}是否延期由分管处室决定。如需延期，请发送：/延期 ${number} 日期 理由`
    case 'onlyRecord':
      return `${number}随报告更正或撤销而变更，请更正报告。`
    case 'notLater':
      return `${number}的期限已是${shortDate(hazard.deadline!)}，新的期限应在其后。`
    case 'past':
      return '期限应在今天或以后，请改写日期；跨年的请写明年份。'
    case 'needsReinspection':
      return `${number}${why()}，不能凭后续报告直接销号：请先报整改，再由其他人员复查、销号。`
    case 'notOwnStep': {
      const last = events.at(-1)
      return `${number}没有可由您撤销的操作${last === undefined ? '' : `：最后一步是${eventText(last)}`}。`
    }
    case 'tooLate':
      return `${number}已${eventText(events.at(-1)!)}，超过2分钟不能撤销${instead(number, events.at(-1)!.step)}`
  }

  /** Why others have to look at it. */
  function why(): string {
    return hazard.major ? '是重大隐患' : '正在督办'
  }
}
