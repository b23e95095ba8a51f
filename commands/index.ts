import { admitReport } from './admit-report.ts'
import { askForRoom } from './ask-for-room.ts'
import { bind } from './bind-person.ts'
import { bindGroup } from './bind-room.ts'
import { chaseAnswers } from './chase-answers.ts'
import { setChaseTime } from './chase-time.ts'
import type { Command } from './command.ts'
import { comment } from './comment.ts'
import { correctComment } from './comment-correct.ts'
import { cancelComment, publishComment } from './comment-publish.ts'
import { reviseComment, stateKinds } from './comment-revise.ts'
import { commentState } from './comment-state.ts'
import { commentaryFrequency } from './commentary-frequency.ts'
import { endCommentaryRound } from './commentary-round-end.ts'
import { compileRound } from './compile-round.ts'
import { correctDailyReport } from './correct-daily-report.ts'
import { dailyReport } from './daily-report.ts'
import { declareDay } from './declare-day.ts'
import { frequency } from './frequency.ts'
import { noteHeldLost } from './held-lost.ts'
import { defineHelp } from './help.ts'
import { issueBindingCode } from './issue-binding-code.ts'
import { noteLogin, noteLogout, tellLogins } from './login.ts'
import { missingUnits } from './missing-units.ts'
import { noteOutage, tellOutages } from './outages.ts'
import { relayCommentary } from './relay-commentary.ts'
import { remindUnits, roundReminder } from './remind-units.ts'
import { resend } from './resend.ts'
import { respond } from './respond.ts'
import { roundDue } from './round-due.ts'
import { setUp } from './set-relay-mode.ts'
import { status } from './status.ts'
import { submitReport } from './submit-report.ts'
import { supplementReport } from './supplement-report.ts'
import { template } from './template.ts'
import { unbind } from './unbind-person.ts'
import { noteUnread } from './unread.ts'
import { verify } from './verify.ts'
import { confirmVerification, explainVerification } from './verify-answer.ts'
import { cancelVerification } from './verify-cancel.ts'
import { verificationDue } from './verify-due.ts'
import { withdrawReport } from './withdraw-report.ts'

/** All commands, in the order of the help: those of the inspectors first, the clock's own last. */
export const commands: Command[] = [
  defineHelp(() => commands),
  submitReport,
  template,
  supplementReport,
  withdrawReport,
  confirmVerification,
  explainVerification,
  respond,
  missingUnits,
  dailyReport,
  correctDailyReport,
  comment,
  publishComment,
  reviseComment,
  stateKinds,
  cancelComment,
  correctComment,
  setChaseTime,
  commentState,
  verify,
  cancelVerification,
  remindUnits,
  frequency,
  commentaryFrequency,
  setUp,
  admitReport,
  declareDay,
  resend,
  status,
  // Its name begins with that of the next: it is looked for first.
  issueBindingCode,
  bind,
  unbind,
  bindGroup,
  roundReminder,
  roundDue,
  compileRound,
  relayCommentary,
  chaseAnswers,
  endCommentaryRound,
  verificationDue,
  noteLogin,
  noteLogout,
  tellLogins,
  noteOutage,
  tellOutages,
  askForRoom,
  noteUnread,
  noteHeldLost,
]
