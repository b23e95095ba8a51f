import type { Ground, Rung } from './ladder.ts'

/** Who may decide on a rung. */
export type Decider = 'divisionHead' | 'leader'

/** To whom a rung speaks: the unit, the city above it as well, or the local government 属地政府. */
export type AddresseeKind = 'unit' | 'city' | 'government'

/** What holds for one rung. */
export interface RungRule {
  rung: Rung
  deciders: Decider[]
  addressee: AddresseeKind
  /** Working days for the answer; it is due at the end of office hours of the last. */
  answerDays: number
  /** Working days before the deadline on which who has not answered is chased 催办; 0 is the day itself. */
  chaseDays: number
  /** Groups that get a copy 抄送, by role. */
  copies: ('heads' | 'leaders' | 'committee')[]
}

/** From when on something is a ground 事由. */
export interface GroundRule {
  ground: Ground
  /**
   * overdue: days past the deadline; recurring: times found again; major: days since it was found without a report of
   * its rectification; silent: rounds in a row without a report; figures: verifications in thirty days after which the
   * unit corrected its figures.
   */
  threshold: number
}

/** The policy 督办规则 of the department. */
export interface Policy {
  rungs: RungRule[]
  grounds: GroundRule[]
}

/** What holds until the department has decided otherwise. */
export const defaultPolicy: Policy = {
  rungs: [
    {
      rung: '点名点评',
      deciders: ['divisionHead', 'leader'],
      addressee: 'unit',
      answerDays: 2,
      chaseDays: 1,
      copies: ['heads'],
    },
    {
      rung: '督办提示',
      deciders: ['divisionHead', 'leader'],
      addressee: 'city',
      answerDays: 3,
      chaseDays: 1,
      copies: ['heads'],
    },
    {
      rung: '提示函',
      deciders: ['divisionHead', 'leader'],
      addressee: 'government',
      answerDays: 5,
      chaseDays: 1,
      copies: ['heads', 'leaders'],
    },
    {
      rung: '约谈',
      deciders: ['leader'],
      addressee: 'government',
      answerDays: 5,
      chaseDays: 1,
      copies: ['heads', 'leaders'],
    },
    {
      rung: '挂牌督办',
      deciders: ['leader'],
      addressee: 'government',
      answerDays: 10,
      chaseDays: 2,
      copies: ['heads', 'leaders', 'committee'],
    },
  ],
  grounds: [
    { ground: 'overdue', threshold: 1 },
    { ground: 'recurring', threshold: 1 },
    { ground: 'major', threshold: 3 },
    { ground: 'silent', threshold: 3 },
    { ground: 'figures', threshold: 2 },
  ],
}

/** The rule of a rung. */
export const ruleOf = (rung: Rung, policy: Policy): RungRule => policy.rungs.find(rule => rule.rung === rung)!
