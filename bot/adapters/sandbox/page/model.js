/** What the page knows; whoever changes it calls `changed`. */
export const model = {
  bot: '',
  clock: { now: new Date().toISOString(), moving: false },
  sampleDay: false,
  rooms: [],
  people: [],
  strangerRooms: [],
  /** Messages by conversation. */
  conversations: new Map(),
  /** Who I am, and the conversation that is open; one per tab. */
  me: null,
  open: null,
}

const views = []
let scheduled = false

/** Adds a view, drawn after every change. */
export const draw = view => views.push(view)

/** Draws all views, once for all changes before the next frame. */
export const changed = () => {
  if (scheduled) return
  scheduled = true
  requestAnimationFrame(() => {
    scheduled = false
    for (const view of views) view()
  })
}

const defaultPerson = '四平市铁东区报送员'

/** Takes over the whole state, as the sandbox sends it on each connection. */
export const takeState = ({ session, entries, ...rest }) => {
  Object.assign(model, rest)
  model.conversations = Map.groupBy(entries, entry => entry.conversation)
  openReadMarks(session)
  if (model.me === null) {
    const { people } = model
    const named = name => people.find(person => person.name === name)
    const person =
      named(sessionStorage.getItem('me')) ??
      named(defaultPerson) ??
      people.find(person => person.role === 'reporter') ??
      people[0]
    beFrom(person?.name ?? '访客')
  }
  changed()
}

export const addEntry = ({ entry, clock }) => {
  model.clock = clock
  const entries = model.conversations.get(entry.conversation) ?? []
  entries.push(entry)
  // As many as the sandbox keeps.
  if (entries.length > 500) entries.shift()
  model.conversations.set(entry.conversation, entries)
  changed()
}

export const recallEntry = ({ id }) => {
  for (const entries of model.conversations.values()) {
    const entry = entries.find(entry => entry.id === id)
    if (entry) Object.assign(entry, { recalled: true, text: '', file: null })
  }
  changed()
}

/** The person that I am; null for a stranger. */
export const myself = () => model.people.find(person => person.name === model.me) ?? null

/** The conversations that I see: the private one first, then my rooms, where I work most first. */
export const myConversations = () => [
  privateConversation(),
  ...(myself()?.rooms ?? model.strangerRooms).map(name => `room:${name}`),
]

const privateConversation = () => `person:${model.me}`

/** The room's name, or null for the private conversation. */
export const roomOf = conversation =>
  conversation.startsWith('room:') ? conversation.slice('room:'.length) : null

export const titleOf = conversation => roomOf(conversation) ?? `${model.bot}（私聊）`

/** From now on I am this person, in the room where that person works most. */
export const beFrom = name => {
  model.me = name
  sessionStorage.setItem('me', name)
  openConversation(myConversations()[1] ?? privateConversation())
}

export const openConversation = conversation => {
  model.open = conversation
  changed()
}

// Read marks: by person and conversation the id of the last message seen. They end with the sandbox's session.
let marksKey = ''
let marks = {}

const openReadMarks = session => {
  marksKey = `read:${session}`
  marks = JSON.parse(sessionStorage.getItem(marksKey) ?? '{}')
}

const markOf = conversation => `${model.me}\n${conversation}`

export const markRead = conversation => {
  const last = model.conversations.get(conversation)?.at(-1)?.id
  if (!last || marks[markOf(conversation)] === last) return
  marks[markOf(conversation)] = last
  sessionStorage.setItem(marksKey, JSON.stringify(marks))
}

/** What others said in the conversation since I last saw it. */
export const unread = conversation => {
  const entries = model.conversations.get(conversation) ?? []
  const seen = entries.findLastIndex(entry => entry.id === marks[markOf(conversation)])
  return entries.slice(seen + 1).filter(entry => entry.from !== model.me && !entry.recalled)
}
