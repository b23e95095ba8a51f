import { describe, expect, it } from 'vitest'
import { hear } from '../conversation.ts'

const whole = {
  inspectingUnit: '铁东区应急局',
  unit: '四平市铁东区',
  enterprise: '红星加油站',
  place: '平东街道',
  inspectors: ['张三', '李四'],
  hazards: [{ text: '灭火器过期', rectified: true }],
  rectification: '已整改',
}
const row = ['铁东区应急局', '红星加油站', '平东街道', '灭火器过期', '张三、李四', '已整改']
const hearRow = (cells: string[], mark = '\t') => hear(cells.join(mark))

describe('a row without a head', () => {
  it.each(['\t', '|', '｜', '    ', ',', ' '])('parted by %j', mark => {
    expect(hearRow(row, mark)).toMatchObject({ kind: 'report', inspections: [whole], problems: [] })
  })

  it.each<[string, string[], object]>([
    ['a number, a trade and a remark', ['1', row[0]!, '危化', ...row.slice(1), '无'], whole],
    ['a level before', ['县级督查', ...row], { ...whole, level: '县级督查' }],
    ['a manner before', ['四不两直', ...row], { ...whole, manners: ['四不两直'] }],
    ['a date after the unit', row.toSpliced(1, 0, '5月17日'), { ...whole, date: '2022-05-17' }],
    ['inspectors before the hazards', [row[0]!, row[1]!, row[2]!, row[4]!, row[3]!, row[5]!], whole],
    ['the place before the enterprise', [row[0]!, row[2]!, row[1]!, ...row.slice(3)], whole],
    ['a unit without 区', row.with(0, '四平铁东'), { ...whole, inspectingUnit: '四平铁东' }],
    ['an unusual name', row.with(1, '宏远精密铸造'), { ...whole, enterprise: '宏远精密铸造' }],
    ['numbers of badges', row.with(4, '张三（0703001）、李四（0703002）'), whole],
    [
      'a cell in lines',
      row.with(3, '1.灭火器过期\n2.未接地'),
      { hazards: [{ text: '灭火器过期' }, { text: '未接地' }] },
    ],
    ['nothing found', row.with(3, '未发现隐患').with(5, '—'), { hazards: [] }],
    [
      'when it is due behind it',
      [...row.with(5, '责令限期整改'), '5月25日'],
      { date: null, hazards: [{ rectified: false, deadline: '2022-05-25' }] },
    ],
  ])('may have %s', (_, cells, inspection) => {
    expect(hearRow(cells)).toMatchObject({ kind: 'report', inspections: [inspection], problems: [] })
  })

  it.each<[string, string[], string[]]>([
    ['the unit', row.slice(1), []],
    ['the place', row.toSpliced(2, 1), ['place']],
    ['the inspectors', row.toSpliced(4, 1), ['inspectors']],
    ['the outcome', row.slice(0, 5), ['rectification']],
    ['unit and place', row.toSpliced(2, 1).slice(1), ['place']],
  ])('may lack %s, which is asked', (_, cells, lacking) => {
    const { kind, problems } = hearRow(cells)
    expect([kind, ...problems.map(({ field }) => field)]).toEqual(['report', ...lacking])
  })

  it.each([
    ['铁东区应急局', '张三', '13900000000', '科长', '危化科', '已更新'],
    ['铁东区', '红星加油站', '灭火器过期', '5月10日', '未整改'],
    ['5月19日', '铁东区应急局', '红星加油站', '一马路', '安全培训', '张三、李四', '上午'],
    ['第一组', '孟凡', '齐鸣、范宇', '铁东区、铁西区', '5月16日', '检查'],
    ['铁东区', '张三', '已整改'],
  ])('of something else is none: %s', (...cells) => {
    expect(hearRow(cells).kind).toBe('chat')
  })
})
