/** A request that the sandbox turns down: an HTTP status, and the reason in Chinese for the page's toast. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Throws a {@link Refusal}; an expression, so that it can stand after `??`. */
export const refuse = (status: number, message: string): never => {
  throw new Refusal(status, message)
}
