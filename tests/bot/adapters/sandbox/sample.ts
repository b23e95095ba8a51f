import type { Roster } from '../../../../reports/roster/roster.ts'

const person = { unit: null, division: null }

/** A little of the sample province: enough of each role and kind of room. */
export const sampleRoster: Roster = {
  units: [
    { name: '吉林省', shortName: '吉林省', level: 'province', parent: null, reports: false },
    { name: '四平市', shortName: '四平市', level: 'city', parent: '吉林省', reports: true },
    { name: '四平市铁东区', shortName: '铁东区', level: 'county', parent: '四平市', reports: true },
    { name: '通化市', shortName: '通化市', level: 'city', parent: '吉林省', reports: true },
  ],
  divisions: [{ name: '危化二处', industries: ['危险化学品'] }],
  rooms: [
    { name: '省安委办工作群', roles: ['committee'], jurisdiction: null },
    { name: '处长工作群', roles: ['heads'], jurisdiction: null },
    { name: '厅领导群', roles: ['leaders'], jurisdiction: null },
    { name: '指挥中心值班群', roles: ['duty'], jurisdiction: null },
    { name: '全省日报报送群', roles: ['reporting'], jurisdiction: '吉林省' },
    { name: '四平市日报报送群', roles: ['reporting'], jurisdiction: '四平市' },
    { name: '通化市日报报送群', roles: ['reporting'], jurisdiction: '通化市' },
    { name: '省本级检查报送群', roles: ['provincial'], jurisdiction: null },
  ],
  people: [
    { ...person, name: '四平市铁东区报送员', role: 'reporter', unit: '四平市铁东区' },
    { ...person, name: '通化市报送员', role: 'reporter', unit: '通化市' },
    { ...person, name: '省厅报送员', role: 'reporter', unit: '吉林省' },
    { ...person, name: '指挥中心值班员', role: 'dutyOfficer' },
    { ...person, name: '危化二处处长', role: 'divisionHead', division: '危化二处' },
    { ...person, name: '分管副厅长', role: 'leader' },
    { ...person, name: '四平市副市长', role: 'committeeMember' },
    { ...person, name: '系统管理员', role: 'administrator' },
  ],
}
