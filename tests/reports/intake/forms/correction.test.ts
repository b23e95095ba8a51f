import { describe, expect, it } from 'vitest'
import { isCorrection, withoutClosing } from '../../../../reports/intake/forms/correction.ts'
import { hear } from '../conversation.ts'

const report = (hazard = '灭火器过期', rectification = '已整改') =>
  `检查单位：铁东区应急局\n受检单位：红星加油站\n检查地点：一马路\n隐患：${hazard}\n检查人员：张三\n整改情况：${rectification}`

describe('a report replaces an earlier one that says', () => {
  it.each([
    '【更正】',
    '勘误：',
    '修正：',
    '重报',
    '重发一遍',
    '修改版',
    '以后面这条为准：',
    '上午报送的内容有补充，以本条为准：',
    '补充检查人员，以本条为准：',
    '领导好，上午报的那条地点写错了，以这条为准',
    '刚才发的检查人员写错了，重发',
    '刚才那条作废，按这个来：',
    '上一条作废',
    '上午报的有误',
    '四平市铁东区5月18日日报更正',
  ])('%s above', heading => {
    const parsed = hear(`${heading}\n${report()}`)
    expect(parsed).toMatchObject({ kind: 'report', correction: true, problems: [] })
    expect(parsed.inspections).toHaveLength(1)
  })

  it.each(['以此为准', '请以本表为准。', '特此更正', '（前一条作废，以此条为准）', '此前所报作废'])(
    '%s below',
    closing => {
      const parsed = hear(`${report()}\n${closing}`)
      expect(parsed.correction).toBe(true)
      expect(parsed.inspections[0]?.rectification).toBe('已整改')
    },
  )
})

describe('a report does not that', () => {
  it.each(['补报：', '补报一家', '再补一家', '补充一家企业：', '上午检查情况：'])('adds: %s', heading => {
    expect(hear(`${heading}\n${report()}`)).toMatchObject({ kind: 'report', correction: false })
  })

  it.each(['台账未及时更正', '作废票据未销毁', '变更管理制度未执行', '上一次检查发现的错误未更正'])(
    'tells of changes at the enterprise: %s',
    hazard => {
      expect(isCorrection(`隐患：${hazard}\n整改情况：已整改`, '')).toBe(false)
      expect(isCorrection(`隐患：\n${hazard}\n整改情况：已整改`, '')).toBe(false)
    },
  )

  it('ends with what was put right', () => {
    expect(hear(report('台账填错', '台账已更正'))).toMatchObject({
      correction: false,
      inspections: [{ rectification: '台账已更正' }],
    })
    expect(hear('上午检查红星加油站，储罐标签写错，已整改。').correction).toBe(false)
  })
})

it('what closes a text belongs to no column', () => {
  expect(withoutClosing('整改情况：已整改。请以此条为准。谢谢！')).toBe('整改情况：已整改')
  expect(withoutClosing('整改情况：台账已更正')).toBe('整改情况：台账已更正')
})
