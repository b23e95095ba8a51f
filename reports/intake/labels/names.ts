import { labels } from './labels.ts'

/** The names of all labels, a character a step. */
interface Step {
  isName: boolean
  next: Map<string, Step>
}

const start: Step = { isName: false, next: new Map() }
for (const name of labels.keys()) {
  let step = start
  for (const char of name) {
    const next: Step = step.next.get(char) ?? { isName: false, next: new Map() }
    step.next.set(char, next)
    step = next
  }
  step.isName = true
}

/**
 * Where the names of labels stand in a text, of several at one place the longest: 检查单位名称 is no 检查单位. What it
 * costs does not grow with the number of labels.
 */
export function* findNames(text: string): Generator<{ name: string; index: number }> {
  for (let index = 0; index < text.length; index++) {
    let end = 0
    let step = start.next.get(text[index]!)
    for (let at = index + 1; step; at++) {
      if (step.isName) end = at
      step = step.next.get(text[at]!)
    }
    if (end === 0) continue
    yield { name: text.slice(index, end), index }
    index = end - 1
  }
}
