import { expect, test } from 'vitest'
import { defaultPolicy } from '../../../reports/escalation/policy.ts'
import { policyChanges, policyTables, readPolicy } from '../../../reports/escalation/policy-tables.ts'
import { renderPolicy } from '../../../reports/escalation/policy-text.ts'
import { renderPolicyWorkbook } from '../../../reports/escalation/policy-workbook.ts'
import { toTable } from '../../../reports/tables/table.ts'
import { readSheets } from '../../../reports/tables/workbook.ts'

test('a policy that was sent out as a workbook is read back as it was', async () => {
  const bytes = await renderPolicyWorkbook(defaultPolicy, new Date('2022-05-18T01:00:00Z'))
  const tables = (await readSheets(bytes)).map(toTable)
  expect(readPolicy(tables)).toEqual({ policy: defaultPolicy })
})

test('all that is wrong with a policy is said at once', () => {
  const [ladder, grounds] = policyTables(defaultPolicy)
  ladder!.rows[2]!.cells['反馈期限（工作日）'] = '很快'
  ladder!.rows[3]!.cells.决定人 = '报送员'
  ladder!.rows[4]!.cells.对象 = '企业'
  grounds!.rows[0]!.cells.标准 = '0'
  grounds!.rows.splice(1, 1)
  expect(readPolicy([ladder!, grounds!])).toEqual({
    faults: [
      '提示函的反馈期限应为1至60的整数',
      '约谈的决定人应为“处长”、“厅领导”',
      '挂牌督办的对象应为“单位”或“单位及市（州）”或“属地政府”',
      '逾期未整改的标准应为1至365的整数',
      '“屡改屡犯”应有且只有一行',
    ],
  })
  expect(readPolicy([])).toEqual({
    faults: expect.arrayContaining(['缺少“督办阶梯”表', '缺少“督办事由”表']),
  })
})

test('what was changed is said cell by cell', () => {
  const tables = policyTables(defaultPolicy)
  tables[0]!.rows[2]!.cells['反馈期限（工作日）'] = '7'
  tables[0]!.rows[0]!.cells.抄送 = ''
  const read = readPolicy(tables)
  expect('policy' in read && policyChanges(defaultPolicy, read.policy)).toEqual([
    '点名点评抄送处长群改为无',
    '提示函反馈期限（工作日）5改为7',
  ])
})

test('the policy can be read on a phone', () => {
  expect(renderPolicy(defaultPolicy)).toMatchInlineSnapshot(`
    "【督办规则】
    1. 点名点评：处长、厅领导决定，发单位，2个工作日内反馈，提前1个工作日催复，抄送处长群。
    2. 督办提示：处长、厅领导决定，发单位及市（州），3个工作日内反馈，提前1个工作日催复，抄送处长群。
    3. 提示函：处长、厅领导决定，发属地政府，5个工作日内反馈，提前1个工作日催复，抄送处长群、领导群。
    4. 约谈：厅领导决定，发属地政府，5个工作日内反馈，提前1个工作日催复，抄送处长群、领导群。
    5. 挂牌督办：厅领导决定，发属地政府，10个工作日内反馈，提前2个工作日催复，抄送处长群、领导群、安委群。
    事由：
    逾期未整改：逾期满1天。
    屡改屡犯：销号后再次发现满1次。
    重大隐患未整改：发现满3天仍未报整改。
    连续缺报：连续缺报满3个批次。
    核实不符：三十天内核实更正或未答复满2次。"
  `)
})
