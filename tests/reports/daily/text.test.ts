import { describe, expect, test } from 'vitest'
import { renderDivision, renderSummary, renderText } from '../../../reports/daily/text.ts'
import { annexRow, busyReport, emptyReport, hazard, sampleReport, totals } from './fixture.ts'

const chemicals = {
  names: ['危化一处', '危化二处'],
  industries: ['危险化学品' as const, '烟花爆竹' as const],
}

describe('the whole report', () => {
  test('opens with title and date; round, edition and late compilation only where they apply', () => {
    const plain = renderText(sampleReport()).split('\n')
    expect(plain.slice(0, 2)).toEqual(['全省应急管理系统直接监管检查日报表', '2022年5月18日（周三）'])
    expect(plain.join('\n')).not.toMatch(/更正|迟编|检查日期|共1次/)

    expect(renderText(busyReport()).split('\n').slice(1, 4)).toEqual([
      '2022年5月18日（周三） 第2次/共5次 更正第2版',
      '检查日期：5月15日至5月18日',
      '迟编：应于16:30编制，实际于17:05编制',
    ])
  })

  test('states the figures of the snapshot for the province, the cities and the industries', () => {
    const text = renderText(sampleReport())
    expect(text).toContain(
      '一、省本级\n派出1个检查组、3人次，检查企业1家，发现隐患2条，已整改2条，整改率100.0%。',
    )
    expect(text).toContain(
      '二、各市（州）、县（市、区）\n派出6个检查组、14人次，检查企业10家，发现隐患9条，已整改7条，整改率77.8%。',
    )
    expect(text).toContain(
      '\n长春市：派出3个检查组、8人次，检查企业5家，发现隐患7条，已整改6条，整改率85.7%。',
    )
    expect(text).toContain('\n松原市：派出1个检查组、2人次，检查企业2家，未发现问题隐患。')
    expect(text).toContain(
      '\n危险化学品：派出4个检查组、9人次，检查企业6家，发现隐患6条，已整改5条，整改率83.3%。',
    )
    expect(text).toContain('\n行业未注明：派出1个检查组、2人次')
    expect(text).not.toContain('辽源市：')
  })

  test('names who has not reported, city by city, and who was late or reported zero', () => {
    const { reporting } = sampleReport()
    const missing = ['四平市铁东区', '四平市梨树县', '延边州铁西区']
    const text = renderText(
      sampleReport({ reporting: { ...reporting, missing }, pending: [{ number: 31, unit: '通化市东昌区' }] }),
    )
    expect(text).toContain('应报69家，实报67家，按时66家；报送率97.1%，及时率95.7%。')
    expect(text).toContain('缺报（3家）：\n　四平市铁东区、四平市梨树县\n　延边州铁西区\n')
    expect(text).toContain('迟报（1家）：\n　四平市梨树县')
    expect(text).toContain('零报告（2家）：\n　白山市、白山市铁东区')
    expect(text).toContain('待采信（1份，未计入）：通化市东昌区（编号31）')
    expect(renderText(sampleReport({ reporting: { ...reporting, missing: [] } }))).toContain('无缺报。')
  })

  test('lists open hazards by city with unit, enterprise, deadline and the mark of a major one', () => {
    const text = renderText(sampleReport())
    expect(text).toContain(
      '共2条，其中重大隐患1条：\n长春市：\n1. 【重大】长春市梨树县｜长春市宏远机械厂｜除尘系统未接地｜未注明期限',
    )
    expect(text).toContain(
      '四平市：\n2. 四平市铁东区｜四平市盛达化工有限公司｜可燃气体报警器未检定｜限5月25日前（编号1）',
    )
  })

  test('lists sixty open hazards at most, the major ones among them, and counts the rest', () => {
    const text = renderText(busyReport())
    expect(text.match(/^\d+\. /gm)).toHaveLength(60)
    expect(text).toContain('【重大】白城市')
    expect(text).toContain('其余240条见工作簿。')
    // 5520 found, 3690 rectified, 300 of the others came with a description.
    expect(text).toContain('另有1530条未列明细。')
  })

  test('a hazard takes one line however it was written', () => {
    const openHazards = [
      { ...sampleReport().openHazards[0]!, hazard: hazard(`通道\n堵塞${'。'.repeat(500)}`) },
    ]
    const line = renderText(sampleReport({ openHazards }))
      .split('\n')
      .find(l => l.startsWith('1. '))!
    expect(line).toContain('通道 堵塞')
    expect(line).toContain('…｜未注明期限')
    expect(line.length).toBeLessThan(200)
  })

  test('an empty day says so', () => {
    const text = renderText(emptyReport())
    expect(text).toContain('一、省本级\n无检查。')
    expect(text).toContain('报送率0.0%，及时率0.0%')
    expect(text).toContain('四、本批次未整改隐患\n无。')
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  test('no percentage passes a hundred, and nothing is divided by zero', () => {
    const reporting = { expected: 0, actual: 0, onTime: 0, missing: [], late: [], zero: [] }
    const text = renderText(sampleReport({ provincial: totals(1, 1, 1, 2, 3), reporting }))
    expect(text).toContain('已整改3条，整改率100.0%')
    expect(text).toContain('报送率—，及时率—')
  })
})

describe('the summary for the committee group', () => {
  test('has the totals, a line per city, the reporting rate and the missing units, but no hazards', () => {
    const text = renderSummary(sampleReport())
    expect(text).toContain(
      '全省合计：派出7个检查组、17人次，检查企业11家，发现隐患11条，已整改9条，整改率81.8%。',
    )
    expect(text).toContain('\n长春市：检查企业5家，发现隐患7条，已整改6条，整改率85.7%。')
    expect(text).toContain('\n无检查：吉林市、辽源市、通化市、白山市、白城市、延边州。')
    expect(text).toContain('报送率97.1%')
    expect(text).toContain('缺报2家：白城市铁东区、延边州铁西区。')
    expect(text).not.toContain('除尘系统未接地')
  })

  test('fits one message also on a full day and when nobody reported', () => {
    for (const report of [sampleReport(), busyReport(), emptyReport()])
      expect(renderSummary(report).length).toBeLessThan(1000)
  })
})

describe('the slice of a division', () => {
  test('has the figures of its industries from the summary, the province apart from the cities', () => {
    const text = renderDivision(sampleReport(), chemicals)
    expect(text).toContain('（危化一处、危化二处）')
    expect(text).toContain('省本级：无检查。')
    expect(text).toContain(
      '各市（州）、县（市、区）：派出4个检查组、9人次，检查企业6家，发现隐患6条，已整改5条，整改率83.3%。',
    )
    expect(text).toContain(
      '\n四平市：派出2个检查组、4人次，检查企业3家，发现隐患2条，已整改1条，整改率50.0%。',
    )
  })

  test('lists its own inspections with number, unit and enterprise, and its open hazards', () => {
    const text = renderDivision(sampleReport(), chemicals)
    expect(text).toContain('编号1 四平市铁东区｜四平市盛达化工有限公司｜隐患2条，已整改1条')
    expect(text).toContain('编号9 四平市梨树县｜四平市盛达化工有限公司｜未发现问题隐患（迟报）')
    expect(text).toContain('可燃气体报警器未检定')
    expect(text).not.toMatch(/八宝煤业|除尘系统/)
  })

  test('a long list ends with how many more there are', () => {
    const localRows = Array.from({ length: 75 }, (_, i) => annexRow({ number: i + 1 }))
    const text = renderDivision(sampleReport({ localRows }), chemicals)
    expect(text.match(/^编号/gm)).toHaveLength(60)
    expect(text).toContain('其余15条见工作簿。')
  })

  test('says when there was nothing', () => {
    expect(renderDivision(sampleReport(), { names: ['非煤处'], industries: ['非煤矿山'] })).toMatch(
      /（非煤处）[\s\S]*今日无本行业检查。$/,
    )
  })
})

describe('hazards on the way to zero', () => {
  const clearance = {
    open: 12,
    major: 3,
    overdue: 5,
    recurring: 1,
    chains: 4,
    letters: 1,
    interviews: 0,
    listings: 1,
  }
  const takenOver = [
    { number: 1, subject: '四平市铁东区 宏达加油站', since: '2022-05-17', open: 2, reason: '久拖未改' },
    { number: 2, subject: '四平市梨树县', since: '2022-05-18', open: 0, reason: '' },
  ]
  const lines = [
    '提级1 四平市铁东区 宏达加油站：5月17日起，未销号隐患2条，久拖未改。',
    '提级2 四平市梨树县：5月18日起，目前无未销号隐患。',
  ]

  test('stand last in the leaders’ report, and nowhere else', () => {
    const report = sampleReport({ clearance, takenOver })
    expect(renderText(report)).toContain(
      [
        '五、隐患清零与督办',
        '台账未销号12条，其中重大3条、逾期5条、屡改屡犯1条。',
        '在办督办4件，其中提示函1件、约谈0件、挂牌督办1件。',
        '提级管理2项：',
        ...lines,
      ].join('\n'),
    )
    expect(renderSummary(report)).not.toContain('台账')
    expect(renderDivision(report, chemicals)).not.toContain('台账')
  })

  test('an edition of before they were counted reads as it did', () => {
    expect(renderText(sampleReport({ takenOver }))).toContain(['五、提级管理', ...lines].join('\n'))
    expect(renderText(sampleReport())).not.toContain('五、')
  })
})
