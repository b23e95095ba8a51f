import type { Ground, Rung } from '../escalation/ladder.ts'
import type { TrackedHazard } from '../hazards/hazard.ts'
import type { Unit } from '../roster/roster.ts'

/** A hazard with what the record tells of it. */
export interface LetterHazard {
  hazard: TrackedHazard
  /** 四平市铁东区应急管理局: who inspected, as the report has it; null where it does not say. */
  inspectedBy: string | null
  /** How often it was found before, as the same hazard. */
  earlierCases: number
  /** Business dates on which it was chased 催办. */
  chasedOn: string[]
}

/** What a letter is drafted from: the record, and the words of who asks for it. Dates YYYY-MM-DD. */
export interface LetterFacts {
  unit: Unit
  hazards: LetterHazard[]
  grounds: Ground[]
  /** Rungs that have gone out before, in order, each with the numbers of those hazards that it was about. */
  rungs: { rung: Rung; date: string; hazards: string[] }[]
  /** Rounds in a row in which the unit has not reported. */
  silentRounds: number
  /** Verifications in thirty days after which figures were corrected, or which were not answered. */
  failedVerifications: number
  note: string | null
  contact: string | null
  today: string
  dueOn: string
}
