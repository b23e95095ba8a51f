import { describe, expect, it } from 'vitest'
import { readRectification } from '../../../../reports/intake/fields/rectification.ts'
import { readStatus } from '../../../../reports/intake/fields/rectification-status.ts'

const today = '2022-05-18'
const hazards = ['灭火器过期', '通道堵塞', '配电箱未接地']
const over = (text: string, list = hazards) =>
  readRectification(text, list, today).statuses.map(({ rectified, deadline }) => deadline ?? rectified)

describe('rectification over three hazards', () => {
  it.each([
    ['均已整改', [true, true, true]],
    ['已全部整改', [true, true, true]],
    ['现场整改', [true, true, true]],
    ['当场整改完毕', [true, true, true]],
    ['共3项，均已整改', [true, true, true]],
    ['3项均已整改', [true, true, true]],
    ['未整改', [false, false, false]],
    ['限期5月25日前', ['2022-05-25', '2022-05-25', '2022-05-25']],
    ['1、2项已整改，3项限期5月25日前', [true, true, '2022-05-25']],
    ['1,2项已整改,3项限期5月25日前整改到位', [true, true, '2022-05-25']],
    ['第一、二项已整改；第三项正在整改', [true, true, false]],
    ['1至2项已整改，其余限期5月25日前', [true, true, '2022-05-25']],
    ['除第3项外均已整改', [true, true, false]],
    ['除第3项限期5月25日前整改外，其余均已整改', [true, true, '2022-05-25']],
    ['第2项未整改，限期5月25日前，其余已整改', [true, '2022-05-25', true]],
    ['1.已整改；2.已整改；3.限期5月25日前', [true, true, '2022-05-25']],
    ['灭火器已更换，通道限期5月25日前清理，配电箱正在整改', [true, '2022-05-25', false]],
    // Two of three, and nobody says which: no guess.
    ['2项已整改，1项限期整改', [null, null, null]],
    ['已整改3项', [true, true, true]],
    ['共发现3项问题，已整改3项', [true, true, true]],
    ['2项当场整改，1项已整改', [true, true, true]],
    ['未整改3项', [false, false, false]],
    ['10月31日前整改', ['2022-10-31', '2022-10-31', '2022-10-31']],
    ['限期3个工作日内整改', ['2022-05-23', '2022-05-23', '2022-05-23']],
    ['已整改，第3项除外', [true, true, false]],
    ['均已整改，3除外', [true, true, false]],
    ['均已整改（第3项除外）', [true, true, false]],
    ['均已整改，除第3项', [true, true, false]],
    ['第3项除外，其余均已整改', [true, true, false]],
    ['均已整改，第3项除外，限期5月25日前', [true, true, '2022-05-25']],
    ['3项限期5月25日前，其余已整改', [true, true, '2022-05-25']],
    ['灭火器已更换，其余2项限期5月25日前整改', [true, '2022-05-25', '2022-05-25']],
    ['无', [null, null, null]],
  ])('%s', (text, states) => {
    expect(over(text)).toEqual(states)
  })
})

it.each([
  '已整改1项',
  '3项已整改2项',
  '3项中2项已整改',
  '共3项，已整改2项',
  '当场整改2条',
  '2项已整改',
  '2项已整改，1项正在整改',
  '2项已整改，1项限期',
  '1项已整改，2项责令5月30日前整改',
  '已整改2项，剩余1项限期5月25日前',
  '2项已整改，1项限期5-25前整改',
  '违反第5条，已整改2项',
])('of %s it is not known which', text => {
  expect(over(text)).toEqual([null, null, null])
  expect(readRectification(text, hazards, today).unclear).toBe(true)
})

it('takes 1项 and 2项 over two hazards for their numbers', () => {
  const two = hazards.slice(0, 2)
  expect(over('1项已整改，2项责令5月30日前整改', two)).toEqual([true, '2022-05-30'])
  expect(over('第2项当场整改，第1项限期5月25日前', two)).toEqual(['2022-05-25', true])
})

it('tells an order from its outcome', () => {
  const rectified = (text: string) => readStatus(text, today).rectified
  expect(rectified('责令限期整改')).toBe(false)
  expect(rectified('已要求企业全部整改')).toBe(false)
  expect(rectified('限期5月25日前整改完毕')).toBe(false)
  expect(rectified('责令现场整改，已整改完毕')).toBe(true)
  expect(rectified('已督促企业整改到位')).toBe(true)
  expect(rectified('5月17日已整改')).toBe(true)
})
