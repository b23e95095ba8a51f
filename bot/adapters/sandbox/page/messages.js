import { entryView } from './bubble.js'
import { byId } from './dom.js'
import { draw, markRead, model, titleOf } from './model.js'

const log = byId('messages')
/** What is on screen: the conversation as this person sees it, and by message id the element and its state. */
let shown = ''
const views = new Map()

const atBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80
const toBottom = () => {
  log.scrollTop = log.scrollHeight
}

// Pictures get their height when they have loaded; `load` does not bubble, so it is caught on the way down.
log.addEventListener(
  'load',
  event => {
    const rest = log.scrollHeight - log.scrollTop - log.clientHeight
    if (rest < event.target.clientHeight + 120) toBottom()
  },
  true,
)

// Only what changed is touched: pictures do not flicker, and a screen reader hears only what is new.
draw(() => {
  if (model.me === null) return
  byId('title').textContent = titleOf(model.open)
  const entries = model.conversations.get(model.open) ?? []
  const view = `${model.me}\n${model.open}`
  const changedView = view !== shown
  if (changedView) {
    log.replaceChildren()
    views.clear()
    shown = view
  }
  const stay = changedView || atBottom()
  const ids = new Set(entries.map(entry => entry.id))
  for (const [id, { element }] of views)
    if (!ids.has(id)) {
      element.remove()
      views.delete(id)
    }
  for (const [index, entry] of entries.entries()) {
    const before = views.get(entry.id)
    if (before && before.recalled === entry.recalled) continue
    const element = entryView(entry, entries[index - 1])
    views.set(entry.id, { element, recalled: entry.recalled })
    if (before) before.element.replaceWith(element)
    else log.append(element)
  }
  const last = entries.at(-1)
  if (stay || (last?.from === model.me && !views.get(last.id).seen)) toBottom()
  if (last) views.get(last.id).seen = true
  if (!document.hidden) markRead(model.open)
})
