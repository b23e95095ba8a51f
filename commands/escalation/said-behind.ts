import type { Context } from '../command.ts'
import { isCommand } from '../route.ts'
import { textAfter } from '../text-after.ts'

/** What follows the words of a command, as typed with its line breaks; of a tap, which brings no text, its arguments. */
export const saidBehind = (words: string[][], args: string[], { text }: Context): string =>
  (isCommand(text) ? textAfter(words, text) : args.join(' ')).trim()

/** The spellings of the first word 督办. */
export const escalationWords = ['督办', '升级', 'duban']
