import { defineCommand, operators, refuse } from '../command.ts'
import { mentionOf } from '../conversation.ts'
import { findPerson } from '../find-person.ts'
import { codeInstruction, issueCode } from './binding-code.ts'
import { writtenAfter } from './written-after.ts'

/** 绑定码: gives out a one-time code; whoever sends it to the bot is bound as the person. */
export const issueBindingCode = defineCommand({
  name: '绑定码',
  aliases: ['bdm'],
  usage: '/绑定码 <人员>',
  summary: '签发一次性绑定码，供本人绑定微信',
  roles: operators,
  takesText: true,
  async run(args, context) {
    const { db, now, sender, directory } = context
    const written = writtenAfter('绑定码', context.text, args).join(' ')
    if (written === '') refuse('请写明人员，例如“/绑定码 四平市报送员”。')
    const { name } = findPerson(written, directory.roster.people)
    const code = await issueCode(db, name, sender.name, now)
    const earlier = directory.isBound(name) ? `\n${name}已有绑定，新码使用后原绑定即行终止。` : ''
    // Who reads the code can become the person: never into a group.
    const secret = { to: { person: sender.name }, text: `${codeInstruction(name, code)}${earlier}` }
    const answer = context.reply('绑定码已私信发给您。', { mentions: mentionOf(context) })
    return 'person' in answer.to ? [secret] : [secret, answer]
  },
})
