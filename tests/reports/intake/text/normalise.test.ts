import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalise, withoutQuotation } from '../../../../reports/intake/text/normalise.ts'

it('drops what cannot be seen and writes alike what looks alike', () => {
  expect(normalise('\u202E检查\u200B单位：\u0007四平\r\n２０２２．５．１８　ＡＢ')).toBe(
    '检查单位：四平\n2022.5.18 AB',
  )
  expect(normalise('1️⃣灭火器⒉通道⑶接地')).toBe('1、灭火器2.通道(3)接地')
})

it('changes nothing the second time', () => {
  const parts = fc.constantFrom(
    ...'检查单位：|受 检|檢查|乾|著火|👉|✅|❌|☑|□|★|☆☆|**|*|#|##|2#|——|====|- |[强]|`|>|○|二|\n| |检|查|站|5月|18日|」|①|❶|__|××'.split(
      '|',
    ),
  )
  const decorated = fc.array(parts, { maxLength: 30 }).map(each => each.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), decorated), text => {
      expect(normalise(normalise(text))).toBe(normalise(text))
    }),
  )
})

it('leaves the reply of a quoting message', () => {
  expect(withoutQuotation('「张三：原文」\n- - - - - - -\n收到')).toBe('收到')
  expect(withoutQuotation('「张三」来了')).toBe('「张三」来了')
})
