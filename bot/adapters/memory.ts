import type { ChatListener, ChatPort, Delivery, IncomingMessage } from '../../commands/message.ts'

/** A channel without a platform: whoever holds it says what comes in and sees what goes out. For replay and tests. */
export interface MemoryPort extends ChatPort {
  /** Brings a message in; resolves once it is kept. */
  say(message: IncomingMessage): Promise<void>
}

export function createMemoryPort(onSend: (delivery: Delivery) => void | Promise<void>): MemoryPort {
  let listener: ChatListener | null = null
  return {
    buttons: false,
    async start(started) {
      listener = started
    },
    async send(delivery) {
      await onSend(delivery)
    },
    async stop() {
      listener = null
    },
    async say(message) {
      if (listener === null) throw new Error('the channel has not been started')
      await listener.receive(message)
    },
  }
}
