import { defineCommand } from './command.ts'
import { recallCommentaries } from './commentary/recall-commentary.ts'
import { recallDecisions } from './escalation/recall-decision.ts'
import { recallSteps } from './hazards/steps/recall-step.ts'
import { recallReports } from './recall-report.ts'
import { recallVerifications } from './verification/verify-cancel.ts'

/** 撤回: the platform says that a message was withdrawn by its sender. What came of it goes with it. */
export const recall = defineCommand({
  name: '撤回',
  aliases: [],
  usage: '长按本人消息，选择“撤回”',
  summary: '撤回消息即撤回其中的报告、刚报的整改，以及尚未发出的日点评和督办',
  roles: 'anyone',
  run: async ([messageId], context) =>
    messageId === undefined
      ? []
      : [
          ...(await recallReports(messageId, context)),
          ...(await recallSteps(messageId, context)),
          ...(await recallCommentaries(messageId, context)),
          ...(await recallVerifications(messageId, context)),
          ...(await recallDecisions(messageId, context)),
        ],
})
