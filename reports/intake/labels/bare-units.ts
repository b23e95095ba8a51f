import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import type { LabelledValue } from '../forms/labelled-value.ts'

/** Labels that say 单位 and do not say which; 检查单位 is what some call the inspected one. */
const bare = /^(?:单位|单位名称|检查单位|检查单位名称|检查部门)$/
const undecided = /^单位(?:名称)?$/
const office =
  /(?:局|厅|委|安委办|大队|支队|中队|应急|管委会|政府|[科股处室]|检查组|执法队|[省市州县区])(?:[（(][^（()）]*[)）])?$/

/**
 * Tells whether a bare 单位 inspects or is inspected: by what its value looks like, else by the other one that stands
 * beside it. In the order of the text.
 */
export function tellBareUnits(values: LabelledValue[]): LabelledValue[] {
  const isBare = ({ field, label }: LabelledValue) => field === 'inspectingUnit' && bare.test(label)
  const namesEnterprise = values.some(({ field }) => field === 'enterprise')
  const namesUnit = values.some(value => value.field === 'inspectingUnit' && !undecided.test(value.label))
  return values.map(value => {
    if (!isBare(value)) return value
    const [line = ''] = value.value.split('\n', 1)
    const isEnterprise = looksLikeEnterprise(line) && !office.test(line)
    const isOther = undecided.test(value.label) && namesUnit && !namesEnterprise && !office.test(line)
    const inspected = isEnterprise ? !namesEnterprise || undecided.test(value.label) : isOther
    return inspected ? { ...value, field: 'enterprise' } : value
  })
}
