import { placeName } from '../reports/daily/phrases.ts'
import type { ReportContent, TotalsContent } from '../storage/reports.ts'

/** A name from the chat as it may be shown in an answer: one line, not too long. */
export const brief = (name: string): string => {
  const shown = name.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
  return [...shown].length > 30 ? `${[...shown].slice(0, 30).join('')}…` : shown
}

/**
 * What a report says in one phrase. 四平市铁东区—宏达加油站，隐患2条（重大隐患1条），已整改1条，罚款2万元; of totals
 * 四平市，3个检查组，9人次，检查企业5家，隐患12条，已整改10条.
 */
export function understood(
  unit: string,
  content: (Pick<ReportContent, 'enterprise' | 'hazards'> & Partial<ReportContent>) | TotalsContent,
): string {
  if ('totals' in content) return [placeName(unit), ...totalsSaid(content)].join('，')
  const rectified = content.hazards.filter(hazard => hazard.rectified === true).length
  const major = content.hazards.filter(hazard => hazard.major).length
  const found =
    content.hazards.length === 0
      ? '未发现隐患'
      : `隐患${content.hazards.length}条${major > 0 ? `（重大隐患${major}条）` : ''}，已整改${rectified}条`
  const named = `${placeName(unit)}—${brief(content.enterprise ?? '受检单位未写明')}`
  return [named, found, ...measures(content)].join('，')
}

/** Names of documents shown; more are counted. */
const shownDocuments = 3

/** What was done and ordered, as far as it is stated. */
function measures({ documents = [], cases, fine, production }: Partial<ReportContent>): string[] {
  const said: string[] = []
  if (documents.length > 0) {
    const more = documents.length > shownDocuments ? `等${documents.length}种文书` : ''
    said.push(`下达${documents.slice(0, shownDocuments).map(brief).join('、')}${more}`)
  }
  if (cases) said.push(`立案${cases}起`)
  if (fine) said.push(`罚款${fine >= 10_000 && fine % 100 === 0 ? `${fine / 10_000}万元` : `${fine}元`}`)
  if (production) said.push(production === 'stopped' ? '责令停产' : '恢复生产')
  return said
}

/** The figures that are stated; one that is not is not made up. */
function totalsSaid({ totals, industry, wholeJurisdiction }: TotalsContent): string[] {
  const { teams, personTimes, enterprises, hazards, rectified } = totals
  return [
    ...(wholeJurisdiction ? ['全辖区'] : []),
    ...(industry === null ? [] : [industry]),
    ...(teams === null ? [] : [`${teams}个检查组`]),
    ...(personTimes === null ? [] : [`${personTimes}人次`]),
    ...(enterprises === null ? [] : [`检查企业${enterprises}家`]),
    ...(hazards === null ? [] : [`隐患${hazards}条`]),
    ...(rectified === null ? [] : [`已整改${rectified}条`]),
  ]
}
