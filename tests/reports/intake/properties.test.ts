import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRosterDirectory, sampleRoster } from '../../../bot/doors/roster-files.ts'
import { type Column, columns, labels } from '../../../reports/intake/labels/labels.ts'
import { parseMessage } from '../../../reports/intake/parse-message.ts'
import { renderTemplate } from '../../../reports/intake/template.ts'
import { normalise } from '../../../reports/intake/text/normalise.ts'
import { createGazetteer } from '../../../reports/intake/units/gazetteer.ts'
import { readFixtures } from '../../eval/expectation.ts'

const roster = await readRosterDirectory(sampleRoster)
const gazetteer = createGazetteer(roster)
const fixtures = await readFixtures()

const wide = (text: string) =>
  text.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000')
const narrow = (text: string) =>
  text.replace(/[！-～]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')

/** What is the same on a phone: width and spaces do not count. */
const plain = (parsed: unknown) =>
  JSON.stringify(parsed)
    .normalize('NFKC')
    .replace(/\s|\\n/g, '')

/** A label with its colon at the beginning of a line: the form that all others are compared with. */
const longestFirst = [...labels.keys()].sort((a, b) => b.length - a.length).join('|')
const labelledLine = new RegExp(`^(${longestFirst})[:：] *(?=\\S)`)
const isForm = (text: string) => text.split('\n').every(line => labelledLine.test(line))
const forms = fixtures.filter(({ message, expected }) => expected.kind === 'report' && isForm(message.text))
const reports = fixtures.filter(({ expected }) => expected.kind === 'report')

const relabel = (text: string, colon: string, from = '') =>
  text
    .split('\n')
    .map(line => line.replace(labelledLine, `${from}$1${colon}`))
    .join('\n')

/** The fixtures whose parse is another when their text is written another way. */
const changedBy = (group: typeof fixtures, rewrite: (text: string) => string): string[] =>
  group
    .filter(({ message }) => {
      const rewritten = { ...message, text: rewrite(message.text) }
      return plain(parseMessage(message, gazetteer)) !== plain(parseMessage(rewritten, gazetteer))
    })
    .map(({ id }) => id)

describe('a report says the same', () => {
  it('has forms to compare', () => {
    expect(forms.length).toBeGreaterThan(10)
  })

  it.each<[string, (text: string) => string]>([
    ['with full-width characters', wide],
    ['with half-width characters', narrow],
    ['with spaces around its colons', text => relabel(text, ' ： ')],
    ['with half-width colons and a space behind', text => relabel(text, ': ')],
    ['with spaces before its labels', text => relabel(text, '：', '  ')],
    ['with ideographic spaces before its labels', text => relabel(text, '：', '\u3000\u3000')],
    ['with labels in 【】', text => relabel(text, '】', '【')],
    ['with blank lines between its lines', text => text.replaceAll('\n', '\n\n')],
    ['with its values below their labels', text => relabel(text, '：\n')],
    ['on one line, parted by spaces', text => text.replaceAll('\n', ' ')],
    ['on one line, parted by semicolons', text => text.replaceAll('\n', '；')],
    [
      'with its labels numbered',
      text =>
        text
          .split('\n')
          .map((line, i) => `${i + 1}、${line}`)
          .join('\n'),
    ],
  ])('%s', (_, rewrite) => {
    expect(changedBy(forms, rewrite)).toEqual([])
  })

  it.each<[string, (text: string) => string]>([
    ['with the line ends of Windows', text => text.replaceAll('\n', '\r\n')],
    ['with those of old telephones', text => text.replaceAll('\n', '\r')],
    ['with Unicode line separators', text => text.replaceAll('\n', '\u2028')],
    ['with blanks at the ends of its lines', text => text.replaceAll('\n', '  \n')],
    ['with blank lines around it', text => `\n\n${text}\n \n`],
    ['with a byte order mark and zero-width spaces', text => `\uFEFF${text.replaceAll('检', '检\u200B')}`],
    ['with non-breaking spaces', text => text.replaceAll(' ', '\u00A0')],
  ])('in every form %s', (_, rewrite) => {
    expect(changedBy(reports, rewrite)).toEqual([])
  })
})

const han = (characters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength })
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map(words => words.join(''))

