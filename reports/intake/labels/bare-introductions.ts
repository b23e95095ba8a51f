import { looksLikeEnterprise, splitRemark } from '../fields/enterprise-names.ts'
import { readIndustry } from '../fields/industries.ts'
import type { LabelledValue } from '../forms/labelled-value.ts'
import { type NameFinder, readActors } from '../prose/actors.ts'
import { unframe } from './unit-heads.ts'

/** 关于红星加油站的检查情况, 对红星加油站检查情况如下: the words around the name. */
const about =
  /(?:^|关于|[对查])([^关于对查\s，,：:]{3,40}?)(?:的|(?:的|开展|进行)?(?:安全生产|安全|现场|执法|监督)*检查的?(?:情况|结果|记录)(?:如下|报告|汇报)?)$/
const kind = /^(?:非煤矿?山?|煤矿|危险化学品|危化品?|烟花爆竹|工贸|工矿商贸)(?:行业|领域|企业|类)?$/
const place =
  /^(?:位于|地处)?[\p{Script=Han}\d]{1,20}(?:[镇乡村屯路街巷号区县市组]|街道|社区|林场|园区|开发区|大街)$/u
const other = /^(?:[\d.\-/年月日号]{3,11}|工贸企业|\d[家户])$/

/**
 * Reads words that name an enterprise before labels without a verb: 铁东区应急局12月31日检查情况：红星加油站, 1.煤矿：红星煤矿. Who
 * and when stand before the name, the place may stand behind it. Empty where the last line ends with anything else.
 */
export function readBareIntroduction(words: string, roster: NameFinder): LabelledValue[] {
  const lines = words.trimEnd()
  const from = lines.lastIndexOf('\n') + 1
  const parts = [...lines.slice(from).matchAll(/[^，,；;：:。\s|｜]+/g)].reverse()
  const behind: LabelledValue[] = []
  for (const part of parts) {
    const { core } = unframe(part[0])
    const named = about.exec(core)?.[1] ?? core
    const { name } = splitRemark(named)
    if (looksLikeEnterprise(named)) {
      const before = lines.slice(0, from + part.index) + part[0].slice(0, part[0].indexOf(named))
      return [
        ...readActors(before, '', roster),
        { field: 'enterprise', label: '受检单位', value: name },
        ...behind,
      ]
    }
    if (place.test(core)) behind.unshift({ field: 'place', label: '检查地点', value: core })
    else if (kind.test(core) && readIndustry(core) !== null)
      behind.unshift({ field: 'industry', label: '行业', value: core })
    else if (!other.test(core)) return []
  }
  return []
}
