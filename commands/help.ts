import type { Command, Role } from './command.ts'
import { defineCommand, refuse } from './command.ts'

/** 帮助: what the one who asks may use, from the declarations of the commands. */
export const defineHelp = (commands: () => Command[]): Command =>
  defineCommand({
    name: '帮助',
    aliases: ['bz', 'help'],
    usage: '/帮助 [命令]',
    summary: '查看可用命令',
    roles: 'anyone',
    async run([name], { sender, reply }) {
      const usable = commands().filter(command => mayUse(command, sender.role))
      if (name === undefined)
        return [
          reply(['可用命令：', ...usable.map(({ usage, summary }) => `${usage}　${summary}`)].join('\n')),
        ]
      const wanted = name.replace(/^[/／]/, '')
      const command =
        usable.find(candidate => candidate.name === wanted || candidate.aliases.includes(wanted)) ??
        refuse(`没有您可用的命令“${wanted.slice(0, 20)}”。发送“/帮助”查看全部。`)
      const aliases =
        command.aliases.length === 0 ? '' : `\n简写：${command.aliases.map(alias => `/${alias}`).join('、')}`
      return [reply(`${command.usage}\n${command.summary}。${aliases}`)]
    },
  })

const mayUse = ({ roles }: Command, role: Role): boolean => roles === 'anyone' || roles.includes(role)
