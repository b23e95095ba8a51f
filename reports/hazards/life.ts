import type { Evidence, HazardEvent, HazardStep, TrackedHazard } from './hazard.ts'

/**
 * How somebody stands to a hazard: of the unit that has it rectified, of the city above, of the province (the division
 * in charge, or a leader), or the bot itself acting on a report.
 */
export type Standing = 'unit' | 'city' | 'province' | 'record'

/** What somebody does about a hazard. `closeOnReport`: a later report on the enterprise says that it has been mended. */
export type HazardAct =
  | { kind: 'rectify'; note: string | null; evidence: Evidence[] }
  | { kind: 'ask'; deadline: string; note: string }
  | { kind: 'postpone'; deadline: string; note: string | null }
  | { kind: 'refusePostponement'; note: string | null }
  | { kind: 'pass' | 'fail'; note: string | null; evidence: Evidence[] }
  | { kind: 'close'; note: string | null; evidence: Evidence[] }
  | { kind: 'closeOnReport'; report: number }
  | { kind: 'reopen' | 'void' | 'revive'; note: string; evidence: Evidence[] }
  | { kind: 'urge' }
  /** Takes back the last step, before which the hazard was as `former`; `recalled` with the message that said it. */
  | { kind: 'undo'; last: HazardEvent; former: TrackedHazard; recalled: boolean }

export interface Actor {
  name: string
  standing: Standing
}

/** Circumstances that the hazard itself does not tell. Dates YYYY-MM-DD. */
export interface Circumstance {
  now: Date
  /** Business date. */
  today: string
  /** The province has taken it over 提级: only the province re-inspects, closes and grants time. */
  takenOver: boolean
  /** It is in an open chain of escalation 督办: who reported it rectified has no further say. */
  escalated: boolean
}

/** Why something cannot be done. */
export type Obstacle =
  | 'notOpen'
  | 'isOpen'
  | 'notReported'
  | 'notReinspected'
  | 'noEvidence'
  | 'sameAsRectifier'
  | 'takenOver'
  | 'onlyProvince'
  | 'onlyRecord'
  | 'notLater'
  | 'past'
  | 'needsReinspection'
  | 'notOwnStep'
  | 'tooLate'

/** What became of the hazard with what is to be noted; or what stands in the way. */
export type Verdict = { hazard: TrackedHazard; event: HazardEvent } | { obstacle: Obstacle }

const no = (obstacle: Obstacle): Verdict => ({ obstacle })

/** Whether somebody is among those who have reported it rectified since it was last put back to be rectified. */
export const hasRectified = ({ rectifiedBy }: Pick<TrackedHazard, 'rectifiedBy'>, name: string): boolean =>
  // Nobody gets out of it by who says it once more, nor by what a name contains.
  `${between}${rectifiedBy ?? ''}${between}`.includes(`${between}${name}${between}`)

const between = '、'

/** What a slip of the finger may do, and its doer may take back. */
const undoable: HazardStep[] = ['rectify', 'ask', 'postpone', 'refusePostponement', 'pass', 'fail', 'close']
/** How long after a step its doer may take it back, in milliseconds. */
export const undoTime = 2 * 60_000
/** How long a rectification goes with the message that reported it, when that is recalled 撤回. */
const recallTime = 10 * 60_000

/**
 * The life of a hazard: one step of it, or why it cannot be. Nothing is closed without a statement of its rectification
 * and a re-inspection 复查 (or a later report, for general hazards), and one that is major or under escalation never by
 * anybody who reported it rectified. Only the province, and the record where its grounds are gone, reopen what is closed.
 * Who has just done something may take it back, while nothing has been done since.
 */
