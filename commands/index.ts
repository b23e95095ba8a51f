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
import { answerChain } from './escalation/answer-chain.ts'
import { auditChains } from './escalation/audit-chains.ts'
import { wakeChain } from './escalation/chain-wake.ts'
import { chaseByHand } from './escalation/chase-by-hand.ts'
import { climbChain, escalate } from './escalation/escalate.ts'
import { keepRung } from './escalation/keep-rung.ts'
import { monthReport } from './escalation/month-report.ts'
import { adoptPolicy, changePolicy, showPolicy } from './escalation/policy.ts'
import { refuseChainAnswer } from './escalation/refuse-answer.ts'
import { settleChain } from './escalation/settle-chain.ts'
import { takeBackRung } from './escalation/take-back.ts'
import { frequency } from './frequency.ts'
import { morningDigest } from './hazards/digest/morning-digest.ts'
import { urge } from './hazards/digest/urge.ts'
import { ledger } from './hazards/ledger/ledger.ts'
import { moveLedger } from './hazards/ledger/move-ledger.ts'
import { closeHazard } from './hazards/steps/close-hazard.ts'
import { postpone } from './hazards/steps/postpone.ts'
import { rectify } from './hazards/steps/rectify.ts'
import { reinspect } from './hazards/steps/reinspect.ts'
import { undoStep } from './hazards/steps/undo-step.ts'
import { demoteHazards, keepHazards, strikeOffHazards } from './hazards/tracking/strike-off.ts'
import { defineHelp } from './help.ts'
import { correctInterview, listInterviews, recordInterview, removeInterview } from './interviews/interview.ts'
import { acknowledgeLetter } from './letters/acknowledge-letter.ts'
import { answerLetter } from './letters/answer-letter.ts'
import { cancelLetter } from './letters/cancel-letter.ts'
import { letter } from './letters/letter.ts'
import { redraftLetter } from './letters/redraft-letter.ts'
import { releaseLetter } from './letters/release-letter.ts'
import { returnLetter } from './letters/return-letter.ts'
import { reviseLetter } from './letters/revise-letter.ts'
import { signLetter, withdrawSignature } from './letters/sign-letter.ts'
import { remindOfSigning } from './letters/signing-reminder.ts'
import { submitLetter } from './letters/submit-letter.ts'
import { delist } from './listings/delist.ts'
import { publicList } from './listings/public-list.ts'
import { missingUnits } from './missing-units.ts'
import { remindUnits, roundReminder } from './remind-units.ts'
import { resend } from './resend.ts'
import { roundDue } from './round-due.ts'
import { submitReport } from './submit-report.ts'
import { supplementReport } from './supplement-report.ts'
import { cancelTakeover, handBack, listTakeovers, takeOver } from './takeovers/take-over.ts'
import { tellTakeover } from './takeovers/takeover-notice.ts'
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
  answerChain,
  acknowledgeLetter,
  answerLetter,
  rectify,
  postpone,
  reinspect,
  closeHazard,
  undoStep,
  missingUnits,
  // Their names begin with one of the ledger's: they are looked for first.
  strikeOffHazards,
  keepHazards,
  demoteHazards,
  ledger,
  moveLedger,
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
  urge,
  escalate,
  climbChain,
  takeBackRung,
  keepRung,
  chaseByHand,
  refuseChainAnswer,
  settleChain,
  letter,
  submitLetter,
  reviseLetter,
  redraftLetter,
  cancelLetter,
  signLetter,
  returnLetter,
  withdrawSignature,
  frequency,
  commentaryFrequency,
  setUp,
  admitReport,
  takeOver,
  cancelTakeover,
  handBack,
  listTakeovers,
  listInterviews,
  recordInterview,
  correctInterview,
  removeInterview,
  publicList,
  delist,
  monthReport,
  showPolicy,
  changePolicy,
  adoptPolicy,
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
  wakeChain,
  morningDigest,
  auditChains,
  tellTakeover,
  releaseLetter,
  remindOfSigning,
  noteLogin,
  noteLogout,
  tellLogins,
  noteOutage,
  tellOutages,
  askForRoom,
  noteUnread,
  noteHeldLost,
]
