import { hash } from 'node:crypto'
import { escapeXml } from './content.ts'

/** Somebody with a WeChat account. */
export interface FakePerson {
  /** UserName, `@…`: another at every login of the bot's account. */
  readonly id: string
  /** Nickname 昵称. */
  readonly name: string
  /** Whether in the contacts 通讯录 of the bot's account. */
  readonly friend: boolean
  /** Remark 备注 that the bot's account set; empty where there is none. */
  readonly remark: string
}

/** Somebody in a room, with the group card 群名片; empty where there is none. */
export interface FakeMember {
  readonly person: FakePerson
  readonly card: string
}

/** A room 群. */
export interface FakeRoom {
  /** UserName, `@@…`: another at every login of the bot's account. */
  readonly id: string
  readonly topic: string
  /** The bot's own account first. */
  readonly members: readonly FakeMember[]
}

/** Where a client learns of a room: when it starts, from the contacts, or only when it asks for its id. */
export type Listing = 'init' | 'contacts' | 'none'

class Person implements FakePerson {
  name: string
  friend: boolean
  remark: string
  readonly #id: () => string

  constructor(id: () => string, name: string, friend: boolean, remark: string) {
    this.#id = id
    this.name = name
    this.friend = friend
    this.remark = remark
  }

  get id(): string {
    return `@${this.#id()}`
  }
}

class Room implements FakeRoom {
  topic: string
  members: { person: FakePerson; card: string }[]
  readonly listed: Listing
  /** The room as it is told to clients, with the id for which that holds; null after a change. */
  told: { id: string; json: string } | null = null
  readonly #id: () => string

  constructor(id: () => string, topic: string, members: FakeMember[], listed: Listing) {
    this.#id = id
    this.topic = topic
    this.members = [...members]
    this.listed = listed
  }

  get id(): string {
    return `@@${this.#id()}`
  }
}

/** The people and rooms that the bot's account can see, and how the server describes them. */
export class World {
  readonly self: FakePerson
  #logins = 0
  readonly #all: (Person | Room)[] = []

  constructor(name: string) {
    this.self = this.addPerson(name, { friend: false })
  }

  addPerson(name: string, { friend, remark = '' }: { friend: boolean; remark?: string }): FakePerson {
    const person = new Person(this.#nextId(), name, friend, remark)
    this.#all.push(person)
    return person
  }

  addRoom(topic: string, members: FakeMember[], listed: Listing): FakeRoom {
    const own = members.some(({ person }) => person === this.self) ? [] : [{ person: this.self, card: '' }]
    const room = new Room(this.#nextId(), topic, [...own, ...members], listed)
    this.#all.push(room)
    return room
  }

  /** Gives all people and rooms new ids, as the server does at every login. */
  renewIds(): void {
    this.#logins++
  }

  /** Whose id it is since the latest login. */
  find(id: string): FakePerson | FakeRoom | null {
    const found = this.#all[Number.parseInt(id.slice(-8), 16)]
    return found?.id === id ? found : null
  }

  /** The rooms that the account is in, as they are listed; all without a listing. */
  rooms(listed?: Listing): FakeRoom[] {
    return this.#all.filter(
      one =>
        one instanceof Room && (!listed || one.listed === listed) && this.cardOf(one, this.self) !== null,
    ) as Room[]
  }

  friends(): FakePerson[] {
    return this.#all.filter(one => one instanceof Person && one.friend) as Person[]
  }

  /** Group card of a member; null for somebody who is none. */
  cardOf(room: FakeRoom, person: FakePerson): string | null {
    return room.members.find(member => member.person === person)?.card ?? null
  }

  setTopic(room: FakeRoom, topic: string): void {
    Object.assign(room, { topic, told: null })
  }

  setRemark(person: FakePerson, remark: string): void {
    Object.assign(person, { remark })
  }

  /** Also tells in which rooms the new name is to be seen. */
  setName(person: FakePerson, name: string): FakeRoom[] {
    Object.assign(person, { name })
    const rooms = this.rooms().filter(room => this.cardOf(room, person) !== null)
    for (const room of rooms) Object.assign(room, { told: null })
    return rooms
  }

  setMember(room: FakeRoom, person: FakePerson, card: string): void {
    const known = room.members.some(member => member.person === person)
    const changed = (member: FakeMember) => (member.person === person ? { person, card } : member)
    const members = known ? room.members.map(changed) : [...room.members, { person, card }]
    Object.assign(room, { members, told: null })
  }

  addMembers(room: FakeRoom, people: FakePerson[]): void {
    const members = [...room.members, ...people.map(person => ({ person, card: '' }))]
    Object.assign(room, { members, told: null })
  }

  removeMember(room: FakeRoom, person: FakePerson): void {
    Object.assign(room, { members: room.members.filter(member => member.person !== person), told: null })
  }

  /** A person or a room as the server describes it, in JSON; rooms with all their members. */
  describe(one: FakePerson | FakeRoom): string {
    if (!(one instanceof Room)) return JSON.stringify(describePerson(one as FakePerson))
    const { id } = one
    if (one.told?.id !== id) one.told = { id, json: JSON.stringify(describeRoom(one)) }
    return one.told.json
  }

  /** A room as the contacts list it: without its members. */
  describeBriefly(room: FakeRoom): string {
    return JSON.stringify({ ...describeRoom({ ...room, id: room.id, members: [] }), ContactFlag: 3 })
  }

  /** Ends in where the person or room stands in the list, so that it is found without an index. */
  #nextId(): () => string {
    const place = this.#all.length.toString(16).padStart(8, '0')
    let id = ''
    let since = -1
    return () => {
      if (since !== this.#logins) id = hash('md5', `${this.#logins} ${place}`) + place
      since = this.#logins
      return id
    }
  }
}

/** Without what no client reads. */
const blank = { Uin: 0, HeadImgUrl: '', Sex: 0, Signature: '', VerifyFlag: 0, Alias: '', StarFriend: 0 }

const describePerson = ({ id, name, friend, remark }: FakePerson) => ({
  ...blank,
  UserName: id,
  NickName: escapeXml(name),
  RemarkName: escapeXml(remark),
  DisplayName: '',
  ContactFlag: friend ? 3 : 0,
  MemberCount: 0,
  MemberList: [],
})

const describeRoom = ({ id, topic, members }: FakeRoom) => ({
  ...blank,
  UserName: id,
  NickName: escapeXml(topic),
  RemarkName: '',
  DisplayName: '',
  ContactFlag: 2,
  EncryChatRoomId: id,
  MemberCount: members.length,
  MemberList: members.map(({ person, card }) => ({
    Uin: 0,
    UserName: person.id,
    NickName: escapeXml(person.name),
    DisplayName: escapeXml(card),
    AttrStatus: 0,
    MemberStatus: 0,
  })),
})
