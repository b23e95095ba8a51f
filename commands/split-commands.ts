import type { Command } from './command.ts'

/**
 * The parts of a message that holds several commands, each from a line that begins with the name of one: none is read as
 * the words of another. A line that merely begins with a slash is no command.
 */
export function createSplitter(commands: Command[]): (text: string) => string[] {
  const names = commands
    .filter(({ roles }) => roles === 'anyone' || !roles.includes('system'))
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .map(name => RegExp.escape(name).replace(/\\x20| /g, '\\s*'))
  const begins = new RegExp(`\\n(?=[^\\S\\n]*[/／]\\s*(?:${names.join('|')})(?:[\\s:：\\d０-９]|$))`, 'iu')
  return text => (/\n\s*[/／]/.test(text) ? text.split(begins) : [text])
}
