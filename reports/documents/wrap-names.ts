/**
 * Names 名单 in lines of at most `width` characters, never broken inside a name; where they need more than `most`
 * lines, the last line ends in 等n家.
 */
export function wrapNames(names: string[], width: number, most: number): string[] {
  const all = fill(names, width)
  if (all.length <= most) return all
  for (let count = names.length - 1; ; count--) {
    const lines = fill([...names.slice(0, count - 1), `${names[count - 1]}等${names.length}家`], width)
    if (lines.length <= most || count === 1) return lines
  }
}

function fill(names: string[], width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const [i, name] of names.entries()) {
    const piece = i < names.length - 1 ? `${name}、` : name
    if (line !== '' && line.length + piece.length > width) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return line === '' ? lines : [...lines, line]
}
