import { byId, el } from './dom.js'
import { roleNames } from './format.js'
import { beFrom, draw, model } from './model.js'

const input = byId('person')
const list = byId('people')
/** Who is offered now, and which of them Enter takes. */
let offered = []
let active = 0

const matching = query => {
  const words = query.trim().split(/\s+/)
  const found = model.people.filter(person => {
    const described = `${person.name} ${person.unit ?? ''} ${person.division ?? ''} ${roleNames[person.role]}`
    return words.every(word => described.includes(word))
  })
  // An exact name comes first, so that typing it and Enter is enough.
  found.sort((a, b) => (b.name === query.trim()) - (a.name === query.trim()))
  const isKnown = query.trim() === '' || model.people.some(person => person.name === query.trim())
  return isKnown ? found : [...found, { name: query.trim(), stranger: true }]
}

const show = query => {
  offered = matching(query)
  const mine = offered.findIndex(person => person.name === model.me)
  active = query === '' && mine >= 0 ? mine : 0
  list.replaceChildren(
    ...offered.map((person, index) =>
      el(
        'div',
        {
          id: `person-${index}`,
          role: 'option',
          'data-testid': 'person-option',
          // The press, not the click: by then the box has lost the focus and the list is closed.
          onmousedown: event => {
            event.preventDefault()
            choose(person)
          },
        },
        el('span', {}, person.name),
        el('small', {}, person.stranger ? '名册外人员' : roleNames[person.role]),
      ),
    ),
  )
  list.hidden = false
  input.setAttribute('aria-expanded', 'true')
  mark()
}

const mark = () => {
  for (const [index, option] of [...list.children].entries())
    option.setAttribute('aria-selected', String(index === active))
  input.setAttribute('aria-activedescendant', `person-${active}`)
  list.children[active]?.scrollIntoView({ block: 'nearest' })
}

const close = () => {
  list.hidden = true
  input.setAttribute('aria-expanded', 'false')
  input.removeAttribute('aria-activedescendant')
  input.value = model.me ?? ''
}

const choose = person => {
  beFrom(person.name)
  close()
  input.blur()
}

input.addEventListener('focus', () => {
  input.select()
  show('')
})
input.addEventListener('input', () => show(input.value))
input.addEventListener('blur', close)
input.addEventListener('keydown', event => {
  if (event.isComposing) return
  if (event.key === 'Enter' && offered[active] && !list.hidden) choose(offered[active])
  else if (event.key === 'Escape') input.blur()
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (list.hidden) show('')
    active = Math.max(0, Math.min(offered.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1)))
    mark()
  } else return
  event.preventDefault()
})

draw(() => {
  if (document.activeElement !== input) input.value = model.me ?? ''
})
