import type { payloads } from 'wechaty'
import type { RawContact, RawMessage, Wechat4u } from './client.ts'

/** What the repairs use of the puppet, including what it keeps to itself. */
export interface Wechat4uPuppet {
  state: { inactive(): boolean | 'pending' }
  memory: {
    set(name: string, data: unknown): Promise<unknown>
    delete(name: string): Promise<unknown>
    save(): Promise<void>
  }
  cacheMessageRawPayload: { set(id: string, message: RawMessage): void }
  readonly isLoggedIn: boolean
  readonly currentUserId: string

  emit(event: string, payload: unknown): boolean
  login(id: string): void
  logout(reason: string): Promise<void>
  initHookEvents(client: Wechat4u): void

  contactPayloadCache(id: string): undefined
  roomPayloadCache(id: string): undefined
  contactRawPayload(id: string): Promise<RawContact>
  roomRawPayload(id: string): Promise<RawContact>
  roomMemberRawPayload(roomId: string, id: string): Promise<RawContact>
  contactRawPayloadParser(raw: RawContact): Promise<payloads.Contact>
  roomRawPayloadParser(raw: RawContact): Promise<payloads.Room>
  roomMemberRawPayloadParser(raw: RawContact): Promise<payloads.RoomMember>
  messageRawPayload(id: string): Promise<RawMessage>
  messageRawPayloadParser(raw: RawMessage): Promise<payloads.Message>
  contactPayload(id: string): Promise<payloads.Contact>
  contactAlias(id: string, remark?: string | null): Promise<string | undefined>
}
