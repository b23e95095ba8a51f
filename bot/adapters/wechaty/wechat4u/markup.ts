const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' }

// Two emoji that web WeChat takes for one another, as its own page corrects them.
const mistaken: Record<string, string> = { '1f639': '1f602', '1f64d': '1f614' }

/** Decodes the entities of XML, each once: `&amp;lt;` stands for `&lt;`. */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:(lt|gt|quot|apos|nbsp|amp)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g,
    (whole, name, decimal, hex) => {
      if (name) return named[name]!
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : whole
    },
  )

/** A text or a name as it was typed, from the markup in which web WeChat hands it out. */
export const readMarkup = (markup: string): string =>
  decodeEntities(
    markup
      .replace(/<br\/>/g, '\n')
      .replace(/<span class="emoji emoji([\da-fA-F]{4,10})"><\/span>/g, (_, points) =>
        emoji(points.toLowerCase()),
      ),
  )

/** One code point of four or five digits, or two of them. */
function emoji(points: string): string {
  const digits = mistaken[points] ?? points
  const length = digits.length < 8 ? digits.length : digits.length / 2
  if (length !== 4 && length !== 5) return '*'
  const parts = digits.match(new RegExp(`.{${length}}`, 'g')) ?? []
  return String.fromCodePoint(...parts.map(part => Number.parseInt(part, 16)))
}

/** Escapes what would be markup in XML. */
export const escapeXml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;')
