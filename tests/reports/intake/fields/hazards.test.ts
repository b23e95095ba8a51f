import { describe, expect, it } from 'vitest'
import { readHazards } from '../../../../reports/intake/fields/hazards.ts'
import { saysNothing } from '../../../../reports/intake/fields/nothing-found.ts'

const texts = (value: string) => readHazards(value, false, '2022-05-18').hazards.map(({ text }) => text)
const first = (value: string) => readHazards(value, false, '2022-05-18').hazards[0]

describe('a list of hazards', () => {
  it.each([
    '1.灭火器过期 2.通道堵塞 3.未接地',
    '1、灭火器过期；2、通道堵塞；3、未接地。',
    '1）灭火器过期2）通道堵塞3）未接地',
    '（1）灭火器过期；（2）通道堵塞；（3）未接地',
    '(1)灭火器过期\n(2)通道堵塞\n(3)未接地',
    '①灭火器过期②通道堵塞③未接地',
    '一、灭火器过期\n二、通道堵塞\n三、未接地',
    '（一）灭火器过期（二）通道堵塞（三）未接地',
    '一是灭火器过期，二是通道堵塞，三是未接地。',
    '- 灭火器过期\n- 通道堵塞\n- 未接地',
    '灭火器过期；通道堵塞；未接地',
    '灭火器过期\n通道堵塞\n未接地',
    '发现隐患3处：1.灭火器过期；2.通道堵塞；3.未接地',
  ])('%s', value => {
    expect(texts(value)).toEqual(['灭火器过期', '通道堵塞', '未接地'])
  })

  it('may have items that begin with a digit', () => {
    expect(texts('1.2号加油机未接地；2.4号反应釜压力表超期；3.3201工作面支柱初撑力不足')).toEqual([
      '2号加油机未接地',
      '4号反应釜压力表超期',
      '3201工作面支柱初撑力不足',
    ])
    expect(texts('1.5米平台护栏缺失')).toEqual(['1.5米平台护栏缺失'])
  })

  it('is not cut by numbers and marks inside a hazard', () => {
    expect(texts('1.压力仅0.2.5MPa，距离不足1.5米 2.第1、2号罐无标识')).toEqual([
      '压力仅0.2.5MPa，距离不足1.5米',
      '第1、2号罐无标识',
    ])
    expect(first('灭火器过期（依据《甲》第1条；《乙》第2条）')).toMatchObject({
      text: '灭火器过期',
      basis: '《甲》第1条；《乙》第2条',
    })
  })
})

it.each([
  '未发现问题隐患',
  '无',
  '良好',
  '未发现',
  '经检查，未发现安全隐患。',
  '无问题隐患',
  '未发现违法违规行为',
  '/',
])('%s is no hazard', value => {
  expect(texts(value)).toEqual([])
})

it.each(['无证上岗', '未按规定佩戴安全帽', '无安全警示标志', '未设置静电接地'])('%s is one', value => {
  expect(saysNothing(value)).toBe(false)
  expect(texts(value)).toEqual([value])
})

it('is major under such a heading, if it is about all', () => {
  const majors = (value: string) => readHazards(value, false, '2022-05-18').hazards.map(({ major }) => major)
  expect(majors('重大隐患：1.罐区无围堰 2.未接地')).toEqual([true, true])
  expect(majors('存在重大隐患2项：1.罐区无围堰 2.未接地')).toEqual([true, true])
  expect(majors('共2项，其中重大隐患1项：1.罐区无围堰（重大隐患） 2.未接地')).toEqual([true, false])
})

it('reads what stands beside a hazard', () => {
  expect(first('灭火器过期（已整改）')).toMatchObject({ text: '灭火器过期', rectified: true })
  expect(first('灭火器过期，已当场整改')).toMatchObject({ text: '灭火器过期', rectified: true })
  expect(first('罐区无围堰（限期5月25日前整改）')).toMatchObject({ rectified: false, deadline: '2022-05-25' })
  expect(first('罐区无围堰（重大隐患）')).toMatchObject({ text: '罐区无围堰', major: true })
  expect(first('重大隐患：罐区无围堰')).toMatchObject({ text: '罐区无围堰', major: true })
  expect(first('罐区无围堰（不构成重大隐患）')).toMatchObject({ major: false })
  expect(first('未接地（违反《甲》第1条，已责令限期5月25日前整改）')).toMatchObject({
    basis: '《甲》第1条',
    rectified: false,
    deadline: '2022-05-25',
  })
  expect(first('未接地，依据《消防法》第十六条')).toMatchObject({
    text: '未接地',
    basis: '《消防法》第十六条',
  })
})
