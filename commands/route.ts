import type { Command } from './command.ts'

/** What a text is, before anyone is asked whether they may. */
export type Route =
  | { kind: 'command'; command: Command; args: string[] }
  /** It begins with a slash, and no command has that name; `near` is the one that was probably meant. */
  | { kind: 'unknown'; name: string; near: Command | null }
  /** A number alone: the answer to an offer, if one is open. */
  | { kind: 'number'; number: number }
  | { kind: 'talk' }

/** Whether a text is written as a command, known or not. */
export const isCommand = (text: string): boolean => /^\s*[/／]/.test(text)

/** Recognises commands by name or alias; built once from the list of commands. */
export function createRouter(commands: Command[]): (text: string) => Route {
  const byName = new Map<string, Command>()
  for (const command of commands)
    for (const name of [command.name, ...command.aliases]) {
      if (byName.has(name)) throw new Error(`two commands are called ${name}`)
      byName.set(name, command)
    }
  return raw => {
    const text = raw.trim()
    const number = /^(\d{1,3})[.、。)）]?$/.exec(text.normalize('NFKC'))?.[1]
    if (number !== undefined) return { kind: 'number', number: Number(number) }
    if (!isCommand(text)) return { kind: 'talk' }
    const [first = '', ...args] = text.slice(1).trim().split(/\s+/)
    const name = first.normalize('NFKC').toLowerCase()
    // 日报 更正: a command of two words before the one of its first word.
    const [written = '', ...rest] = args
    const [second, ...figure] = splitFigure(written) ?? [written]
    const double = byName.get(`${name} ${second.toLowerCase()}`)
    if (double !== undefined) return { kind: 'command', command: double, args: [...figure, ...rest] }
    const command = byName.get(name)
    if (command !== undefined) return { kind: 'command', command, args }
    const glued = splitFigure(name)
    const known = glued === null ? undefined : byName.get(glued[0])
    if (known !== undefined) return { kind: 'command', command: known, args: [glued![1], ...args] }
    const wordy = commands.find(({ takesText, name: own }) => takesText && name.startsWith(own))
    if (wordy !== undefined) return { kind: 'command', command: wordy, args }
    const named = splitName(name, commands)
    if (named !== null) {
      const [command, rest] = named
      const doubled = byName.get(`${command.name} ${rest}`)
      return doubled === undefined
        ? { kind: 'command', command, args: [rest, ...args] }
        : { kind: 'command', command: doubled, args }
    }
    return { kind: 'unknown', name: first.slice(0, 20), near: nearest(name, byName) }
  }
}

/** 频次5, 日报5月18日, 核实 确认3: the space before a figure is easily left out. Null where there is no figure. */
function splitFigure(written: string): [word: string, figure: string] | null {
  const [, word, figure] = /^([^\d]+)(\d.*)$/u.exec(written.normalize('NFKC')) ?? []
  return word === undefined ? null : [word, figure!]
}

/** 台账四平市: the space before a name is left out as well, where a command takes names. Null where none does. */
function splitName(name: string, commands: Command[]): [command: Command, rest: string] | null {
  const command = commands.find(
    ({ takesNames, name: own }) =>
      takesNames && name.startsWith(own) && /^[\p{Script=Han}\d]/u.test(name.slice(own.length)),
  )
  return command === undefined ? null : [command, name.slice(command.name.length)]
}

/** The command that was probably meant: of the likeliest kind of slip there must be just one. */
function nearest(name: string, byName: Map<string, Command>): Command | null {
  // Nobody can type the clock's own, so nobody meant them.
  const longEnough = [...byName].filter(
    ([candidate, { roles }]) => candidate.length >= 2 && (roles === 'anyone' || !roles.includes('system')),
  )
  for (const resembles of [isExchanged, isPadded, differsByOne]) {
    const near = new Set(
      longEnough.filter(([candidate]) => resembles(name, candidate)).map(([, command]) => command),
    )
    if (near.size > 0) return near.size === 1 ? [...near][0]! : null
  }
  return null
}

/** 报催 for 催报: the same characters in another order. */
const isExchanged = (name: string, candidate: string): boolean =>
  [...name].sort().join('') === [...candidate].sort().join('')

/** 缺报表 for 缺报: more before or behind it. Letters are no words, so the abbreviations do not count. */
const isPadded = (name: string, candidate: string): boolean =>
  /\P{ASCII}/u.test(candidate) && (name.startsWith(candidate) || name.endsWith(candidate))

/** One character replaced, left out or added. */
function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
