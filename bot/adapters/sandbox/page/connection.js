import { toast } from './dom.js'

/** Posts to the sandbox; a refusal is shown as a toast and thrown. */
export const post = async (path, body) => {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  const value = await answer?.json().catch(() => null)
  if (answer?.ok) return value
  const reason = value?.error ?? '没有连上沙盒，请确认程序仍在运行'
  toast(reason)
  throw new Error(reason)
}

/**
 * Listens to the sandbox. The browser reconnects by itself, and each connection begins with a `state` that replaces
 * everything, so nothing is missed in between.
 */
export const listen = ({ onState, onEntry, onRecall, onClock, onOnline }) => {
  const events = new EventSource('/api/events')
  const on = (name, act) => events.addEventListener(name, event => act(JSON.parse(event.data)))
  on('state', onState)
  on('entry', onEntry)
  on('recall', onRecall)
  on('clock', onClock)
  events.addEventListener('open', () => onOnline(true))
  events.addEventListener('error', () => {
    onOnline(false)
    // After an answer that is not a stream the browser gives up; then it is on us.
    if (events.readyState !== EventSource.CLOSED) return
    setTimeout(() => listen({ onState, onEntry, onRecall, onClock, onOnline }), 3000)
  })
}
