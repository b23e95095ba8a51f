import type { Roster, Unit } from '../../../reports/roster/roster.ts'

const cities: Record<string, string> = {
  长春市: '南关区 朝阳区 二道区 公主岭市',
  吉林市: '龙潭区 永吉县',
  四平市: '铁西区 铁东区 梨树县 伊通满族自治县 双辽市',
  通化市: '东昌区 二道江区 通化县',
  白山市: '浑江区 长白朝鲜族自治县',
  松原市: '宁江区 前郭尔罗斯蒙古族自治县',
  延边州: '延吉市 敦化市',
}
const units: Unit[] = [
  { name: '吉林省', shortName: '吉林省', level: 'province', parent: null, reports: false },
  ...Object.entries(cities).flatMap(([city, counties]): Unit[] => [
    { name: city, shortName: city, level: 'city', parent: '吉林省', reports: true },
    ...counties.split(' ').map(
      (county): Unit => ({
        name: city + county,
        shortName: county,
        level: 'county',
        parent: city,
        reports: true,
      }),
    ),
  ]),
]

/** A few units of the province, enough for names that meet each other. */
export const roster: Roster = {
  units,
  divisions: [
    { name: '煤矿一处', industries: ['煤矿'] },
    { name: '危化二处', industries: ['危险化学品', '烟花爆竹'] },
  ],
  rooms: [
    { name: '处长工作群', roles: ['heads', 'provincial'], jurisdiction: null },
    { name: '省安委办工作群', roles: ['committee'], jurisdiction: null },
    { name: '四平市日报报送群', roles: ['reporting'], jurisdiction: '四平市' },
    { name: '通化市日报报送群', roles: ['reporting'], jurisdiction: '通化市' },
  ],
  people: [
    { name: '四平市铁东区报送员', role: 'reporter', unit: '四平市铁东区', division: null },
    { name: '四平市报送员', role: 'reporter', unit: '四平市', division: null },
    { name: '危化二处处长', role: 'divisionHead', unit: null, division: '危化二处' },
  ],
}
