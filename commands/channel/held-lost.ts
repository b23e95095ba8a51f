import { defineCommand } from '../command.ts'

/** 留存作废: after a new login nobody can tell which group kept messages came from; they must be posted again. */
export const noteHeldLost = defineCommand({
  name: '留存作废',
  aliases: [],
  usage: '/留存作废 <条数> <群>',
  summary: '提醒重新登录前留存的消息须重发',
  roles: ['system'],
  run: async ([messages = '', ...group], { directory }) =>
    directory.roomsFor('duty').map(room => ({
      to: { room },
      text: `【留存作废】微信重新登录后，“${group.join(' ')}”此前留存的${messages}条消息已不能确定所属的群，未作处理。其中如有检查情况，请该群重发。`,
      bundle: true,
    })),
})
