import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import type { LabelledValue } from './label-text.ts'

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

/** 执法情况 and its like tell what was found, or what was done about it. */
const doubtful = /^(?:执法|处理|检查)(?:情况|结果)$/
const enforcement =
  /立案|罚|警告|移送|约谈|(?:指令|决定|通知|告知|意见)书|文书|查封|扣押|责令停产|停产(?:停业|整顿)/

/** Tells enforcement from hazards under a label that may mean both: 执法情况：立案1起，罚款3万元. */
export const tellEnforcement = (values: LabelledValue[]): LabelledValue[] =>
  values.map(value =>
    value.field === 'hazards' &&
    doubtful.test(value.label) &&
    value.value
      .slice(0, 400)
      .split(/[，,。；;\n]/)
      .every(clause => clause.trim() === '' || enforcement.test(clause))
      ? { ...value, field: 'aside' }
      : value,
  )

/** 山门镇红星加油站: the place up to the name. */
const placeBefore = /^(.{2,30}?[镇乡村屯路街号]|.{2,20}街道)(.{4,})$/

/** Tells the enterprise where only a place is labelled and holds its name: 地点：山门镇红星加油站. */
export function tellNamedPlaces(values: LabelledValue[]): LabelledValue[] {
  if (values.some(({ field }) => field === 'enterprise')) return values
  return values.flatMap(value => {
    if (value.field !== 'place' || !looksLikeEnterprise(value.value)) return [value]
    const [, place, name] = placeBefore.exec(value.value) ?? []
    const isSplit = name !== undefined && looksLikeEnterprise(name)
    const named: LabelledValue = { ...value, field: 'enterprise', value: isSplit ? name : value.value }
    return [named, isSplit ? { ...value, value: place! } : value]
  })
}
