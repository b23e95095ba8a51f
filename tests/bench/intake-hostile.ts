import type { Fixture } from '../eval/expectation.ts'

/** The most characters that intake reads of one message. */
const longest = 20_000

/** A text that is made to be slow to read, and what it is made of. */
export interface HostileText {
  name: string
  text: string
}

/** Single characters: one at least of each class that the patterns of intake repeat. */
const characters = [
  ...' \t\n、，,；;。.：:|｜-—~_*#=/+×√()（）[]【】《》「」"“”□☑★•·<>',
  ...'0１19①⑳⒈⑴一十〇零两百千万亿第共约未不已均在对将的等人名组家项条处日月年前内元',
  ...'AzéЖ測檢乾著国😀🀄',
  '\u200b',
  '\ud800',
  '\u0000',
  '👨‍👩‍👧',
]

/** What messages are made of, in the near-misses that make a pattern try again from each of them. */
const phrases = [
  // Labels and what looks like them.
  '检查单位：',
  '检查单位',
  '检查单位 ',
  '【检查单位】',
  '检查单位（签字）',
  '检 查 单 位：',
  '检查人员：张三、',
  '受检单位：甲站\n',
  '隐患：1.',
  '整改情况：',
  '发现的问题隐患\n',
  '检查地点地址位置',
  '隐患整改问题',
  '重大隐患：1.',
  '一般隐患2项：',
  // Numbers, dates and measures.
  '1、',
  '1.',
  '1.2',
  '2022.',
  '2022-05-',
  '2022年5月18日',
  '5月18',
  '今日昨日',
  '一是二是',
  '第1项',
  '1、2项已整改，',
  '第1、2、3和',
  '1至2至',
  '①②',
  '3个工作日',
  '12,345,',
  '二〇二二年',
  '5人、',
  '2组5人次',
  '共发现',
  '1万5千',
  '罚款2家',
  '罚款人民币共计',
  '限期5月25日前整改，',
  '除第3项外',
  // Brackets, quotations and bases.
  '（依据《',
  '《安全生产法》第三条、',
  '（（）',
  '（甲站',
  '「甲：',
  '【甲',
  '"甲\t',
  '(已整改)',
  '违反《甲》',
  // Names without separators.
  '张三李四王五',
  '张三 李四 ',
  '局长张三',
  '四平市铁东区应急管理局',
  '铁东区铁西区',
  '红星加油站有限公司',
  '公司厂站店',
  '危化科执法大队',
  '市县区',
  // Words that verbs and states are put together from.
  '检查',
  '现场检查执法督查',
  '责令限期整改',
  '责令限期立即停产停业整改',
  '已经全部现场整改',
  '未发现问题隐患',
  '无问题、',
  '未未',
  '已',
  '全',
  '全部',
  '均',
  '停业',
  '停产停业',
  '立案审批表',
  '经检查现场组人员中',
  '今日无安排开展检查',
  '因受由于',
  '企业检查情况事项',
  '立案查处处罚调查',
  '责令整改指令书决定',
  '相关安全技术专家',
  '出动检查组3个，',
  '检查企业5家，发现隐患',
  '派出2个组4人，检查企业3家，',
  '到红星加油站检查，',
  '对红星加油站进行检查发现',
  '省级县级抽查督查',
  '灭火器过期、',
  '灭火器，',
  '过期；',
  '以此为准',
  '请审阅。谢谢\n',
  '零报告日报',
  // Tables.
  '甲\t乙\t',
  '甲\t乙\t丙\n',
  '检查单位\t受检单位\t隐患\n',
  '| 甲 ',
  '|---|---|\n',
  '甲  乙  丙\n',
  '甲,乙,丙\n',
  '甲 乙 丙 丁 戊 己\n',
  '序号 单位 企业 隐患\n1 ',
  '"甲""',
  // Decoration.
  '= = ',
  '★ ☆',
  '☑已整改 □未整改 ',
  '> # ',
  '# ',
  '# 甲',
  '检\n查',
  '张三李\n四\n',
  '[微笑]',
  '🔥 ',
  '檢查單位：',
]

/** What may stand before it, so that it reaches the reader of each column and of each form. */
const heads = {
  none: '',
  hazards: '受检单位：甲站\n隐患：',
  rectification: '检查单位：甲局\n受检单位：甲站\n隐患：过期\n整改：',
  inspectors: '受检单位：甲站\n隐患：过期\n人员：',
  enterprise: '隐患：过期\n受检单位：',
}

/** And behind it: a pattern that has read to the end must not find there what it looks for. */
const tails = ['', '甲']

const fill = (part: string, room: number): string => part.repeat(Math.ceil(room / part.length)).slice(0, room)

/** Texts of 20,000 characters on which a careless pattern would take seconds. */
export function hostileTexts(fixtures: readonly Fixture[], length = longest): HostileText[] {
  const repeated = [...characters, ...phrases].flatMap(part =>
    Object.entries(heads).flatMap(([column, head]) =>
      tails.map(tail => ({
        name: `${JSON.stringify(part)}${column === 'none' ? '' : ` under ${column}`}${tail && ', then another'}`,
        text: head + fill(part, length - head.length - tail.length) + tail,
      })),
    ),
  )
  const all = fixtures.map(({ message }) => message.text)
  const byForm = Map.groupBy(fixtures, ({ form }) => form)
  const joined = [
    ...[...byForm].map(([form, group]) => ({
      name: `all of ${form}`,
      parts: group.map(({ message }) => message.text),
    })),
    { name: 'all messages', parts: all },
    { name: 'all messages, backwards', parts: all.toReversed() },
  ].flatMap(({ name, parts }) =>
    Object.entries({ lines: '\n', blanks: ' ', nothing: '' }).map(([between, mark]) => ({
      name: `${name}, ${between} between`,
      text: fill(parts.join(mark), length),
    })),
  )
  return [...repeated, ...joined]
}

/** Each message of the fixtures over and over: slow ones among them would be slow in life. */
export const repeatedMessages = (fixtures: readonly Fixture[]): HostileText[] =>
  fixtures.map(({ id, message }) => ({
    name: `${id} over and over`,
    text: fill(`${message.text}\n`, longest),
  }))
