import { cellText } from '../documents/cell-text.ts'
import { type Letter, letterhead } from './letter.ts'
import { type Face, faces, pitch, red, size, twips } from './measures.ts'
import { type StyleName, styleOf, styles } from './styles.ts'

/*
 * Parts of the document that are written here, in place of the library's: its properties bear the hour of the machine, its styles
 * know neither 避头尾 nor more than its own headings, and its table of fonts no other name for one.
 */
interface Part {
  path: string
  data: string
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** Title and author; no times, so that the same letter is the same file. */
export const corePart = (letter: Letter): Part => ({
  path: 'docProps/core.xml',
  data:
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escaped(letter.content.title)}</dc:title><dc:creator>${letterhead.committee}</dc:creator></cp:coreProperties>`,
})

/** The faces by name, and which one takes the place of each. */
export const fontPart = (): Part => ({
  path: 'word/fontTable.xml',
  data: `${declaration}<w:fonts ${namespace}>${Object.values(faces)
    .map(
      ({ name, instead }) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/></w:font>`,
    )
    .join('')}</w:fonts>`,
})

/** How all paragraphs are set, those of each kind, and runs that differ from their paragraph. */
export const stylesPart = (): Part => ({
  path: 'word/styles.xml',
  data:
    `${declaration}<w:styles ${namespace}>` +
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('fangsong')}${closer}${sized(size.body)}` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>' +
    // Pages are filled 撑满版心: no line is moved for company; no mark begins a line that must not 避头尾, and one may stand
    // beyond the edge 标点溢出边界: where it may not, LibreOffice drops marks that end a line of closer characters.
    '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>' +
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    (Object.keys(styles) as StyleName[]).map(paragraphStyle).join('') +
    runStyle('kai', '楷体', fonts('kai')) +
    runStyle(
      'mark',
      '发文机关标志',
      `${fonts('biaosong')}<w:color w:val="${red}"/><w:spacing w:val="0"/>${sized(size.mark)}`,
    ) +
    runStyle('page', '页码', `${fonts('song')}<w:spacing w:val="0"/>${sized(size.pageNumber)}`) +
    '</w:styles>',
})

function paragraphStyle(id: StyleName): string {
  const style = styleOf(id)
  const { indent = 0, firstIndent = 0, rightIndent = 0 } = style
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${style.name}"/>` +
    '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>' +
    `${style.keepsNext ? '<w:keepNext/>' : ''}${style.beginsPage ? '<w:pageBreakBefore/>' : ''}` +
    `<w:spacing w:before="${twips(style.above ?? 0)}" w:after="${twips(style.below ?? 0)}" ` +
    `w:line="${twips(style.line)}" w:lineRule="exact"/>` +
    `<w:ind w:left="${twips(indent * pitch)}" w:right="${twips(rightIndent * pitch)}" ` +
    `${firstIndent < indent ? 'w:hanging' : 'w:firstLine'}="${twips(Math.abs(firstIndent - indent) * pitch)}"/>` +
    `<w:jc w:val="${style.align}"/></w:pPr>` +
    `<w:rPr>${fonts(style.face)}${style.size === size.body ? closer : '<w:spacing w:val="0"/>'}${sized(style.size)}</w:rPr></w:style>`
  )
}

const runStyle = (id: string, name: string, properties: string): string =>
  `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/>` +
  `<w:rPr>${properties}</w:rPr></w:style>`

/** Digits and Latin letters are set in the face of the Chinese ones. */
const fonts = (face: Face): string =>
  `<w:rFonts ${['ascii', 'hAnsi', 'eastAsia', 'cs'].map(script => `w:${script}="${faces[face].name}"`).join(' ')}/>`

/** 28 characters a line. */
const closer = `<w:spacing w:val="${twips(pitch - size.body)}"/>`

/** In half points. */
const sized = (inPoints: number): string => `<w:sz w:val="${inPoints * 2}"/><w:szCs w:val="${inPoints * 2}"/>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => cellText(text).replace(/[&<>]/g, mark => entities[mark]!)
