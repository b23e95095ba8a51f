import { admitReport } from './admit-report.ts'
import type { Command } from './command.ts'
import { compileRound } from './compile-round.ts'
import { correctDailyReport } from './correct-daily-report.ts'
import { dailyReport } from './daily-report.ts'
import { declareDay } from './declare-day.ts'
import { frequency } from './frequency.ts'
import { defineHelp } from './help.ts'
import { missingUnits } from './missing-units.ts'
import { remindUnits, roundReminder } from './remind-units.ts'
import { resend } from './resend.ts'
import { roundDue } from './round-due.ts'
import { submitReport } from './submit-report.ts'
import { supplementReport } from './supplement-report.ts'
import { template } from './template.ts'
import { withdrawReport } from './withdraw-report.ts'

/** All commands, in the order of the help: those of the inspectors first, the clock's own last. */
export const commands: Command[] = [
  defineHelp(() => commands),
  submitReport,
  template,
  supplementReport,
  withdrawReport,
  missingUnits,
  dailyReport,
  correctDailyReport,
  remindUnits,
  frequency,
  admitReport,
  declareDay,
  resend,
  roundReminder,
  roundDue,
  compileRound,
]
