/** How the process ends, in the numbers of sysexits.h, so that a supervisor knows whether to start it again. */
export const exitCode = {
  /** Stopped in order. */
  stopped: 0,
  /** Could not start for a reason that may pass: the database is locked, the disk is full. */
  notStarted: 1,
  /** An error that nobody caught. */
  crashed: 70,
  /** Told to stop while a message was going out, which did not come to an end in time. */
  cutOff: 75,
  /** The settings are wrong: without a person's hand the next start ends in the same way. */
  unusableSettings: 78,
} as const
