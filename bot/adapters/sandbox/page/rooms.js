import { byId, el } from './dom.js'
import { shanghai, summary } from './format.js'
import { draw, model, myConversations, openConversation, roomOf, titleOf, unread } from './model.js'

const list = byId('rooms')

byId('back').addEventListener('click', () => {
  document.body.dataset.view = 'list'
})

const open = conversation => {
  document.body.dataset.view = 'chat'
  openConversation(conversation)
}

/** The time of day, or the date where that is another. */
const timeOf = entry => {
  const { date, time } = shanghai(entry.at)
  return date === shanghai(model.clock.now).date ? time : date
}

const row = conversation => {
  const last = model.conversations.get(conversation)?.at(-1)
  const fresh = conversation === model.open ? [] : unread(conversation)
  const called = fresh.some(entry => entry.mentions.includes(model.me))
  const room = roomOf(conversation)
  const speaker = last && room && (last.recalled || last.from !== model.me) ? `${last.from}：` : ''
  return el(
    'li',
    {},
    el(
      'button',
      {
        type: 'button',
        class: 'room',
        'data-testid': 'room',
        'data-conversation': conversation,
        'aria-current': conversation === model.open ? 'true' : null,
        onclick: () => open(conversation),
      },
      el(
        'span',
        { class: `avatar ${room ? 'group' : 'robot'}`, 'aria-hidden': 'true' },
        room ? room[0] : '安',
      ),
      el(
        'span',
        { class: 'room-text' },
        el('span', { class: 'room-name' }, titleOf(conversation)),
        el(
          'span',
          { class: 'room-last' },
          called && el('b', {}, '[有人@我] '),
          last ? speaker + summary(last).slice(0, 60) : '暂无消息',
        ),
      ),
      el(
        'span',
        { class: 'room-side' },
        last ? el('span', {}, timeOf(last)) : null,
        fresh.length > 0 &&
          el(
            'span',
            { class: 'unread', 'data-testid': 'unread', 'aria-label': `${fresh.length} 条未读` },
            fresh.length > 99 ? '99+' : String(fresh.length),
          ),
      ),
    ),
  )
}

draw(() => {
  if (model.me === null) return
  const focused = document.activeElement?.dataset?.conversation
  list.replaceChildren(...myConversations().map(row))
  // The rows are new; whoever went through them with the keyboard stays in place.
  if (focused) list.querySelector(`[data-conversation="${CSS.escape(focused)}"]`)?.focus()
})
