import { createListWriter, openSheet, styles, writeHeads } from '../documents/worksheet.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import type { Policy } from './policy.ts'
import { policyTables } from './policy-tables.ts'

/** The policy 督办规则 as an .xlsx file, to be edited and sent back. `at`: since when it is in force. */
export const renderPolicyWorkbook = (policy: Policy, at: Date): Promise<Buffer> =>
  writeWorkbook(at, workbook => {
    for (const { sheet: name, header, rows } of policyTables(policy)) {
      const columns = header.map(head => ({ head, width: 26, style: styles.centre }))
      const note = '修改后将本文件发到值班群，确认后生效；已开的督办不受影响。'
      const sheet = openSheet(workbook, { name, title: name, note, columns })
      writeHeads(sheet, columns)
      const write = createListWriter(sheet, columns)
      for (const { cells } of rows) write(header.map(column => cells[column]!))
      sheet.commit()
    }
  })
