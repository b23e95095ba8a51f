/*
 * What messages are about: by its subject it can be seen where something has arrived, and who was told of it.
 */

/** A version of a commentary 日点评. */
export const commentarySubject = ({ id, version }: { id: number; version: number }): string =>
  `${anyVersionOf(id)}${version}`

/** How the subjects of all versions of a commentary begin. */
export const anyVersionOf = (id: number): string => `commentary:${id}:`

/** The summary of a commentary round 点评轮次. */
export const commentaryRoundSubject = (id: number): string => `commentaryRound:${id}`

/** The order to verify 核实. */
export const verificationSubject = (id: number): string => `verification:${id}`

/** A rung 阶梯 of a chain of escalation 督办: its notice, and what chases it. */
export const rungSubject = (chain: number, position: number): string => `chain:${chain}:${position}`

/** A letter 提示函. */
export const letterSubject = (id: number): string => `letter:${id}`
