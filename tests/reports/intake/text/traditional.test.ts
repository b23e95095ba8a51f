import { expect, it } from 'vitest'
import { simplify } from '../../../../reports/intake/text/traditional.ts'

it('writes traditional characters as simplified ones', () => {
  expect(simplify('檢查單位：圖們市應急管理局')).toBe('检查单位：图们市应急管理局')
  expect(simplify('检查人员：劉伟')).toBe('检查人员：刘伟')
  expect(simplify('配電箱旁著火，沿著牆堆放；乾粉滅火器過期，標識不顯著')).toBe(
    '配电箱旁着火，沿着墙堆放；干粉灭火器过期，标识不显著',
  )
})

it('keeps 乾 in names, in either script', () => {
  expect(simplify('松原市乾安县应急局')).toBe('松原市乾安县应急局')
  expect(simplify('松原市乾安縣應急局檢查乾豐公司')).toBe('松原市乾安县应急局检查乾丰公司')
})
