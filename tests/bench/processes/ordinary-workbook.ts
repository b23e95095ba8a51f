/** The same rows and columns in exceljs's ordinary workbook, as its guide shows it: no cell has a style. */
import { annexRows, report } from './annex.ts'

await report(async () => {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('附表2')
  const heads = '序号 检查单位 受检单位 检查地点 发现的问题隐患 检查人员 整改情况 行业 日期 编号 备注'.split(
    ' ',
  )
  sheet.columns = heads.map(header => ({ header, width: 18 }))
  for (const row of annexRows())
    sheet.addRow([
      row.number,
      row.inspectingUnit,
      row.enterprise,
      row.place,
      row.hazards
        .map(({ text, deadline }, i) => `${i + 1}. ${text}${deadline ? '（限5月25日前整改）' : ''}`)
        .join('\n'),
      row.inspectors.join('、'),
      row.rectification,
      row.industry,
      row.date,
      row.number,
      row.late ? '迟报' : '',
    ])
  return Buffer.from(await workbook.xlsx.writeBuffer())
})
