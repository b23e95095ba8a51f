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
  | 'majorNeedsReinspection'

/** What became of the hazard with what is to be noted; or what stands in the way. */
export type Verdict = { hazard: TrackedHazard; event: HazardEvent } | { obstacle: Obstacle }

const no = (obstacle: Obstacle): Verdict => ({ obstacle })

/** Whether somebody is among those who have reported it rectified since it was last put back to be rectified. */
export const hasRectified = ({ rectifiedBy }: Pick<TrackedHazard, 'rectifiedBy'>, name: string): boolean =>
  // Nobody gets out of it by who says it once more, nor by what a name contains.
  `${between}${rectifiedBy ?? ''}${between}`.includes(`${between}${name}${between}`)

const between = '、'

/**
 * The life of a hazard: one step of it, or why it cannot be. Nothing is closed without a statement of its rectification
 * and a re-inspection 复查 (or a later report, for general hazards), and a major one never by anybody who reported it
 * rectified. Only the province, and the record where its grounds are gone, undo a closure.
 */
export function act(
  hazard: TrackedHazard,
  what: HazardAct,
  actor: Actor,
  circumstance: Circumstance,
): Verdict {
  const { state, major } = hazard
  const { takenOver, today } = circumstance
  const isOfProvince = actor.standing === 'province'
  const isRectifier = hasRectified(hazard, actor.name)
  // It has been told to be a major one only after its rectifier re-inspected it.
  const lacksOther = major && hazard.reinspectedBy !== null && hasRectified(hazard, hazard.reinspectedBy)
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
      const again = state === 'reinspected' && (what.kind === 'fail' || lacksOther)
      if (state !== 'reported' && !again) return no(state === 'rectifying' ? 'notReported' : 'notOpen')
      if (takenOver && !isOfProvince) return no('takenOver')
      if (major && isRectifier) return no('sameAsRectifier')
      if (what.kind === 'fail') return failed()
      return note('pass', { state: 'reinspected', reinspectedBy: actor.name }, what.note, what.evidence)
    }
    case 'close':
      if (state === 'rectifying') return no('notReported')
      if (state === 'reported') return no('notReinspected')
      if (state !== 'reinspected') return no('notOpen')
      if (lacksOther) return no('notReinspected')
      if (takenOver && !isOfProvince) return no('takenOver')
      if (major && isRectifier) return no('sameAsRectifier')
      return note('close', { state: 'closed' }, what.note, what.evidence)
    case 'closeOnReport': {
      if (state !== 'rectifying' && state !== 'reported') return no('notOpen')
      if (takenOver && !isOfProvince) return no('takenOver')
      if (major) return no('majorNeedsReinspection')
      const by = { rectifiedBy: hazard.rectifiedBy ?? actor.name, reinspectedBy: actor.name }
      return note('close', { state: 'closed', ...by }, null, [{ report: what.report }])
    }
    case 'reopen':
      if (state !== 'closed') return no('isOpen')
      if (!isOfProvince && actor.standing !== 'record') return no('onlyProvince')
      return note('reopen', reopened, what.note, what.evidence)
    case 'void':
      if (actor.standing !== 'record') return no('onlyRecord')
      return state === 'void' ? no('notOpen') : note('void', { state: 'void' }, what.note, what.evidence)
    case 'revive':
      if (actor.standing !== 'record') return no('onlyRecord')
      return state === 'void' ? note('revive', reopened, what.note, what.evidence) : no('isOpen')
    case 'urge':
      return state === 'rectifying' ? note('urge', {}, null) : no('notOpen')
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
