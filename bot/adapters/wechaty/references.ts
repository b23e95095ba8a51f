/*
 * How a message points to another: a recall 撤回 by ids in the platform's XML, a quote 引用 by an id or by the words
 * that it repeats.
 */

/**
 * Ids of the message that a recall withdraws, the likeliest first: the platform writes several, and which one is the
 * message's own differs. A bare id is one as well.
 */
export function recalledIds(text: string): string[] {
  const tagged = ['newmsgid', 'msgid', 'oldmsgid'].flatMap(tag => {
    const id = new RegExp(`<${tag}>(\\d{1,30})</${tag}>`).exec(text)?.[1]
    return id === undefined ? [] : [id]
  })
  if (tagged.length > 0) return [...new Set(tagged)]
  return /^[^\s<>]{1,64}$/.test(text) ? [text] : []
}

/** What a quote is of, as far as the platform tells. */
export interface Quoted {
  /** Id of the quoted message; null where it is not told. */
  id: string | null
  /** Its words, perhaps cut. */
  text: string
}

/** Most puppets put the quoted words in front of the answer: 「李四：原文」, a line of dashes, the answer. */
const quoteInFront = /^「([^：」]{0,64})：([\s\S]*?)」\n(?:- ){5,}-?\n/

/** Parts a text into what it quotes and what was typed. */
export function splitQuote(text: string): { quoted: Quoted | null; text: string } {
  const found = quoteInFront.exec(text)
  if (found === null) return { quoted: null, text }
  return { quoted: { id: null, text: found[2]! }, text: text.slice(found[0].length) }
}
