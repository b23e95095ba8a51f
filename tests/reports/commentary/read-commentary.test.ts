import { describe, expect, test } from 'vitest'
import { readCommentary } from '../../../reports/commentary/read-commentary.ts'
import { createGazetteer } from '../../../reports/intake/units/gazetteer.ts'
import { roster } from '../intake/roster.ts'

const county = (city: string, name: string) => ({
  name: city + name,
  shortName: name,
  level: 'county' as const,
  parent: city,
  reports: true,
})
/** With names that make trouble: a second 铁西区, and names that common words contain. */
const gazetteer = createGazetteer({
  ...roster,
  units: [
    ...roster.units,
    county('白山市', '铁西区'),
    county('松原市', '大安市'),
    county('通化市', '集安市'),
    county('长春市', '农安县'),
  ],
})
const read = (text: string) => readCommentary(text, gazetteer)

describe('units that a commentary names', () => {
  test.each([
    ['四平市铁东区检查情况较好', ['四平市铁东区']],
    ['铁东区、梨树县、四平市本级', ['四平市铁东区', '四平市梨树县', '四平市']],
    ['四平铁东和梨树隐患描述简单', ['四平市铁东区', '四平市梨树县']],
    ['请梨树、双辽今日15:00前反馈', ['四平市梨树县', '四平市双辽市']],
    ['梨树县未报，梨树县应急局要说明', ['四平市梨树县']],
    ['吉林市报送偏少', ['吉林市']],
    ['吉林省四平市铁东区', ['四平市铁东区']],
    ['吉林省本级检查3家', ['吉林省']],
    ['按照《吉林省安全生产条例》《长春市燃气管理条例》执法', []],
    ['省应急管理厅危化二处通报', []],
    ['四平市宏达加油站动火作业未审批', []],
    ['长春某某公司、长春市第一化工厂均未整改', []],
    ['中石油四平市分公司、吉林石化有限公司', []],
    ['长春市双益化工（集团）有限公司', []],
    ['四平市铁东区宏达加油站灭火器失效，梨树县已整改', ['四平市梨树县']],
    ['四平市对宏达加油站检查不细', ['四平市']],
    ['四平市12家加油站、铁东区各烟花爆竹零售店', ['四平市', '四平市铁东区']],
    ['梨树县应急局检查宏达加油站', ['四平市梨树县']],
    ['四平市烟花爆竹零售店问题较多', ['四平市']],
    ['加大安全投入，扩大安全生产宣传，收集安全信息，筑牢第二道防线', []],
    ['收集安图县情况，对大安、集安要多指导', ['松原市大安市', '通化市集安市']],
    ['长春市场监管，铁东区域', []],
    ['通化县与通化市各报一次', ['通化市通化县', '通化市']],
    ['请铁东反馈', ['四平市铁东区']],
    ['请铁东说明原因，梨树整改不到位', ['四平市铁东区', '四平市梨树县']],
    ['请公主岭整改，双辽存在漏报', ['长春市公主岭市', '四平市双辽市']],
    ['加大安全整改力度，提升安全报告质量', []],
  ])('%s', (text, units) => {
    expect(read(text).references.units).toEqual(units)
  })

  test('a name that several units bear means the one in the city that was named before it', () => {
    expect(read('白山市：浑江区、铁西区较好').references.units).toEqual([
      '白山市',
      '白山市浑江区',
      '白山市铁西区',
    ])
    expect(read('白山市浑江区较好')).toMatchObject({ unclear: [] })
  })

  test('a name that fits several, or none but is near one, is told with what it may mean', () => {
    expect(read('铁西区隐患描述不清，请说明')).toMatchObject({
      references: { units: [] },
      asked: [],
      unclear: [{ written: '铁西区', candidates: ['四平市铁西区', '白山市铁西区'] }],
    })
    expect(read('请铁冬区说明，四平市铁冬区').unclear).toEqual([
      { written: '铁冬区', candidates: ['四平市铁东区'] },
    ])
    expect(read('储罐区、厂区、辖区、市区、园区，各县区，开发区工业区').unclear).toEqual([])
    expect(read('吉林报送少').unclear).toEqual([{ written: '吉林', candidates: ['吉林省', '吉林市'] }])
  })
})

describe('a name that no unit bears', () => {
  test.each([
    ['四平市火星区要整改', [], []],
    ['四平市火星区应急管理局要整改', [], []],
    ['请铁东区、火星区、梨树县反馈', ['四平市铁东区', '四平市梨树县'], ['四平市铁东区', '四平市梨树县']],
    ['请火星区、铁东区反馈', ['四平市铁东区'], ['四平市铁东区']],
    ['梨树县未报。请火星区说明', ['四平市梨树县'], []],
    ['铁东区要整改。省应急厅火星区', ['四平市铁东区'], ['四平市铁东区']],
  ])('is told as such, and asks no other: %s', (text, units, asked) => {
    expect(read(text)).toMatchObject({
      references: { units },
      asked,
      unclear: [{ written: '火星区', candidates: [] }],
    })
  })

  test.each([
    '四平市各县区、四平市开发区、四平市督促县区整改',
    '请铁东区、工业园区、储罐区整改',
    '请各市州、重点地区反馈',
  ])('is not what names a kind of place: %s', text => {
    expect(read(text).unclear).toEqual([])
  })

  test('one that may be several asks no other either', () => {
    expect(read('通化县未报。请铁西区说明').asked).toEqual([])
  })
})

