/** What a spreadsheet cell holds at most, in UTF-16 units. */
const cellLimit = 32_767

// Anything below the blank but tab and line feed; a lone surrogate is repaired by toWellFormed.
const illegal = /[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]/g
const needsCare = /[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]/

/** A text as a cell can hold it: without characters that XML forbids, line breaks as \n, cut at 32,767 units. */
export function cellText(text: string): string {
  // Nearly all texts are fine as they are, and there are a million of them in a large annex.
  const clean = needsCare.test(text) ? text.replace(/\r\n?/g, '\n').toWellFormed().replace(illegal, '') : text
  return clean.length <= cellLimit ? clean : clean.slice(0, cellLimit).replace(/[\ud800-\udbff]$/, '')
}
