/** Somebody, or a room 群, as web WeChat describes them; what is not used is left out. */
export interface RawContact {
  /** `@…` for a person, `@@…` for a room; another at every login. */
  UserName: string
  NickName: string
  RemarkName?: string
  /** The group card 群名片 of a member of a room. */
  DisplayName?: string
  MemberCount?: number
  MemberList?: RawContact[]
}

/** A message as web WeChat hands it out, and as the puppet keeps it. */
export interface RawMessage {
  MsgId: string
  MsgType: number
  AppMsgType?: number
  FromUserName: string
  ToUserName: string
  /** As the library shows it. */
  Content: string
  /** As the server sent it. */
  OriginalContent: string
  /** Seconds since 1970. */
  CreateTime: number
  FileName?: string
  StatusNotifyUserName?: string
}

/** What webwxsync answers. */
export interface News {
  AddMsgList?: RawMessage[]
  ModContactList?: RawContact[]
  DelContactList?: RawContact[]
}

interface Request {
  method: 'GET' | 'POST'
  url: string
  params?: Record<string, unknown>
  headers?: Record<string, string>
  // biome-ignore lint/suspicious/noExplicitAny: each endpoint takes something else
  data?: any
}

/** What is used of the library wechat4u, which has no types of its own. Methods that ask the server reject when it fails. */
export interface Wechat4u {
  PROP: Record<string, unknown> & { sid: string; skey: string; passTicket: string; webwxDataTicket: string }
  CONF: Record<string, string> & { STATE: Record<'init' | 'uuid' | 'login' | 'logout', string> }
  COOKIE: Record<string, string>
  user: Partial<RawContact>
  botData: unknown
  state: string
  contacts: Record<string, RawContact>
  checkPollingId: ReturnType<typeof setTimeout>
  Message: { extend(message: RawMessage): RawMessage }

  on(event: string, listener: (...args: never[]) => unknown): void
  emit(event: string, ...args: unknown[]): void
  removeAllListeners(event: string): void

  start(): Promise<void>
  restart(): Promise<void>
  stop(): void
  syncPolling(): void
  checkPolling(): void
  handleSync(news: News | undefined): void
  handleMsg(messages: RawMessage[]): void
  updateContacts(contacts: RawContact[]): void
  _login(): Promise<void>
  _init(): Promise<void>
  _getContact(): Promise<RawContact[]>

  // biome-ignore lint/suspicious/noExplicitAny: each endpoint answers something else
  request(request: Request): Promise<{ data: any }>
  checkLogin(): Promise<{ code: number }>
  syncCheck(): Promise<string>
  sync(): Promise<News>
  notifyMobile(): Promise<void>
  getContact(page: number): Promise<{ MemberList?: RawContact[]; Seq?: number }>
  batchGetContact(contacts: { UserName: string; EncryChatRoomId?: string }[]): Promise<RawContact[]>
  uploadMedia(...file: unknown[]): Promise<unknown>
  sendDoc(mediaId: string, name: string, size: number, extension: string, to: string): Promise<unknown>
  updateRemarkName(id: string, remark: string): Promise<unknown>
}

/** Whether an id is that of a room. */
export const isRoom = (id: string): boolean => id.startsWith('@@')