export function act(
  hazard: TrackedHazard,
  what: HazardAct,
  actor: Actor,
  circumstance: Circumstance,
): Verdict {
  const { state, major } = hazard
  const { takenOver, escalated, today } = circumstance
  const needsOther = major || escalated
  const isOfProvince = actor.standing === 'province'
  const isReserved = takenOver && !isOfProvince && state !== 'closed' && state !== 'void'
  const isRectifier = hasRectified(hazard, actor.name)
  // It became one of these only after its rectifier re-inspected it.
  const lacksOther = needsOther && hazard.reinspectedBy !== null && hasRectified(hazard, hazard.reinspectedBy)
  const note = (
    step: HazardStep,
    change: Partial<TrackedHazard>,
    said: string | null,
    evidence: Evidence[] = [],
  ): Verdict => ({
    hazard: { ...hazard, ...change },
    event: { step, at: circumstance.now.toISOString(), by: actor.name, note: said, evidence },
  })

  switch (what.kind) {
    case 'rectify':
      // Said again, with more evidence, while it waits for the re-inspection.
      if (state !== 'rectifying' && state !== 'reported') return no('notOpen')
      if (isBlank(what.note) && what.evidence.length === 0) return no('noEvidence')
      return note('rectify', { state: 'reported', rectifiedBy: rectifiers() }, what.note, what.evidence)
    case 'ask':
    case 'postpone': {
      if (state !== 'rectifying') return no('notOpen')
      if (what.deadline < today) return no('past')
      if (hazard.deadline !== null && what.deadline <= hazard.deadline) return no('notLater')
      // A first deadline is the unit's to tell.
      if (what.kind === 'ask' && hazard.deadline === null && !takenOver)
        return note('postpone', { deadline: what.deadline }, what.note || null)
      if (what.kind === 'ask') return note('ask', {}, `${what.deadline} ${what.note}`)
      if (!isOfProvince) return no('onlyProvince')
      return note('postpone', { deadline: what.deadline }, what.note)
    }
    case 'refusePostponement':
      if (!isOfProvince) return no('onlyProvince')
      return state === 'rectifying' ? note('refusePostponement', {}, what.note) : no('notOpen')
    case 'pass':
    case 'fail': {
      if (what.kind === 'fail' && state === 'closed') return isOfProvince ? failed() : no('onlyProvince')
      if (isReserved) return no('takenOver')
      const again = state === 'reinspected' && (what.kind === 'fail' || lacksOther)
      if (state !== 'reported' && !again) return no(state === 'rectifying' ? 'notReported' : 'notOpen')
      if (needsOther && isRectifier) return no('sameAsRectifier')
      if (what.kind === 'fail') return failed()
      return note('pass', { state: 'reinspected', reinspectedBy: actor.name }, what.note, what.evidence)
    }
    case 'close':
      if (isReserved) return no('takenOver')
      if (state === 'rectifying') return no('notReported')
      if (state === 'reported') return no('notReinspected')
      if (state !== 'reinspected') return no('notOpen')
      if (lacksOther) return no('notReinspected')
      if (needsOther && isRectifier) return no('sameAsRectifier')
      return note('close', { state: 'closed' }, what.note, what.evidence)
    case 'closeOnReport': {
      if (isReserved) return no('takenOver')
      if (state !== 'rectifying' && state !== 'reported') return no('notOpen')
      // The later report is the unit's own word.
      const isOwnWord = actor.standing === 'unit' || actor.standing === 'record' || isRectifier
      if (major || (escalated && isOwnWord)) return no('needsReinspection')
      const by = { rectifiedBy: hazard.rectifiedBy ?? actor.name, reinspectedBy: actor.name }
      return note('close', { state: 'closed', ...by }, null, [{ report: what.report }])
    }
    case 'reopen':
      if (state !== 'closed') return no('isOpen')
      if (!isOfProvince && actor.standing !== 'record') return no('onlyProvince')
      return note('reopen', reopened, what.note, what.evidence)
    case 'void':
      if (!isOfProvince && actor.standing !== 'record') return no('onlyRecord')
      return state === 'void' ? no('notOpen') : note('void', { state: 'void' }, what.note, what.evidence)
    case 'revive':
      if (actor.standing !== 'record') return no('onlyRecord')
      return state === 'void' ? note('revive', reopened, what.note, what.evidence) : no('isOpen')
    case 'urge':
      return state === 'rectifying' ? note('urge', {}, null) : no('notOpen')
    case 'undo': {
      const { last, former, recalled } = what
      if (!undoable.includes(last.step) || last.by !== actor.name) return no('notOwnStep')
      const time = recalled && last.step === 'rectify' ? recallTime : undoTime
      if (circumstance.now.getTime() - Date.parse(last.at) > time) return no('tooLate')
      const { deadline, rectifiedBy, reinspectedBy, onTheSpot } = former
      const restored = { state: former.state, deadline, rectifiedBy, reinspectedBy, onTheSpot }
      return note('undo', restored, recalled ? '撤回消息' : null)
    }
  }

  function rectifiers(): string {
    const { rectifiedBy } = hazard
    if (rectifiedBy === null) return actor.name
    return isRectifier ? rectifiedBy : rectifiedBy + between + actor.name
  }

  function failed(): Verdict {
    const { note: said, evidence } = what as Extract<HazardAct, { kind: 'fail' }>
    return note('fail', { ...reopened, reinspectedBy: actor.name }, said, evidence)
  }
}

const reopened = { state: 'rectifying', rectifiedBy: null, onTheSpot: false } as const

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''
