/** Behind a mention 提及 phones put a four-per-em space, computers a blank. */
const behindMention = '[\\u2005\\u0020\\u00a0]'

/** Takes the mentions of somebody, by any of the names that are shown, out of a text. */
export function withoutMentions(text: string, names: string[]): { text: string; mentioned: boolean } {
  const wanted = names.filter(name => name !== '').map(name => RegExp.escape(name))
  if (wanted.length === 0) return { text, mentioned: false }
  // The longest name first: 安委 must not take the front of 安委日报.
  const any = wanted.sort((a, b) => b.length - a.length).join('|')
  const mention = new RegExp(`@(?:${any})(?:${behindMention}|(?=\\n)|$)`, 'g')
  const rest = text.replace(mention, '')
  return { text: rest, mentioned: rest !== text }
}

/** How a mention is written: plain text, as the platform's web protocol has no other. */
export const mentionText = (shown: string): string => `@${shown}\u2005`
