import type { Context } from './command.ts'
import { isCommand } from './route.ts'

/**
 * What was written behind the words of a command, with its line breaks: behind `/点评 更正` for the words 点评 and 更正,
 * each with its other spellings. The indent of its first line stays. Empty where nothing follows, and where a choice was
 * tapped, as a tap brings no text.
 */
export function textAfter(words: string[][], said: string): string {
  if (!isCommand(said)) return ''
  let rest = said.trim().slice(1)
  for (const spellings of words) {
    const word = new RegExp(`^[\\s:：]*(?:${spellings.map(RegExp.escape).join('|')})`, 'iu').exec(rest)
    if (word === null) return ''
    rest = rest.slice(word[0].length)
  }
  // One blank parts the command from what follows; two of full width are an indent.
  return rest.replace(/^(?:[\s:：]*\n|(?:[^\S\u3000]|[:：]|\u3000(?!\u3000))*)/, '')
}

/** The first word of a text, and what follows it. */
export function firstWord(text: string): { word: string; rest: string } {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*)$/su.exec(text) ?? []
  return { word, rest }
}

/** What follows the words of a command, as typed with its line breaks; of a tap, which brings no text, its arguments. */
export const saidBehind = (words: string[][], args: string[], { text }: Context): string =>
  (isCommand(text) ? textAfter(words, text) : args.join(' ')).trim()
