import { defineCommand } from '../command.ts'

/** 未读: a message arrived that the channel could not read; somebody must look at the phone. */
export const noteUnread = defineCommand({
  name: '未读',
  aliases: [],
  usage: '/未读 <消息编号>',
  summary: '提醒有消息未能读取',
  roles: ['system'],
  run: async ([id = ''], { directory }) =>
    directory.roomsFor('duty').map(room => ({
      to: { room },
      text: `【读取异常】有一条微信消息未能读取（${id}），请查看机器人微信或日志，必要时请发送人重发。`,
      bundle: true,
    })),
})