describe('numbers that a commentary names', () => {
  test.each([
    ['第12号、编号13、14号报告', [12, 13, 14], []],
    ['编号：12，第15、16号，第20—22号', [12, 15, 16, 20, 21, 22], []],
    ['第十二号报告', [12], []],
    ['12-1、12-2未整改，隐患13-1，第14-2号', [], ['12-1', '12-2', '13-1', '14-2']],
    ['第12号第1项，第13号第2、3条隐患，14号报告第一项', [], ['12-1', '13-2', '13-3', '14-1']],
    ['１２－１整改不到位，第１３号', [13], ['12-1']],
    ['第12号与第12号、12-1和12-1', [12], ['12-1']],
    ['第12-15号', [12, 13, 14, 15], []],
    ['1-2号、6-1号隐患', [], ['1-2', '6-1']],
    ['隐患1-2号、6-1号', [], ['1-2', '6-1']],
    ['第1-2号、第6-1号隐患', [], ['1-2', '6-1']],
    ['1-2、6-1号隐患', [], ['1-2', '6-1']],
    ['发现隐患3-5条，隐患整改1-2天，5月1-2号', [], []],
    ['2022-05-18检查3-5家，5-8月，7-9时，9:00-10:00，12-1日，占10-20%', [], []],
    ['第12号令、〔2022〕第3号文件、第2号罐、3号楼、5月12号、第3期、12号截止', [], []],
  ])('%s', (text, reports, hazards) => {
    const { references } = read(text)
    expect(references.reports).toEqual(reports)
    expect(references.hazards.map(({ report, position }) => `${report}-${position}`)).toEqual(hazards)
  })
})

describe('kinds', () => {
  test.each([
    ['四平市铁东区检查情况较好，对隐患描述的同时写明了依据', ['表扬']],
    ['梨树县做法值得肯定，予以表扬', ['表扬']],
    ['铁东区隐患描述不到位', ['指出问题']],
    ['南关区检查11家零隐患', ['指出问题']],
    ['第12号未写依据，缺检查人员', ['指出问题']],
    ['请各地登录系统核查本市区录入情况', ['工作要求']],
    ['方案要求市州对批发企业全覆盖检查', ['工作要求']],
    ['各地应于5月20日前上报', ['工作要求']],
    ['梨树县何时整改完毕？', ['工作要求']],
    ['铁东区较好。梨树县未上报，务必补报', ['表扬', '指出问题', '工作要求']],
    ['检查中没有发现问题', []],
    ['铁东区未发现问题隐患，问题均已整改', []],
    ['不值得肯定', ['指出问题']],
    ['整改情况不太好，谈不上较好', ['指出问题']],
    ['无需上报', []],
    ['应急局申请的重要主要情况，供应、反应正常', []],
    ['请未上报的单位补报', ['工作要求']],
    ['梨树县为何未上报？', ['指出问题', '工作要求']],
    ['不要走过场', ['指出问题', '工作要求']],
    ['对铁东区提出批评', ['指出问题']],
    ['铁东区整改不彻底', ['指出问题']],
    ['铁东区不报不改，梨树县弄虚作假', ['指出问题']],
    ['整改期限偏长', ['指出问题']],
    ['铁东区限期3日', ['工作要求']],
    ['很多报告写明了依据，不少报告附图', []],
    ['铁东区较好，请继续保持', ['表扬']],
    ['今日收到报告12份', []],
    // As it was published in May 2022.
    [
      '5月18日,各地应急局开展危化品经营企业检查,检查企业19户。四平市铁东区检查情况较好,对隐患描述的同时写明了依据,零售商店内的电器使用,用电线路铺设很重要、对安全影响也较大,要监督好企业整改。',
      ['表扬', '工作要求'],
    ],
  ])('%s', (text, kinds) => {
    expect(read(text).kinds).toEqual(kinds)
  })

  test('are those that are stated, whatever the words under the heading are', () => {
    expect(read('表扬：梨树县未漏报').kinds).toEqual(['表扬'])
    expect(read('【工作要求】梨树县补报依据').kinds).toEqual(['工作要求'])
    expect(read('一是表扬：铁东区').kinds).toEqual(['表扬'])
    expect(read('一、存在问题\n1.铁东区补报\n2.请看第12号\n\n梨树县较好').kinds).toEqual(['表扬', '指出问题'])
    expect(read('【表扬】铁东区【工作要求】梨树县').kinds).toEqual(['表扬', '工作要求'])
  })
})