const enterprise = joined(
  han('鑫宏福旺远恒东升长春四平梨树', 2, 6),
  fc.constantFrom('', 'A', '2', '（吉林）', 'LNG', '第3', 'KT-9', '·丰', '（集团）'),
  fc.constantFrom('加油站', '机械有限公司', '煤矿', '化工厂', '石场', '超市', '木业有限责任公司'),
  fc.constantFrom('', '二分厂', '12号店'),
)
const place = joined(
  han('山门叶赫平东孤家榆树', 2, 4),
  fc.constantFrom('镇', '街道', '乡', '工业集中区'),
  fc.constantFrom('', '平安路12号', '302国道K15+300', '3组', '1-2号', '（原粮库院内）', 'A区'),
)
const subject = fc.constantFrom(
  '灭火器',
  '2号储罐液位计',
  '配电箱（3号）',
  '“四色图”',
  '卸油口',
  '安全阀、压力表',
  'DN50阀门',
)
const fault = fc.constantFrom(
  '压力不足',
  '超期未检定',
  '未接地，有触电危险',
  '缺失2处',
  '未设置“禁止烟火”标志',
  '间距1.5米，不符合要求',
  '破损（2具）',
)
const hazard = joined(subject, fault)
const inspector = joined(han('张李赵周孙侯佟郎', 1, 1), han('伟强芳磊静军洋勇', 1, 2))
const rectification = fc.constantFrom(
  '均已整改',
  '已全部整改到位',
  '未整改',
  '限期5月25日前整改',
  '责令立即整改',
  '现场整改',
  '正在整改',
)
/** One hazard needs no number; 1.2号储罐 alone may as well be the tank 1.2. */
const numbering = fc.constantFrom<(index: number) => string>(
  index => `${index}.`,
  index => `${index}、`,
  index => `（${index}）`,
  index => `(${index})`,
  index => String.fromCharCode(0x245f + index),
  index => `${'一二三四五六'[index - 1]}是`,
)
const filled = fc.record({
  unit: fc.constantFrom(...roster.units.filter(({ reports }) => reports)),
  enterprise,
  place,
  hazards: fc.uniqueArray(hazard, { minLength: 1, maxLength: 6 }),
  numbering,
  between: fc.constantFrom('；', ';', '\n', '。', '；\n'),
  inspectors: fc.uniqueArray(inspector, { minLength: 1, maxLength: 5 }),
  pause: fc.constantFrom('、', '，', ' ', ','),
  rectification,
})

const numbered = (hazards: string[], numbering: (index: number) => string) =>
  hazards.length === 1 ? hazards : hazards.map((text, index) => numbering(index + 1) + text)

const fillIn = (template: string, values: Record<Column, string>) =>
  template
    .split('\n')
    .map((line, index) => line + values[Object.keys(columns)[index] as Column])
    .join('\n')

const at = '2022-05-18T14:20:00+08:00'

describe('the template', () => {
  it('reads back what is filled in', () => {
    fc.assert(
      fc.property(filled, ({ unit, numbering, between, pause, ...said }) => {
        const values: Record<Column, string> = {
          inspectingUnit: '',
          enterprise: said.enterprise,
          place: said.place,
          hazards: numbered(said.hazards, numbering).join(between),
          inspectors: said.inspectors.join(pause),
          rectification: said.rectification,
        }
        const text = fillIn(renderTemplate(unit.name), values)
        const { kind, inspections, problems } = parseMessage({ text, at, room: null, from: null }, gazetteer)
        expect({ kind, problems }).toEqual({ kind: 'report', problems: [] })
        expect(inspections).toMatchObject([
          {
            unit: unit.name,
            enterprise: said.enterprise,
            place: said.place,
            hazards: said.hazards.map(text => ({ text })),
            inspectors: said.inspectors,
            rectification: said.rectification,
          },
        ])
      }),
      { numRuns: 500 },
    )
  })

  it('reads back words that it does not know', () => {
    const character = fc
      .integer({ min: 0x4e00, max: 0x9fa5 })
      .map(code => String.fromCodePoint(code))
      .filter(char => normalise(char) === char)
    const plain = (min: number, max: number) =>
      fc
        .string({ unit: character, minLength: min, maxLength: max })
        .filter(text => !/[请填写要须需应怎如无均已未正良合现]/.test(text))
    const filled = fc.record({
      inspectingUnit: fc.constantFrom('四平市铁东区', '铁西区', '四平市梨树县应急管理局'),
      enterprise: plain(3, 30),
      place: plain(2, 40),
      hazards: plain(4, 80),
      inspectors: plain(2, 3).filter(
        name => !/[一二三四五六七八九十两〇零廿卅百千组等人名位和与及共]/.test(name),
      ),
      rectification: fc.constantFrom('均已整改', '未整改', '限期5月25日前整改'),
    })
    fc.assert(
      fc.property(filled, values => {
        const text = fillIn(renderTemplate(null), values)
        const { kind, inspections, problems } = parseMessage(
          { text, at, room: '四平市日报报送群', from: null },
          gazetteer,
        )
        expect(kind).toBe('report')
        expect(problems).toEqual([])
        expect(inspections).toMatchObject([
          { ...values, inspectors: [values.inspectors], hazards: [{ text: values.hazards }] },
        ])
      }),
    )
  })
})
