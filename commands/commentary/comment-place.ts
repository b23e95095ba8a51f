import type { Division } from '../../reports/roster/roster.ts'
import { type Context, refuse } from '../command.ts'

/** The division for which the sender comments. Refuses where it is not known, and in groups where no draft belongs. */
export function commentingDivision({ message, room, sender, directory }: Context): Division {
  if (message.room !== null && !room?.roles.includes('heads')) {
    const rooms = directory.roomsFor('heads').map(name => `“${name}”`)
    refuse(`日点评请${rooms.length === 0 ? '' : `在${rooms.join('、')}或`}私聊机器人发送。`)
  }
  return (
    directory.division(sender.division ?? '') ??
    refuse('名册未登记您所在的处室，不能发布日点评，请联系管理员。')
  )
}
