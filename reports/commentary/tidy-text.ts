/** C0 and C1 controls but tab and line feed, soft hyphen, zero-width and bidi controls, variation selectors. */
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\uFE00-\uFE0F]|\p{Cs}/gu
/** A mention of everybody in the group, with the space that ends it. */
const everybody = /[@＠][ \u2005]*(?:所有人|全体成员|(?:all|everyone)(?![\w.]))[ \u2005]*/giu

/**
 * A commentary's text as it is kept: without mentions of everybody 所有人 and characters that nobody sees, no blanks at
 * line ends, two empty lines in a row at most. Lists and line breaks stay.
 */
export function tidyText(written: string): string {
  let text = written.replace(invisible, '').replace(/\r\n?|[\u0085\v\f\u2028\u2029]/g, '\n')
  // What is taken out may bring another together.
  for (let pass = 0; pass < 3; pass++) text = text.replace(everybody, '')
  // Whoever nests them deeper loses all signs: taking them out one by one would never end.
  if (text.search(everybody) >= 0) text = text.replace(/[@＠]/g, '')
  return text
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+|\n+$/g, '')
}
