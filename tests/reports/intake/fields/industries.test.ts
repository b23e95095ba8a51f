import { expect, it } from 'vitest'
import { industryOfEnterprise, readIndustry } from '../../../../reports/intake/fields/industries.ts'

it.each([
  ['四平市红星加油站', '危险化学品'],
  ['四平市宏达气体有限公司', '危险化学品'],
  ['红星烟花爆竹批发部', '烟花爆竹'],
  ['白山市某某煤矿', '煤矿'],
  ['长白煤业有限公司', '煤矿'],
  ['白山石场', '非煤矿山'],
  ['板石铁矿', '非煤矿山'],
  ['四平水泥厂', '工贸'],
  ['通化钢铁公司', '工贸'],
  ['四平市化工机械有限公司', '工贸'],
  ['宏达有限公司', null],
])('%s: %s', (name, industry) => {
  expect(industryOfEnterprise(name)).toBe(industry)
})

it('reads the label 行业', () => {
  expect(readIndustry('危化品')).toBe('危险化学品')
  expect(readIndustry('非煤')).toBe('非煤矿山')
  expect(readIndustry('煤矿')).toBe('煤矿')
  expect(readIndustry('工贸（冶金）')).toBe('工贸')
  expect(readIndustry('煤矿、非煤矿山')).toBeNull()
  expect(readIndustry('其他')).toBeNull()
})
