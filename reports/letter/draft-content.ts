import { isOverdue } from '../hazards/hazard.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import { daysBetween } from '../hazards/hazard-text.ts'
import { longDate } from '../time.ts'
import { hazardRow, hazardSentence, othersSentences } from './fact-sentences.ts'
import { governmentHead, yourPlace } from './head-title.ts'
import { type LetterMatter, legalBasis } from './legal-basis.ts'
import type { LetterContent } from './letter.ts'
import type { LetterFacts, LetterHazard } from './letter-facts.ts'
import { dueSection, letterParts } from './letter-parts.ts'

/** More hazards than this stand in an annex 附件, and the letter sums them up. */
const mostInText = 3

/** Drafts the letter 提示函 from the record: nothing stands in it that the record does not tell. */
export function draftContent(facts: LetterFacts): LetterContent {
  const { unit, hazards, contact, dueOn } = facts
  const matter = matterOf(facts)
  return {
    title: titleOf(facts, matter),
    addressee: governmentHead(unit),
    sections: [
      { heading: null, paragraphs: [openingOf(facts)] },
      { heading: letterParts.正文, paragraphs: factParagraphs(facts, matter) },
      { heading: letterParts.依据, paragraphs: legalBasis(matter) },
      { heading: letterParts.要求, paragraphs: requestsOf(facts, matter) },
      dueSection(dueOn),
    ],
    annex:
      hazards.length > mostInText
        ? {
            title: `${unit.name}隐患清单`,
            rows: mostUrgentFirst(hazards).map(record => hazardRow(record, unit.name, facts.today)),
          }
        : null,
    contact,
  }
}

const matterOf = ({ unit, hazards, today }: LetterFacts): LetterMatter => ({
  hazards: hazards.length > 0,
  major: hazards.some(({ hazard }) => hazard.major),
  overdue: hazards.some(({ hazard }) => isOverdue(hazard, today)),
  zone: /主任$/.test(governmentHead(unit)),
})

const titleOf = (facts: LetterFacts, matter: LetterMatter): string =>
  `关于${facts.unit.name}${subjectOf(facts, matter)}的提示函`

function subjectOf({ hazards, grounds, today }: LetterFacts, { major }: LetterMatter): string {
  if (hazards.length === 0) {
    if (grounds.includes('silent')) return '检查情况连续缺报'
    return grounds.includes('figures') ? '报送数据核实不符' : '安全生产工作'
  }
  const overdue = hazards.filter(({ hazard }) => isOverdue(hazard, today))
  if (overdue.length > 0)
    return `${overdue.every(({ hazard }) => hazard.major) ? '重大隐患' : '隐患'}逾期未整改`
  const noun = major ? '重大隐患' : '隐患'
  return hazards.some(({ earlierCases }) => earlierCases > 0) ? `${noun}反复出现` : `${noun}整改`
}

/** 经核对隐患台账，截至2022年5月18日，你区有隐患3条尚未销号，其中重大隐患1条、逾期未整改2条。…… */
function openingOf({ unit, hazards, today }: LetterFacts): string {
  const request = '现将有关情况函告如下，请予重视。'
  if (hazards.length === 0) return request
  const all = hazards.length
  const majors = hazards.filter(({ hazard }) => hazard.major).length
  const overdue = hazards.filter(({ hazard }) => isOverdue(hazard, today)).length
  const among = [
    ...(majors > 0 && majors < all ? [`重大隐患${majors}条`] : []),
    ...(overdue > 0 && overdue < all ? [`逾期未整改${overdue}条`] : []),
  ]
  const what = `${majors === all ? '重大隐患' : '隐患'}${all}条${overdue === all ? '逾期未整改' : '尚未销号'}`
  return `经核对隐患台账，截至${longDate(today)}，${yourPlace(unit)}有${what}${among.length === 0 ? '' : `，其中${among.join('、')}`}。${request}`
}

function factParagraphs(facts: LetterFacts, { overdue }: LetterMatter): string[] {
  const { hazards, today } = facts
  const numbered = (sentences: string[]) =>
    sentences.length === 1 ? sentences : sentences.map((sentence, i) => `${i + 1}.${sentence}`)
  if (hazards.length <= mostInText)
    return [...numbered(hazards.map(record => hazardSentence(record, today))), ...othersSentences(facts)]
  // One without a name is one for each report.
  const enterprises = new Set(
    hazards.map(({ hazard }) => `${hazard.unit}\n${hazard.enterprise ?? hazard.report}`),
  ).size
  const longest = overdue ? `，${longestOverdue(facts)}` : ''
  const majors = mostUrgentFirst(hazards.filter(({ hazard }) => hazard.major))
  const told = majors.slice(0, mostInText)
  return [
    `上述隐患涉及企业${enterprises}家${longest}，逐条情况见附件。`,
    ...numbered(told.map(record => hazardSentence(record, today))),
    ...(majors.length > told.length
      ? [
          `重大隐患有${told.map(({ hazard }) => hazardNumber(hazard)).join('、')}等${majors.length}条，详见附件。`,
        ]
      : []),
    ...othersSentences(facts),
  ]
}

/** Major ones before the others, then by deadline. */
const mostUrgentFirst = (records: LetterHazard[]): LetterHazard[] =>
  records.toSorted(
    ({ hazard: a }, { hazard: b }) =>
      Number(b.major) - Number(a.major) || (a.deadline ?? '9').localeCompare(b.deadline ?? '9'),
  )

/** 逾期最长的已逾期12天 */
function longestOverdue({ hazards, today }: LetterFacts): string {
  const latest = hazards
    .filter(({ hazard }) => isOverdue(hazard, today))
    .reduce((a, b) => (b.hazard.deadline! < a.hazard.deadline! ? b : a))
  return `逾期最长的已逾期${daysBetween(latest.hazard.deadline!, today)}天`
}

const ordinals = ['一', '二', '三', '四']

function requestsOf({ unit, hazards, grounds }: LetterFacts, matter: LetterMatter): string[] {
  const place = yourPlace(unit)
  const recurring = hazards.some(({ earlierCases }) => earlierCases > 0)
  const requests = matter.hazards
    ? [
        `落实整改责任。请牵头研究部署，明确责任领导、责任部门和完成时限，督促${place}有关企业完成整改，并组织复查、按程序销号。`,
        ...(matter.major
          ? [
              '管住现场风险。重大隐患整改期间落实安全防范措施；无法保证安全的，依法责令撤出作业人员、暂时停产停业或者停止使用相关设施、设备。',
            ]
          : []),
        ...(matter.overdue ? ['依法查处。对逾期未整改的企业依法查处，并查明逾期原因。'] : []),
        ...(recurring ? ['举一反三。对反复出现的隐患查明原因，落实防止再次发生的措施。'] : []),
      ]
    : [
        `落实责任。请牵头研究部署，督促${place}有关部门查明原因，明确责任和完成时限，抓好整改。`,
        ...(grounds.includes('silent')
          ? ['按时报送。自即日起按规定的批次和时限报送检查情况；当日无检查的，报送零报告。']
          : []),
        ...(grounds.includes('figures')
          ? ['如实报送。对近期报送的数据逐项核对，如实更正，并落实报送前的核对责任。']
          : []),
      ]
  return requests.map((request, i) => `（${ordinals[i]}）${request}`)
}
