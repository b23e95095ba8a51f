import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderLetter } from '../../../reports/letter/docx.ts'
import { paragraphsOf, partsOf } from './document-parts.ts'
import { hostileLetter, letterOf, sentLetter } from './fixture.ts'

/** Twips of a length in millimetres. */
const mm = (length: number) => Math.round((length * 1440) / 25.4)

let parts: Map<string, string>
const part = (path: string) => parts.get(path)!
const style = (id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 's').exec(part('word/styles.xml'))![0]
/** What the first page, the odd and the even ones have above or below their text. */
const frame = (kind: 'header' | 'footer', type: 'first' | 'default' | 'even') => {
  const id = new RegExp(`<w:${kind}Reference w:type="${type}" r:id="(\\w+)"`).exec(
    part('word/document.xml'),
  )![1]
  const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(
    part('word/_rels/document.xml.rels'),
  )![0]
  return part(`word/${/Target="([^"]+)"/.exec(target)![1]}`)
}
const paragraphs = () => paragraphsOf(part('word/document.xml'))
const attribute = (xml: string, name: string) => new RegExp(`w:${name}="([^"]*)"`).exec(xml)?.[1]

beforeAll(async () => {
  parts = await partsOf(sentLetter())
})

describe('the measures of GB/T 9704-2012', () => {
  test('5.1, 5.2.1: the paper is A4, and the type area 156 by 225 mm lies 37 mm below and 28 mm right of its corner', () => {
    const [size] = /<w:pgSz [^>]*>/.exec(part('word/document.xml'))!
    const [margin] = /<w:pgMar [^>]*>/.exec(part('word/document.xml'))!
    const of = (xml: string, name: string) => Number(attribute(xml, name))
    expect([of(size, 'w'), of(size, 'h')]).toEqual([mm(210), mm(297)])
    expect([of(margin, 'top'), of(margin, 'left')]).toEqual([mm(37), mm(28)])
    expect(of(size, 'w') - of(margin, 'left') - of(margin, 'right')).toBeCloseTo(mm(156), -1)
    expect(of(size, 'h') - of(margin, 'top') - of(margin, 'bottom')).toBeCloseTo(mm(225), -1)
  })

  test('5.2.2: all is in 仿宋 of 16 points, digits too, unless told otherwise', () => {
    const [defaults] = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(part('word/styles.xml'))!
    for (const script of ['ascii', 'hAnsi', 'eastAsia'])
      expect(attribute(defaults, script)).toBe('仿宋_GB2312')
    expect(defaults).toContain('<w:sz w:val="32"/>')
    expect(style('body')).toContain('<w:sz w:val="32"/>')
  })

  test('5.2.3: 22 lines of exactly 28 points fit the type area, and 28 characters its width', () => {
    expect(style('body')).toContain('w:line="560" w:lineRule="exact"')
    expect(Math.floor(mm(225) / 560)).toBe(22)
    const spacing = Number(/<w:rPr>.*?<w:spacing w:val="(-?\d+)"\/>/s.exec(style('body'))![1])
    expect(Math.floor(mm(156) / (320 + spacing))).toBe(28)
    expect(Math.floor(mm(156) / 320)).toBe(27)
  })

  test('no mark stands at the wrong end of a line 避头尾, and no page is left short', () => {
    const [defaults] = /<w:pPrDefault>.*<\/w:pPrDefault>/s.exec(part('word/styles.xml'))!
    expect(defaults).toContain('<w:kinsoku/>')
    expect(defaults).toContain('<w:overflowPunct/>')
    expect(defaults).toContain('<w:widowControl w:val="0"/>')
  })

  test('10.1: the mark is red 小标宋, centred, 30 mm below the edge, and fits the type area', () => {
    const [mark] = paragraphsOf(frame('header', 'first'))
    expect(mark!.text).toBe('吉林省安全生产委员会办公室')
    expect(mark!.xml).toContain('<w:jc w:val="center"/>')
    expect(attribute(/<w:pgMar [^>]*>/.exec(part('word/document.xml'))![0], 'header')).toBe(String(mm(30)))
    expect(style('mark')).toContain('w:eastAsia="方正小标宋简体"')
    expect(style('mark')).toContain('<w:color w:val="D7000F"/>')
    const points = Number(/<w:sz w:val="(\d+)"/.exec(style('mark'))![1]) / 2
    expect(mark!.text.length * points * 20).toBeLessThanOrEqual(mm(156))
    expect(mark!.xml).toContain(`w:line="${points * 20}" w:lineRule="exact"`)
  })

  test('10.1: a red double line of 170 mm, centred: 4 mm below the mark thick above thin, 20 mm above the edge thin above thick', () => {
    const lines = (xml: string) =>
      paragraphsOf(xml).map(({ xml }) => {
        const [bottom] = /<w:bottom [^>]*>/.exec(xml)!
        expect(attribute(bottom, 'color')).toBe('D7000F')
        const [indent] = /<w:ind [^>]*>/.exec(xml)!
        const [left, right] = [Number(attribute(indent, 'left')), Number(attribute(indent, 'right'))]
        expect(mm(156) - left - right).toBeCloseTo(mm(170), -1)
        expect(mm(28) + left).toBeCloseTo(mm(20), -1)
        return { thickness: Number(attribute(bottom, 'sz')), space: Number(attribute(bottom, 'space')) }
      })
    const upper = lines(frame('header', 'first'))
    expect(upper.map(({ thickness }) => thickness)).toEqual([18, 6])
    expect(upper[0]!.space * 20).toBeCloseTo(mm(4), -1.2)
    const lower = lines(frame('footer', 'first'))
    expect(lower.map(({ thickness }) => thickness)).toEqual([6, 18])
    expect(attribute(/<w:pgMar [^>]*>/.exec(part('word/document.xml'))![0], 'footer')).toBe(String(mm(20)))
  })

  test('10.1: the number is at the right edge, 7/8 of a character below the double line', () => {
    expect(paragraphs()[0]).toMatchObject({ style: 'number', text: '吉安委办提示函〔2022〕3号' })
    expect(style('number')).toContain('w:before="280" w:after="0" w:line="320" w:lineRule="exact"')
    expect(style('number')).toContain('<w:jc w:val="right"/>')
    expect(style('number')).toContain('w:right="0"')
  })

  test('7.3.1, 10.1: the title is 小标宋 of 22 points, centred, two lines below, its lines broken between words', () => {
    expect(paragraphs()[1]).toMatchObject({
      style: 'title',
      text: '关于四平市铁东区重大隐患/逾期未整改的提示函',
    })
    expect(style('title')).toContain('w:eastAsia="方正小标宋简体"')
    expect(style('title')).toContain('<w:sz w:val="44"/>')
    expect(style('title')).toContain('<w:jc w:val="center"/>')
    expect(style('title')).toContain(`w:before="${2 * 560}"`)
  })

  test('7.3.2: the addressee is flush left, one line below the title, with a colon', () => {
    expect(paragraphs()[2]).toMatchObject({ style: 'addressee', text: '四平市铁东区人民政府区长：' })
    expect(style('addressee')).toContain('w:firstLine="0"')
    expect(style('title')).toContain('w:after="560"')
  })

  test('7.3.3: paragraphs are indented by two characters, 一、 is 黑体, （一） 楷体', () => {
    expect(style('body')).toContain('w:firstLine="630"')
    expect(
      paragraphs()
        .filter(({ style }) => style === 'heading')
        .map(({ text }) => text),
    ).toEqual(['一、基本情况', '二、工作要求'])
    expect(style('heading')).toContain('w:eastAsia="黑体"')
    expect(style('heading')).toContain('<w:sz w:val="32"/>')
    const second = paragraphs().find(({ text }) => text.startsWith('（一）'))!
    expect(second.xml).toMatch(/<w:rStyle w:val="kai"\/><\/w:rPr><w:t[^>]*>（一）四平市宏远化工有限公司。</)
    expect(style('kai')).toContain('w:eastAsia="楷体_GB2312"')
  })

  test('7.3.4: the annex is named one line below the body, indented by two characters', () => {
    expect(paragraphs().find(({ style }) => style === 'annexNote')!.text).toBe(
      '附件：四平市铁东区逾期未整改隐患清单',
    )
    expect(style('annexNote')).toContain('w:before="560"')
    // Further lines begin below the name's first character.
    expect(style('annexNote')).toContain(`w:left="${5 * 315}" w:right="0" w:hanging="${3 * 315}"`)
  })

  test('7.3.5: the date stands four characters from the right, the signature above its middle', () => {
    const [signature, date] = ['signature', 'date'].map(id => paragraphs().find(({ style }) => style === id)!)
    expect(signature!.text).toBe('吉林省安全生产委员会办公室')
    expect(date!.text).toBe('2022年5月18日')
    expect(style('date')).toContain(`w:right="${4 * 315}"`)
    // 13 characters above 6.5.
    expect(signature!.xml).toContain(`w:right="${Math.round((4 + 6.5 / 2 - 13 / 2) * 315)}"`)
    // Neither stands on a page without a line of the text.
    const last = paragraphs().filter(({ style }) => style === 'body')
    expect(last.find(({ text }) => text.includes('书面回函'))!.xml).toContain('<w:keepNext/>')
  })

  test('7.3.7: the annex begins a page: 附件 in 黑体 on its first line, its title on the third', () => {
    const at = paragraphs().findIndex(({ style }) => style === 'annexMark')
    expect(
      paragraphs()
        .slice(at, at + 3)
        .map(({ text }) => text),
    ).toEqual(['附件', '四平市铁东区逾期未整改隐患清单', expect.stringMatching(/^1\.四平市应急管理局/)])
    expect(style('annexMark')).toContain('<w:pageBreakBefore/>')
    expect(style('annexMark')).toContain('w:eastAsia="黑体"')
    expect(style('annexMark')).toContain('w:firstLine="0"')
    expect(style('annexTitle')).toContain('w:before="560"')
    expect(style('annexTitle')).toContain('<w:jc w:val="center"/>')
  })

  test('7.5, 10.1: — 2 — in 宋体 of 14 points 7 mm below the text, right on odd pages, left on even ones, none on the first', () => {
    expect(part('word/document.xml')).toContain('<w:titlePg/>')
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    expect(frame('footer', 'first')).not.toContain('PAGE')
    for (const [type, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const [number, below] = paragraphsOf(frame('footer', type))
      expect(number!.text).toBe('—  —')
      expect(number!.xml).toContain('PAGE')
      expect(number!.xml).toContain(`<w:jc w:val="${side}"/>`)
      expect(number!.xml).toContain(`<w:ind w:${side}="280"/>`)
      // The middle of its line, where the dashes are, from the paper's edge.
      const height = Number(attribute(below!.xml, 'line')) + 280 / 2 + mm(20)
      expect(mm(297 - 37 - 225) - height).toBeCloseTo(mm(7), -1)
    }
    expect(style('page')).toContain('w:ascii="宋体"')
    expect(style('page')).toContain('<w:sz w:val="28"/>')
  })
})

test('faces are named with what may take their place, and none is embedded', () => {
  expect(part('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
  expect([...parts.keys()].filter(path => path.includes('fonts/'))).toEqual([])
})

test('a draft has neither number nor date', async () => {
  const draft = paragraphsOf((await partsOf(letterOf())).get('word/document.xml')!)
  expect(draft[0]).toMatchObject({ style: 'number', text: '（送签稿）' })
  expect(draft.some(({ style }) => style === 'date')).toBe(false)
  const signature = draft.find(({ style }) => style === 'signature')!
  expect(signature.text).toBe('吉林省安全生产委员会办公室')
  expect(signature.xml).toContain(`w:right="${2 * 315}"`)
})

test('without an annex nothing speaks of one', async () => {
  const letter = sentLetter({ annex: null, contact: null })
  const document = (await partsOf(letter)).get('word/document.xml')!
  expect(document).not.toContain('附件')
  expect(document).not.toContain('联系')
  expect(paragraphsOf(document).at(-1)).toMatchObject({ style: 'date' })
})

test('whatever stands in it, all parts are there and well-formed, and the words are kept', async () => {
  for (const letter of [sentLetter(), letterOf(), hostileLetter()]) {
    const parts = await partsOf(letter)
    for (const path of [
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/styles.xml',
      'word/settings.xml',
    ])
      expect(parts.has(path)).toBe(true)
    for (const [path, xml] of parts) {
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', error => {
        throw new Error(`${path}: ${error.message}`)
      })
      parser.write(xml).close()
    }
    for (const { style } of paragraphsOf(parts.get('word/document.xml')!))
      expect(parts.get('word/styles.xml')).toContain(`w:styleId="${style}"`)
  }
  const document = (await partsOf(hostileLetter())).get('word/document.xml')!
  expect(paragraphsOf(document).filter(({ text }) => text.startsWith('60.隐患59\u20111'))).toHaveLength(1)
  expect(document).toContain('🔥🔥')
  expect(document).toContain('&lt;w:t&gt;&amp;amp;')
})

test('the same letter is the same file', async () => {
  const [first, second] = [await renderLetter(hostileLetter()), await renderLetter(hostileLetter())]
  expect(first.equals(second)).toBe(true)
  const all = [...(await partsOf(sentLetter())).values()].join('')
  expect(all).not.toMatch(/dcterms|20\d\d-\d\d-\d\dT/)
})
