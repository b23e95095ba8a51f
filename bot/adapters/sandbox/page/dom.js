/** The element with this id. */
export const byId = id => document.getElementById(id)

/**
 * Makes an element. Strings become text nodes, never markup; `on…` are listeners, other properties attributes, and
 * what is null, undefined or false is left out.
 */
export const el = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false))
  return element
}

/** Shows a notice for a while. */
export const toast = text => {
  const notice = el('p', { class: 'toast', 'data-testid': 'toast' }, text)
  byId('toasts').append(notice)
  setTimeout(() => notice.remove(), 6000)
}
