import { unbindPerson } from '../../storage/bindings.ts'
import { defineCommand, operators, refuse } from '../command.ts'
import { findPerson } from '../find-person.ts'

/** 解绑: ends a person's binding, as when the phone is lost. */
export const unbind = defineCommand({
  name: '解绑',
  aliases: ['jb'],
  usage: '/解绑 <人员>',
  summary: '终止人员的微信绑定，如手机遗失',
  roles: operators,
  async run(args, context) {
    const { db, sender, directory } = context
    const written = args.join(' ')
    if (written === '') refuse('请写明人员，例如“/解绑 四平市报送员”。')
    // Who has left the roster may still be bound.
    const name = directory.isBound(written) ? written : findPerson(written, directory.roster.people).name
    if (!(await unbindPerson(db, name))) refuse(`${name}尚未绑定，无需解绑。`)
    const answer = context.reply(`已终止${name}的绑定。如需重新绑定，请发送“/绑定码 ${name}”。`)
    return [
      answer,
      ...directory
        .roomsFor('duty')
        .filter(room => !('room' in answer.to && answer.to.room === room))
        .map(room => ({ to: { room }, text: `【解绑】${name}的微信绑定已由${sender.name}终止。` })),
    ]
  },
})
