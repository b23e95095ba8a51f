import type { Letter, LetterContent } from '../../../reports/letter/letter.ts'

/** A letter to a district about hazards that were not rectified, with its annex; unsent unless told. */
export function letterOf(
  changes: Partial<Omit<Letter, 'content'>> = {},
  content: Partial<LetterContent> = {},
): Letter {
  return {
    id: 7,
    unit: '四平市铁东区',
    hazards: [
      { report: 12, position: 1 },
      { report: 15, position: 2 },
    ],
    content: {
      title: '关于四平市铁东区重大隐患逾期未整改的提示函',
      addressee: '四平市铁东区人民政府区长',
      sections: [
        {
          heading: null,
          paragraphs: [
            '5月11日至17日，检查组在你区发现重大隐患2处，均已超过限定的整改期限，仍未报告整改结果。依据《中华人民共和国安全生产法》和省安委会关于隐患排查治理督办的有关规定，现将有关情况提示如下。',
          ],
        },
        {
          heading: '基本情况',
          paragraphs: [
            '（一）四平市宏远化工有限公司。5月11日检查发现，甲醇储罐区可燃气体报警器失效，限5月15日前整改，至今逾期3日，经5月16日核实仍未更换。',
            '（二）四平市金盛机械铸造厂。5月12日检查发现，熔炼炉冷却水系统未设置进出水温度、流量监测和报警装置，限5月16日前整改，至今逾期2日。',
          ],
        },
        {
          heading: '工作要求',
          paragraphs: [
            '请你区对上述隐患立即采取措施，整改完成前不得恢复生产；对同类企业开展一次排查，做到举一反三。',
            '请于2022年5月25日前将整改情况书面回函省安委会办公室。逾期未回函的，将按规定约谈有关负责人。',
          ],
        },
      ],
      annex: {
        title: '四平市铁东区逾期未整改隐患清单',
        rows: [
          '四平市应急管理局 四平市宏远化工有限公司：甲醇储罐区可燃气体报警器失效（编号12-1，重大隐患，2022年5月11日发现，整改期限为5月15日，已逾期3天）',
          '四平市铁东区应急管理局 四平市金盛机械铸造厂：熔炼炉冷却水系统未设置进出水温度、流量监测和报警装置（编号15-2，重大隐患，2022年5月12日发现，整改期限为5月16日，已逾期2天）',
        ],
      },
      contact: '危化一处　张林波',
      ...content,
    },
    basis: {
      hazards: [],
      grounds: [],
      note: null,
      silent: false,
      figures: false,
      written: [],
      changed: [],
      returned: null,
    },
    version: 1,
    state: 'draft',
    year: null,
    number: null,
    drafter: '张林波',
    draftedAt: '2022-05-18T02:00:00.000Z',
    signer: null,
    signedAt: null,
    releaseAt: null,
    sentAt: null,
    date: null,
    dueOn: '2022-05-25',
    chain: 3,
    acknowledgedBy: null,
    acknowledgedAt: null,
    answeredBy: null,
    answeredAt: null,
    answer: null,
    answerInbox: null,
    ...changes,
  }
}

/** The same one, as it went out. */
export const sentLetter = (content: Partial<LetterContent> = {}): Letter =>
  letterOf(
    { state: 'sent', year: 2022, number: 3, date: '2022-05-18', sentAt: '2022-05-18T08:00:00.000Z' },
    content,
  )

/** All that people may write. */
export const hostileLetter = (): Letter =>
  sentLetter({
    title: `关于${'很长的名称'.repeat(30)}<&>"'的\u0000提示函🔥`,
    addressee: `${'买买提·阿卜杜热西提·'.repeat(12)}区长：`,
    sections: [
      { heading: '\u0001标题]]>\u0008', paragraphs: ['', '\n\n', `${'。'.repeat(200)}<w:t>&amp;`] },
      { heading: null, paragraphs: ['W'.repeat(500), '🔥'.repeat(90), '\ud800孤立', 'a\tb\r\nc\u2028d'] },
    ],
    annex: {
      title: `清单${'附'.repeat(90)}`,
      rows: Array.from({ length: 60 }, (_, i) => `隐患${i}-1：${'某某有限公司'.repeat(12)}<&>`),
    },
    contact: '',
  })
