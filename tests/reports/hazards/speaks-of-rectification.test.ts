import { expect, test } from 'vitest'
import { speaksOfRectification } from '../../../reports/hazards/speaks-of-rectification.ts'

test.each([
  '上次检查发现的隐患已整改到位',
  '前期隐患均已整改',
  '对5月10日检查发现的隐患进行复查，均已整改完毕',
  '经复查，此前2条隐患已整改完毕',
  '未发现新隐患，上次检查隐患已全部整改到位',
  '第1项限期5月25日前整改。上次隐患已整改完毕。',
  '复查合格',
  '上次隐患均已整改到位，本次隐患限期4月25日前整改',
  '经复查，上次检查的隐患，本次复查均已整改',
])('%s', text => {
  expect(speaksOfRectification(text)).toBe(true)
})

test.each([
  '',
  '已整改',
  '1项已整改，2项限期5月25日前',
  '上次隐患未整改',
  '前期隐患尚未整改到位',
  '上次隐患均未整改',
  '上次隐患已整改3条，其余限期5月25日前整改',
  '请于5月25日之前整改完毕',
  '均已整改，已复查',
  '整改完毕后复查',
  '整改完毕后申请复查',
  '经复查，灭火器已更换，当场整改',
  '上次隐患已责令整改',
])('not: %s', text => {
  expect(speaksOfRectification(text)).toBe(false)
})
