import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import type { LabelledValue } from '../forms/labelled-value.ts'

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

const office = /^\p{Script=Han}{2,20}(?:[局厅]|大队|管委会)$/u

/** Tells from hazards under 检查： who inspected or what was inspected, by the value. */
export const tellInspected = (values: LabelledValue[]): LabelledValue[] =>
  values.map(value => {
    if (value.field !== 'hazards' || !/^(?:检|抽)?查$/.test(value.label)) return value
    if (office.test(value.value)) return { ...value, field: 'inspectingUnit' }
    return looksLikeEnterprise(value.value) ? { ...value, field: 'enterprise' } : value
  })

/** 山门镇红星加油站: the place up to the name. */
const placeBefore = /^(.{2,30}?[镇乡村屯路街号]|.{2,20}街道)(.{4,})$/

/** More values without an enterprise among them are no report. */
const mostNamed = 100

/** Tells the enterprise where only a place is labelled and holds its name: 地点：山门镇红星加油站. */
export function tellNamedPlaces(values: LabelledValue[]): LabelledValue[] {
  if (values.length > mostNamed || values.some(({ field }) => field === 'enterprise')) return values
  return values.flatMap(value => {
    if (value.field !== 'place' || !looksLikeEnterprise(value.value)) return [value]
    const [, place, name] = placeBefore.exec(value.value) ?? []
    const isSplit = name !== undefined && looksLikeEnterprise(name)
    const named: LabelledValue = { ...value, field: 'enterprise', value: isSplit ? name : value.value }
    return [named, isSplit ? { ...value, value: place! } : value]
  })
}
