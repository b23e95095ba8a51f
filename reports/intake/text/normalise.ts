import { withoutDecoration } from './decoration.ts'
import { withoutBrokenWords } from './line-breaks.ts'
import { simplify } from './traditional.ts'

/** C0 and C1 controls but tab and line feed, soft hyphen, zero-width and bidi controls, variation selectors. */
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\uFE00-\uFE0F]|\p{Cs}/gu
/** Full-width letters, digits and the marks that stand in dates; other punctuation stays as written. */
const wide = /[０-９Ａ-Ｚａ-ｚ．－／％＠＃＿＊＋＝＆｜]/g
/** Numbers in one character whose meaning is a mark: ⑴ is (1), ⒈ is 1., ㈠ is (一). */
const packedNumber = /[\u2474-\u249B\u3220-\u3229]/g
/** ❶, ➀ and ➊ for ①. */
const filledCircle = /[\u2776-\u2793]/g
const keycap = /(\d)\u20E3/g

/**
 * One spelling for what looks the same on a phone: line ends, spaces, widths of letters and digits, invisible
 * characters, script, decoration, lines broken within a word. Chinese punctuation stays, because names are stored as
 * written. Idempotent.
 */
export function normalise(text: string): string {
  let rest = simplify(unify(text).trim())
  // What is taken away may bring two more marks together: once is nearly always enough.
  for (let round = 0; round < 4; round++) {
    const next = withoutBrokenWords(withoutDecoration(rest)).trim()
    if (next === rest) break
    rest = next
  }
  return rest
}

const unify = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/\r\n?|[\u0085\v\f\u2028\u2029]/g, '\n')
    .replace(/[^\S\n\t]/g, ' ')
    .replace(wide, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(packedNumber, char => char.normalize('NFKC'))
    .replace(filledCircle, char => String.fromCharCode(0x2460 + ((char.charCodeAt(0) - 0x2776) % 10)))
    .replace(keycap, '$1、')
    .replace(/🔟/gu, '10、')
    .replace(/[﹕︰∶꞉]/g, '：')
    .replace(/[│┃∣︱¦]/g, '|')

/** A reply as it came, without the message that it quotes: 「李四：原文」, a dashed line, the reply. */
export function withoutQuotation(text: string): string {
  if (!/^\s*「/.test(text)) return text
  const rule = /」\s*\n[-—–─━ ]{3,}\r?\n/.exec(text)
  return rule ? text.slice(rule.index + rule[0].length) : text
}
