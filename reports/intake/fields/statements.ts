/** Words that state a thing, and what around them in their clause makes it something else. */
export interface Wording {
  /** Global. */
  words: RegExp
  /** What stands before them, up to the beginning of the clause; anchored at its end. */
  notAfter?: RegExp
  /** What stands behind them, up to the end of the clause; anchored at its beginning. */
  notBefore?: RegExp
}

/** As far as a clause is looked at to either side, in characters: keeps a long text cheap. */
const reach = 30
const clauseEnd = /[，,；;。！!？?\n]/

/**
 * Intended 拟, conditional 逾期不改将…, or denied: none of it has happened. 将 alone puts an object first (将文书送达),
 * so it needs a verb behind it.
 */
export const notDone =
  /(?:(?<![模虚草])拟|准备|打算|计划|建议|提请|申请|报请|即将|将(?:要|会|依法|依规|予以|对|被|给予|责令|移送|进行|按)?|可(?:以|能|并处)?|应当?|如果?|若|否则|逾期|拒不|待|未(?:被|予|经|按|能)?|不(?:予|得|再|需|用)?|没有?(?:被|予)?|无需?|暂不|免于?|免予)[^，,；;。！!？?\n]{0,12}$/

/** Each place where a text says it, in the order of the text. */
export function* findStatements(text: string, { words, notAfter, notBefore }: Wording) {
  for (const match of text.matchAll(words)) {
    const from = match.index
    const to = from + match[0].length
    const before = text
      .slice(Math.max(0, from - reach), from)
      .split(clauseEnd)
      .at(-1)!
    const behind = text.slice(to, to + reach).split(clauseEnd, 1)[0]!
    if (notAfter?.test(before) || notBefore?.test(behind)) continue
    yield { match, before, behind }
  }
}

/** Whether a text says it. */
export const states = (text: string, wording: Wording): boolean => !findStatements(text, wording).next().done
