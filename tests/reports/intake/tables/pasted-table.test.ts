import { describe, expect, test } from 'vitest'
import { readPastedTable } from '../../../../reports/intake/tables/pasted-table.ts'

const head = ['检查单位', '受检单位', '检查地点', '发现的问题隐患', '检查人员', '整改情况']
const row = ['铁东区应急局', '宏达加油站', '平东街道', '灭火器过期', '张三、李四', '已整改']
const other = row.with(1, '恒发木业')

/** The values of one field in each inspection. */
function values(text: string, field: string): (string | undefined)[] | null {
  const table = readPastedTable(text)
  if (table?.kind !== 'inspections') return null
  return table.segments.map(({ own }) => own.find(value => value.field === field)?.value)
}
const enterprises = (text: string) => values(text, 'enterprise')

const join = (separator: string, ...rows: string[][]) => rows.map(cells => cells.join(separator)).join('\n')

describe('columns are parted', () => {
  test.each([
    ['tabs', join('\t', head, row)],
    ['|', join('|', head, row)],
    ['wide |', join('｜', head, row)],
    ['Markdown', `| ${head.join(' | ')} |\n|${':--:|'.repeat(6)}\n| ${row.join(' | ')} |`],
    ['wide spaces', join('    ', head, row)],
    ['commas', join(',', head, row)],
    ['single spaces', join(' ', head, row)],
  ])('by %s', (_, text) => {
    expect(enterprises(text)).toEqual(['宏达加油站'])
    expect(enterprises(`各位领导好！今日检查如下：\n${text}\n请审阅，谢谢！`)).toEqual(['宏达加油站'])
    expect(readPastedTable(`铁东区5月18日检查情况\n${text}`)?.heading).toBe('铁东区5月18日检查情况')
  })

  test('by spaces only where every line has as many', () => {
    expect(readPastedTable(join('  ', head, row, row.slice(1)))).toBeNull()
  })
})

describe('from a spreadsheet', () => {
  test('a cell with line breaks is quoted, its quotes doubled', () => {
    const cells = row.with(3, '"1.井口""禁止烟火""标志褪色\n2.未接地"')
    expect(values(join('\t', head, cells, other), 'hazards')).toEqual([
      '1.井口"禁止烟火"标志褪色\n2.未接地',
      '灭火器过期',
    ])
  })

  test.each(['"禁止烟火"标志褪色', '"没有合上的引号'])(
    'a quote that only stands in the text stays: %s',
    cell => {
      expect(values(join('\t', head, row.with(3, cell)), 'hazards')).toEqual([cell])
    },
  )

  test('a cell whose line breaks were not quoted is put together again', () => {
    const cells = row.with(3, '1.灭火器过期\n2.未接地\n3.通道堵塞')
    expect(values(join('\t', head, cells, other), 'hazards')).toEqual([
      '1.灭火器过期\n2.未接地\n3.通道堵塞',
      '灭火器过期',
    ])
  })

  test('blanks repeat what stands above, and empty rows and columns are nothing', () => {
    const text = join('\t', [...head, ''], ['', ''], [...row, ''], ['', '恒发木业', '', '无', '', '', ''])
    expect(enterprises(text)).toEqual(['宏达加油站', '恒发木业'])
    expect(values(text, 'inspectingUnit')).toEqual(['铁东区应急局', '铁东区应急局'])
  })
})

test.each([
  ['a labelled report', head.map((label, index) => `${label}：${row[index]}`).join('\n')],
  ['one on a line', head.map((label, index) => `${label}：${row[index]}`).join(' | ')],
  ['labels and values by tabs', join('\t', ...head.map((label, index) => [label, row[index]!]))],
  ['what is asked of the reports', '检查单位 受检单位 检查地点 问题隐患 都要写全，不要漏项'],
  ['a duty roster', '日期\t带班领导\t值班人员\t电话\n5月18日\t王局长\t张三\t0434-1234567'],
  ['contacts', '单位名称 | 联系人 | 电话\n宏达加油站 | 张三 | 13800000000'],
  ['a head alone', head.join('\t')],
  ['talk', '收到，谢谢  辛苦了  马上检查'],
])('%s is not taken for a table', (_, text) => {
  expect(readPastedTable(text)).toBeNull()
})

const line = `${head.join('\t')}\n`
test.each([
  ['tabs', '\t'.repeat(20_000)],
  ['quotes', '"\t'.repeat(10_000)],
  ['quotes in quotes', `${line}${'"a""b\t'.repeat(3_000)}`],
  ['bars', '|'.repeat(20_000)],
  ['bars and rules', `${'-|'.repeat(9_999)}x`],
  ['wide spaces', 'a  b  c\n'.repeat(2_500)],
  ['heads', line.repeat(600)],
  ['short rows', `${line}${'\tb\n'.repeat(6_000)}`],
  ['labelled lines', `${line}检查人员：张三\n`.repeat(400)],
  ['slips of the pen', '检察单位\t受检单外\t整该情况\n'.repeat(1_400)],
  ['brackets', `${line}${'（'.repeat(19_900)}`],
])('a long text of %s is answered', (_, text) => {
  expect(() => readPastedTable(text)).not.toThrow()
})
