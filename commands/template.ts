import { renderTemplate } from '../reports/intake/template.ts'
import { defineCommand } from './command.ts'

/** 模板: the six labels to fill in, for those who like a form; no report needs it. */
export const template = defineCommand({
  name: '模板',
  aliases: ['mb'],
  usage: '/模板',
  summary: '取报送模板',
  roles: 'anyone',
  async run(_args, { sender, reply }) {
    return [reply(renderTemplate(sender.unit))]
  },
})
