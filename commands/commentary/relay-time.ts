/** Between publishing and sending out, in milliseconds: so long recalling the message takes the commentary back. */
export const holdTime = 45_000
