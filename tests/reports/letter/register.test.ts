import { expect, test } from 'vitest'
import { type Letter, readDocumentNumber, splitDocumentNumber } from '../../../reports/letter/letter.ts'
import { isPastDue } from '../../../reports/letter/letter-standing.ts'
import { registerText } from '../../../reports/letter/register-text.ts'
import { moment } from '../../../reports/time.ts'

const letter = (changes: Partial<Letter>): Letter => ({
  id: 1,
  unit: '四平市铁东区',
  hazards: [],
  content: { title: '关于…的提示函', addressee: '区长', sections: [], annex: null, contact: null },
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
  state: 'sent',
  year: 2022,
  number: 1,
  drafter: '危化二处处长',
  draftedAt: '2022-05-18T01:00:00.000Z',
  signer: '厅领导',
  signedAt: '2022-05-18T01:00:00.000Z',
  releaseAt: '2022-05-18T01:02:00.000Z',
  sentAt: '2022-05-18T01:02:00.000Z',
  date: '2022-05-18',
  dueOn: '2022-05-25',
  chain: null,
  acknowledgedBy: null,
  acknowledgedAt: null,
  answeredBy: null,
  answeredAt: null,
  answer: null,
  answerInbox: null,
  ...changes,
})

test('document numbers as people write them', () => {
  for (const written of [
    '吉安委办提示函〔2022〕3号',
    '吉安委办提示函 [2022] 第３号',
    '提示函（2022）3号',
    '〔2022〕3号',
    '【2022】3',
    '2022年第3号',
    '2022-3',
    '２０２２－３',
    '2022—3',
  ])
    expect([written, readDocumentNumber(written)]).toEqual([written, { year: 2022, number: 3 }])
  for (const written of ['3', '３号', '第3号', '提示函3号'])
    expect([written, readDocumentNumber(written)]).toEqual([written, { year: null, number: 3 }])
  for (const written of ['', '四平市', '1-2', '四平市3号', '3号文件', '-3'])
    expect([written, readDocumentNumber(written)]).toEqual([written, null])
})

test('a document number before an answer', () => {
  expect(splitDocumentNumber('3 已整改')).toEqual({ named: { year: null, number: 3 }, rest: '已整改' })
  expect(splitDocumentNumber('3号已整改')?.rest).toBe('已整改')
  expect(splitDocumentNumber('吉安委办提示函〔2022〕3号：已整改。\n附说明')).toEqual({
    named: { year: 2022, number: 3 },
    rest: '已整改。\n附说明',
  })
  expect(splitDocumentNumber('2022-3 已整改')?.named).toEqual({ year: 2022, number: 3 })
  expect(splitDocumentNumber('3家企业已整改')).toBeNull()
  expect(splitDocumentNumber('已整改')).toBeNull()
})

test('the register: what waits on top, then by number, and the tally', () => {
  const now = moment('2022-05-26', '09:00')
  const unsent = { year: null, number: null, date: null, sentAt: null }
  expect(
    registerText(
      {
        year: 2022,
        waiting: [letter({ ...unsent, id: 5, state: 'submitted', unit: '四平市梨树县' })],
        former: [letter({ year: 2021, number: 9, date: '2021-12-28', dueOn: '2022-01-05' })],
        ended: new Set([4]),
        sent: [
          letter({ answeredAt: moment('2022-05-25', '17:00').toISOString() }),
          letter({ number: 2, answeredAt: moment('2022-05-25', '17:01').toISOString() }),
          letter({ number: 3, acknowledgedAt: '2022-05-18T02:00:00.000Z' }),
          letter({ number: 4, dueOn: '2022-05-26' }),
          letter({ number: 5, dueOn: '2022-05-26', acknowledgedAt: '2022-05-18T02:00:00.000Z' }),
          letter({ number: 6, answer: '不足' }),
          letter({ number: 7, chain: 4 }),
        ],
      },
      now,
    ),
  ).toBe(`【提示函登记】2022年
稿5 四平市梨树县 待签发，起草：危化二处处长，限5月25日
吉安委办提示函〔2021〕9号 四平市铁东区 12月28日发出，限1月5日，逾期
吉安委办提示函〔2022〕1号 四平市铁东区 5月18日发出，限5月25日，已回
吉安委办提示函〔2022〕2号 四平市铁东区 5月18日发出，限5月25日，已回（逾期）
吉安委办提示函〔2022〕3号 四平市铁东区 5月18日发出，限5月25日，逾期
吉安委办提示函〔2022〕4号 四平市铁东区 5月18日发出，限5月26日，已发
吉安委办提示函〔2022〕5号 四平市铁东区 5月18日发出，限5月26日，已收
吉安委办提示函〔2022〕6号 四平市铁东区 5月18日发出，限5月25日，已退回待回（逾期）
吉安委办提示函〔2022〕7号 四平市铁东区 5月18日发出，限5月25日，办结
合计：已发7件，已回2件（逾期1件），未回4件（逾期2件，退回待回1件），未回函即办结1件；往年未回1件；未发出1件。`)
})

test('an answer at the end of office hours is in time', () => {
  expect(isPastDue(letter({}), moment('2022-05-25', '17:00'))).toBe(false)
  expect(isPastDue(letter({}), moment('2022-05-25', '17:01'))).toBe(true)
})
