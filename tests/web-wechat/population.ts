import type { Sync } from './sync.ts'
import type { FakeMember, FakePerson, FakeRoom, Listing, World } from './world.ts'

/** A silent change is not announced to the client: it learns of it when it asks, or never. */
interface Announced {
  silent?: boolean
}

/** The people and rooms around the bot's account, and what changes about them. Changes are announced to the client. */
export class Population {
  protected readonly world: World
  protected readonly sync: Sync

  constructor(world: World, sync: Sync) {
    this.world = world
    this.sync = sync
  }

  /** The bot's own account. */
  get self(): FakePerson {
    return this.world.self
  }

  /** Adds somebody to the contacts 通讯录. */
  addFriend(name: string, { remark, silent }: { remark?: string } & Announced = {}): FakePerson {
    const person = this.world.addPerson(name, { friend: true, remark })
    this.#announce([person], silent)
    return person
  }

  /** Adds somebody whom the account can see in rooms only. */
  addStranger(name: string): FakePerson {
    return this.world.addPerson(name, { friend: false })
  }

  /** Adds a room; the bot's account is always a member. Only a listing of `init` is announced to a client that is there. */
  addRoom(
    topic: string,
    members: (FakePerson | FakeMember)[],
    { listed = 'init', silent }: { listed?: Listing } & Announced = {},
  ): FakeRoom {
    const carded = members.map(one => ('person' in one ? one : { person: one, card: '' }))
    const room = this.world.addRoom(topic, carded, listed)
    this.#announce([room], silent || listed !== 'init')
    return room
  }

  /** Adds so many strangers to a room. */
  fill(room: FakeRoom, count: number, { silent }: Announced = {}): void {
    const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, '0'))
    this.world.addMembers(
      room,
      numbers.map(number => this.addStranger(`群友${number}`)),
    )
    this.#announce([room], silent)
  }

  setTopic(room: FakeRoom, topic: string, { silent }: Announced = {}): void {
    this.world.setTopic(room, topic)
    this.#announce([room], silent)
  }

  /** Sets the group card 群名片 of a member. */
  setCard(room: FakeRoom, person: FakePerson, card: string, { silent }: Announced = {}): void {
    this.world.setMember(room, person, card)
    this.#announce([room], silent)
  }

  /** Sets the nickname 昵称 of somebody. */
  setName(person: FakePerson, name: string, { silent }: Announced = {}): void {
    const rooms = this.world.setName(person, name)
    this.#announce(person.friend ? [person, ...rooms] : rooms, silent)
  }

  join(room: FakeRoom, person: FakePerson, { card = '', silent }: { card?: string } & Announced = {}): void {
    this.world.setMember(room, person, card)
    this.#announce([room], silent)
  }

  /** Takes a member out of a room, or the account itself. */
  leave(room: FakeRoom, person: FakePerson, { silent }: Announced = {}): void {
    this.world.removeMember(room, person)
    if (person !== this.self) this.#announce([room], silent)
    else if (!silent) this.sync.push({ left: room.id })
  }

  #announce(changed: (FakePerson | FakeRoom)[], silent = false): void {
    if (silent) return
    this.sync.push(...changed.map(one => ({ changed: one.id, describe: () => this.world.describe(one) })))
  }
}
