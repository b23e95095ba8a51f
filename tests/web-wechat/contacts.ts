import type { Answer, FakeRequest } from './server.ts'
import type { Sync } from './sync.ts'
import type { FakePerson, World } from './world.ts'

const ok = '"BaseResponse":{"Ret":0,"ErrMsg":""}'

/** Tells the client who is there, and takes what it changes. */
export class Contacts {
  /** Remarks 备注 that the bot's account set, in order. */
  readonly remarks: { person: FakePerson; remark: string }[] = []
  readonly #world: World
  readonly #sync: Sync

  constructor(world: World, sync: Sync) {
    this.#world = world
    this.#sync = sync
  }

  /** All need a session; `skey` is that of it. */
  readonly endpoints: Record<string, (request: FakeRequest, skey: string) => Answer> = {
    webwxinit: (_request, skey) => {
      const rooms = this.#world.rooms('init').map(room => this.#world.describe(room))
      return `{${ok},"Count":${rooms.length},"ContactList":[${rooms}],${[
        `"SyncKey":${JSON.stringify(this.#sync.key)},"User":${this.#world.describe(this.#world.self)}`,
        `"SKey":${JSON.stringify(skey)},"ChatSet":"","ClientVersion":0,"SystemTime":0`,
      ]}}`
    },

    webwxgetcontact: () => {
      const friends = this.#world.friends().map(person => this.#world.describe(person))
      const rooms = this.#world.rooms('contacts').map(room => this.#world.describeBriefly(room))
      const list = [...friends, ...rooms]
      return `{${ok},"MemberCount":${list.length},"MemberList":[${list}],"Seq":0}`
    },

    webwxbatchgetcontact: ({ json }) => {
      const found = (json.List as { UserName: string; EncryChatRoomId?: string }[]).flatMap(asked => {
        const one = this.#world.find(asked.UserName)
        return one ? [this.#world.describe(one)] : []
      })
      return `{${ok},"Count":${found.length},"ContactList":[${found}]}`
    },

    webwxoplog: ({ json }) => {
      const person = this.#world.find(json.UserName)
      if (person === null || 'members' in person || json.CmdId !== 2) return `{${ok}}`
      this.#world.setRemark(person, json.RemarkName)
      this.remarks.push({ person, remark: json.RemarkName })
      this.#sync.push({ changed: person.id, describe: () => this.#world.describe(person) })
      return `{${ok}}`
    },

    webwxstatusnotify: () => `{${ok},"MsgID":"1"}`,
    webwxupdatechatroom: ({ json, query }) => {
      const room = this.#world.find(json.ChatRoomName)
      if (room && 'members' in room && query.get('fun') === 'modtopic') {
        this.#world.setTopic(room, json.NewTopic)
        this.#sync.push({ changed: room.id, describe: () => this.#world.describe(room) })
      }
      return `{${ok},"MemberCount":0,"MemberList":[]}`
    },
    webwxrevokemsg: () => `{${ok},"Introduction":"","SysWording":""}`,
  }
}