describe('units that are asked', () => {
  test.each([
    ['请梨树县说明', ['四平市梨树县']],
    ['铁东区未写依据。请于15:00前说明。', ['四平市铁东区']],
    ['铁东区较好。梨树县何时整改完毕？', ['四平市梨树县']],
    ['铁东区未上报。请各地登录系统核查。', []],
    ['请各地特别是铁东区、梨树县抓紧', ['四平市铁东区', '四平市梨树县']],
    ['请梨树县学习铁东区、双辽市的做法', ['四平市梨树县']],
    ['铁东区做法值得肯定，请各市州学习', []],
    ['铁东区较好，请继续保持', []],
    ['请四平市督促各县区整改', ['四平市']],
    ['铁东区未写依据。\n\n请认真学习文件。', []],
    ['四平市铁东区：\n1.缺依据\n2.请补报', ['四平市铁东区']],
    ['工作要求：梨树县补报依据', ['四平市梨树县']],
    ['表扬：梨树县，要的就是这种精神', []],
    ['梨树县四平市宏达加油站要停产整改', ['四平市梨树县']],
    ['四平市宏达加油站要停产整改', []],
    ['吉林省本级要带头', []],
    ['表扬铁东区，请铁西区向铁东区学习', ['四平市铁西区']],
    ['表扬铁东区，请梨树县向铁东区学习', ['四平市梨树县']],
    ['铁东区、双辽市检查较好，梨树县走过场，请反馈', ['四平市梨树县']],
    ['表扬铁东区。请认真学习。', []],
    ['铁东区报送及时，值得肯定，请认真学习', []],
    ['铁东区较好，但隐患描述不全，请补报', ['四平市铁东区']],
    ['铁东区检查较好。但隐患描述不全。请补报。', ['四平市铁东区']],
    ['铁东区，梨树县，要抓紧整改', ['四平市铁东区', '四平市梨树县']],
    ['请说明原因，铁东区未报', ['四平市铁东区']],
    ['请各地举一反三，特别是铁东区', ['四平市铁东区']],
    ['铁东区未报，请各地核查，20日前上报', []],
  ])('%s', (text, asked) => {
    expect(read(text).asked).toEqual(asked)
  })

  test.each([
    ['第1号报告依据不足，请说明第2项未整改原因', [1]],
    ['请反馈1-2号、6-1号隐患整改情况', [1, 6]],
    ['第1号报告较好，第2号缺依据，请反馈', [2]],
    ['请学习第1号报告的做法', []],
    ['请梨树县说明第1号报告', []],
    ['紧急切断系统未投用（33-2），务必专人值守，请梨树县反馈', []],
    ['第1号报告依据不足', []],
  ])('or reports whose units are asked, where none is named: %s', (text, reports) => {
    expect(read(text).askedReports).toEqual(reports)
  })
})

test('industries that it names, but not those in the name of a division', () => {
  expect(read('危化二处：各地烟花爆竹批发企业、非煤矿山').industries).toEqual(['非煤矿山', '烟花爆竹'])
  expect(read('煤矿和加油站').industries).toEqual(['煤矿', '危险化学品'])
})

describe('the text', () => {
  test('keeps its lines and lists', () => {
    const text = '5月18日点评：\n1. 铁东区较好；\n　　（1）依据齐全\n\n2. 梨树县未报'
    expect(read(text).text).toBe(text)
  })

  test.each([
    ['@所有人 请看', '请看'],
    ['请＠所有人\u2005注意，@all 注意，@@所有人所有人看', '请注意，注意，看'],
    ['铁\u200B东\u202E区\u0007较好', '铁东区较好'],
    ['一  \n\n\n\n\n\n二\r\n三\t \n', '一\n\n\n二\n三'],
    ['@四平市铁东区报送员 收到', '@四平市铁东区报送员 收到'],
    [' \n', ''],
    ['　　首行\n　　次行', '　　首行\n　　次行'],
    ['@所@所@所@所@所有人有人有人有人有人', '所所有人有人'],
  ])('%j', (written, text) => {
    expect(read(written).text).toBe(text)
  })
})

test('ten thousand characters are read in a moment, whatever they are', () => {
  const texts = [
    '四平市铁东区检查情况较好，要监督好企业整改。',
    '铁冬区，',
    '请',
    '第1、',
    '1-',
    '未',
    '@所',
    '长春市宏达宏达宏达宏达宏达',
    '朝阳区',
    '《',
    '二道',
    '不太很够',
    '\n【表扬】',
    ' ',
    '火星区、',
    '隐患1-2号、',
  ]
  const slowest = texts.map(text => {
    const begun = performance.now()
    read(text.repeat(Math.ceil(10_000 / text.length)))
    return [text, performance.now() - begun] as const
  })
  expect(slowest.filter(([, milliseconds]) => milliseconds > 1000)).toEqual([])
  const begun = performance.now()
  read('@所'.repeat(20_000) + '有人'.repeat(20_000))
  expect(performance.now() - begun).toBeLessThan(1000)
})
