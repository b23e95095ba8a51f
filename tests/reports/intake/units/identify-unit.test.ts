import { describe, expect, it } from 'vitest'
import type { IntakeMessage } from '../../../../reports/intake/parsed-message.ts'
import { readHints } from '../../../../reports/intake/units/hints.ts'
import { identifyUnit } from '../../../../reports/intake/units/identify-unit.ts'
import { gazetteer } from '../conversation.ts'

const hints = (room: string | null, from: string | null) =>
  readHints({ room, from, text: '', at: '' } satisfies IntakeMessage, gazetteer)
const identify = (written: string | null, room: string | null, from: string | null) =>
  identifyUnit(written, hints(room, from), gazetteer)

describe('a name that says no place means', () => {
  it.each<[string, string | null, string, string]>([
    ['市局执法支队', '四平市日报报送群', '四平市铁西区报送员', '四平市'],
    ['市局执法支队', null, '四平市铁西区', '四平市'],
    ['市应急局危化科', '全省交流群', '四平市铁西区', '四平市'],
    ['县局执法大队', '四平市日报报送群', '梨树县应急局小王', '四平市梨树县'],
    ['州局', '延边州报送群', '敦化市小王', '延边州'],
    ['市本级', '四平市日报报送群', '四平市报送员', '四平市'],
    ['咱们局', '四平市日报报送群', '四平市铁东区报送员', '四平市铁东区'],
    ['公安、应急、消防联合检查组', '四平市日报报送群', '四平市铁东区报送员', '四平市铁东区'],
    ['市局会同铁东区应急局', '四平市日报报送群', '四平市铁东区报送员', '四平市'],
    ['省厅执法总队', '四平市日报报送群', '四平市报送员', '吉林省'],
  ])('%s in %s by %s: %s', (written, room, from, unit) => {
    expect(identify(written, room, from).unit).toBe(unit)
  })
})

describe('a name cut from two units’ names', () => {
  it('is asked, unless room or sender settles it', () => {
    expect(identify('二道应急局', null, null).problem?.message).toBe(
      '“二道应急局”可能是长春市二道区、通化市二道江区，请写明全称',
    )
    expect(identify('二道应急局', '长春市报送群', null).unit).toBe('长春市二道区')
    expect(identify('二道局', null, '通化市报送员').unit).toBe('通化市二道江区')
    expect(identify('二道区应急局', null, null).unit).toBe('长春市二道区')
  })
})

describe('without a name the unit is the sender’s', () => {
  it.each<[string, string, string | null]>([
    ['敦化安全生产群', '王磊', '延边州敦化市'],
    ['四平应急局工作群', '王磊', '四平市'],
    ['四平市安全生产群', '铁东局小李', '四平市铁东区'],
    ['四平市安全生产群', '市应急局小李', '四平市'],
    ['梨树县工作群', '县局-老王', '四平市梨树县'],
    ['四平市安全生产群', '李长春', '四平市'],
    ['全省交流', '省厅危化二处李强', '吉林省'],
    ['全省交流', '云淡风轻', null],
    ['省安委办工作群', '王磊', null],
  ])('also in %s by %s, listed nowhere', (room, from, unit) => {
    expect(identify(null, room, from).unit).toBe(unit)
  })
})
