import { cleanName, shownName, unverifiedName } from '../../../commands/channel/identity.ts'
import type { Bound } from './bound.ts'
import type { Puppet } from './puppet.ts'

/** A sender as the bot may call him. */
export interface KnownSender {
  name: string
  /** The name is only what he calls himself. */
  claimed: boolean
}

/** A member of a group and what he shows there: the group card 群名片, else the nickname. */
export interface Member {
  id: string
  shown: string
}

interface Surroundings {
  puppet: Puppet
  readBound: () => Promise<Bound>
  /** The members of a group at one stroke, where the puppet can tell them so. */
  membersOf?: (place: string) => Promise<Member[]>
}

export type People = ReturnType<typeof createPeople>

/**
 * Who is who among the account's contacts. A person of the roster is recognised by the remark 备注 alone: only the
 * bot's own account can set it, on friends. Nicknames and group cards are claims.
 */
export function createPeople({ puppet, readBound, ...options }: Surroundings) {
  /** Contacts of bound people, and the other way round. */
  let contacts = new Map<string, string>()
  let persons = new Map<string, string>()
  /** Who wrote directly without being bound: the name that answers go to. */
  const direct = new Map<string, string>()

  const membersOf = options.membersOf ?? eachMember

  /** A remark that two friends carry says nothing of either. */
  async function refresh(): Promise<void> {
    const { people } = await readBound()
    const byRemark = new Map(people.map(({ remark, person }) => [remark, person]))
    const found = new Map<string, string[]>()
    if (byRemark.size > 0)
      for (const id of await puppet.contactList()) {
        const { alias, friend } = await puppet.contactPayload(id)
        const person = alias && friend !== false ? byRemark.get(alias) : undefined
        if (person !== undefined) found.set(person, [...(found.get(person) ?? []), id])
      }
    const sure = [...found].filter(([, ids]) => ids.length === 1)
    contacts = new Map(sure.map(([person, ids]) => [person, ids[0]!]))
    persons = new Map(sure.map(([person, ids]) => [ids[0]!, person]))
  }

  async function boundPerson(id: string): Promise<string | null> {
    const { alias } = await puppet.contactPayload(id)
    if (!alias || !(await readBound()).people.some(({ remark }) => remark === alias)) return null
    await refresh()
    return persons.get(id) ?? null
  }

  /** A name of its own for each contact: of two with one nickname the second is numbered. */
  function directName(id: string, shown: string): string {
    for (let i = 1; ; i++) {
      const name = i === 1 ? shown : `${shown}(${i})`
      const holder = direct.get(unverifiedName(name))
      if (holder !== undefined && holder !== id) continue
      direct.set(unverifiedName(name), id)
      return name
    }
  }

  async function eachMember(place: string): Promise<Member[]> {
    const members: Member[] = []
    for (const id of await puppet.roomMemberList(place)) members.push({ id, shown: await shownIn(place, id) })
    return members
  }

  /** What a member of a group shows, as it is written there. */
  async function shownIn(place: string, id: string): Promise<string> {
    const member = await puppet.roomMemberPayload(place, id).catch(() => null)
    return member?.roomAlias || member?.name || (await puppet.contactPayload(id)).name
  }

  /** Whether somebody else in the group shows the same name, or one that looks like it. */
  async function isShared(place: string, id: string, name: string): Promise<boolean> {
    const look = (shown: string) => cleanName(shown).normalize('NFKC')
    const members = await membersOf(place)
    return members.some(other => other.id !== id && look(other.shown) === look(name))
  }

  return {
    refresh,
    shownIn,
    membersOf,

    /** Nothing is known of anyone any more: the platform has given new ids. */
    forget(): void {
      contacts.clear()
      persons.clear()
      direct.clear()
    },

    /** Who wrote directly. */
    async directSender(id: string): Promise<KnownSender> {
      const person = await boundPerson(id)
      if (person !== null) return { name: person, claimed: false }
      const shown = cleanName((await puppet.contactPayload(id)).name) || '未知人员'
      return { name: directName(id, shown), claimed: true }
    },

    /** Who wrote in a group. A name that two members show is nobody's. */
    async memberSender(place: string, id: string): Promise<KnownSender> {
      // First: whoever is known as a member need not be looked for in all groups.
      const shown = await shownIn(place, id)
      const person = await boundPerson(id)
      if (person !== null) return { name: person, claimed: false }
      const name = cleanName(shown) || '未知成员'
      const shared = await isShared(place, id, name)
      return { name: shared ? `${name}（重名）` : name, claimed: true }
    },

    /** The contact to whom a message for a person goes; null where there is none, or not only one. */
    async contactOf(person: string): Promise<string | null> {
      if (!direct.has(person)) await refresh()
      return contacts.get(person) ?? direct.get(person) ?? null
    },

    /** What a person of the roster shows in a group, so that a mention calls him; the name itself where he is not there. */
    async shownNameOf(place: string, person: string): Promise<string> {
      const id = contacts.get(person)
      const member = id === undefined ? null : await puppet.roomMemberPayload(place, id).catch(() => null)
      return member?.roomAlias || member?.name || shownName(person)
    },

    /** Bound people among the members of a group. */
    async presentIn(place: string): Promise<string[]> {
      const members = new Set(await puppet.roomMemberList(place))
      return [...persons].flatMap(([id, person]) => (members.has(id) ? [person] : [])).sort()
    },
  }
}
