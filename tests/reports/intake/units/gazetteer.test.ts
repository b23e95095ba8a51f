import { describe, expect, it } from 'vitest'
import { gazetteer } from '../conversation.ts'

const found = (unit: string) => ({ kind: 'found', unit })

describe('a unit is known by', () => {
  it.each([
    ['铁东区', '四平市铁东区'],
    ['铁东区局', '四平市铁东区'],
    ['铁东区应急管理局', '四平市铁东区'],
    ['铁东应急局', '四平市铁东区'],
    ['四平铁东', '四平市铁东区'],
    ['吉林省四平市铁东区', '四平市铁东区'],
    ['四平市铁东区应急管理局执法大队', '四平市铁东区'],
    ['四平市铁东区应急局（危化股）', '四平市铁东区'],
    ['四平市铁东区山门镇', '四平市铁东区'],
    ['四平市应急局', '四平市'],
    ['四平市本级', '四平市'],
    ['四平市局执法支队', '四平市'],
    ['铁东区局危化股', '四平市铁东区'],
    ['省应急管理厅', '吉林省'],
    ['省应急厅危化二处', '吉林省'],
    ['危化二处', '吉林省'],
    ['省应急管理厅煤监二处', '吉林省'],
    ['吉林应急厅', '吉林省'],
    ['吉林应急局', '吉林市'],
    ['吉林市', '吉林市'],
    ['吉林省', '吉林省'],
    ['延边朝鲜族自治州', '延边州'],
    ['延边州', '延边州'],
    ['延边州延吉市应急局', '延边州延吉市'],
    ['前郭县', '松原市前郭尔罗斯蒙古族自治县'],
    ['伊通县', '四平市伊通满族自治县'],
    ['长白县', '白山市长白朝鲜族自治县'],
    ['通化市', '通化市'],
    ['通化县', '通化市通化县'],
    ['二道区', '长春市二道区'],
    ['二道江区', '通化市二道江区'],
  ])('%s', (written, unit) => {
    expect(gazetteer.resolve(written, null)).toEqual(found(unit))
  })

  it('市应急局 where the scope tells which city', () => {
    expect(gazetteer.resolve('市应急局', '四平市')).toEqual(found('四平市'))
    expect(gazetteer.resolve('市局', '四平市铁东区')).toEqual(found('四平市'))
    expect(gazetteer.resolve('州应急局', '延边州')).toEqual(found('延边州'))
    expect(gazetteer.resolve('市应急局', null)).toEqual({ kind: 'unknown', nearest: [] })
  })

  it('what the scope leaves of several', () => {
    expect(gazetteer.resolve('通化', '通化市通化县')).toEqual(found('通化市通化县'))
    expect(gazetteer.resolve('吉林', '吉林市')).toEqual(found('吉林市'))
    expect(gazetteer.resolve('通化', null)).toEqual({
      kind: 'ambiguous',
      candidates: ['通化市', '通化市通化县'],
    })
  })

  it('its neighbours, where it is misspelt', () => {
    expect(gazetteer.resolve('铁冬区', null)).toEqual({ kind: 'unknown', nearest: ['四平市铁东区'] })
    expect(gazetteer.resolve('四平市铁冬区应急局', null)).toEqual({
      kind: 'unknown',
      nearest: ['四平市铁东区'],
    })
    expect(gazetteer.resolve('铁南区', '四平市')).toEqual({
      kind: 'unknown',
      nearest: ['四平市铁西区', '四平市铁东区'],
    })
    expect(gazetteer.resolve('火星', null)).toEqual({ kind: 'unknown', nearest: [] })
  })
})

it('lies within itself and whatever stands above it', () => {
  expect(gazetteer.isWithin('四平市铁东区', '四平市')).toBe(true)
  expect(gazetteer.isWithin('四平市', '四平市')).toBe(true)
  expect(gazetteer.isWithin('四平市铁东区', '吉林省')).toBe(true)
  expect(gazetteer.isWithin('四平市', '四平市铁东区')).toBe(false)
  expect(gazetteer.isWithin('吉林省', '吉林市')).toBe(false)
})

it('stands in a text with 区 or 县, or behind its city without', () => {
  expect(gazetteer.findMention('5月18日四平铁东：今日检查')).toBe('四平铁东')
  expect(gazetteer.findMention('松原前郭县应急局今日检查')).toBe('松原前郭县应急局')
  expect(gazetteer.findMention('今日检查铁东加油站')).toBeNull()
})
