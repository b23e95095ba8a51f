import { admitReport } from './admit-report.ts'
import { askForRoom } from './channel/ask-for-room.ts'
import { bind } from './channel/bind-person.ts'
import { bindGroup } from './channel/bind-room.ts'
import { noteHeldLost } from './channel/held-lost.ts'
import { issueBindingCode } from './channel/issue-binding-code.ts'
import { noteLogin, noteLogout, tellLogins } from './channel/login.ts'
import { noteOutage, tellOutages } from './channel/outages.ts'
import { status } from './channel/status.ts'
import { unbind } from './channel/unbind-person.ts'
import { noteUnread } from './channel/unread.ts'
import type { Command } from './command.ts'
import { chaseAnswers } from './commentary/chase-answers.ts'
import { setChaseTime } from './commentary/chase-time.ts'
import { comment } from './commentary/comment.ts'
import { correctComment } from './commentary/comment-correct.ts'
import { cancelComment, publishComment } from './commentary/comment-publish.ts'
import { reviseComment, stateKinds } from './commentary/comment-revise.ts'
import { commentState } from './commentary/comment-state.ts'
import { commentaryFrequency } from './commentary/commentary-frequency.ts'
import { endCommentaryRound } from './commentary/commentary-round-end.ts'
import { relayCommentary } from './commentary/relay-commentary.ts'
import { respond } from './commentary/respond.ts'
import { setUp } from './commentary/set-relay-mode.ts'
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
import { verify } from './verification/verify.ts'
import { confirmVerification, explainVerification } from './verification/verify-answer.ts'
import { cancelVerification } from './verification/verify-cancel.ts'
import { verificationDue } from './verification/verify-due.ts'
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
