/** The arguments of a command that takes text, with what was written without a space behind its name. */
export function writtenAfter(name: string, text: string, args: string[]): string[] {
  const first = text.trim().slice(1).trim().split(/\s/, 1)[0]!
  const glued = first.startsWith(name) ? first.slice(name.length) : ''
  // What begins with a figure has been parted from the name already.
  return glued === '' || /^\d/.test(glued.normalize('NFKC')) ? args : [glued, ...args]
}
