import { shortDate } from '../../reports/time.ts'
import type { Visit } from './facts.ts'
import { officeOf } from './offices.ts'
import { phraseFindings, phraseRectification } from './phrase-findings.ts'

/** What a report has to say, in the words in which its sender says it. */
interface Wording {
  office: string
  /** 5月18日 */
  day: string
  people: string
  visits: { enterprise: string; place: string; industry: string; found: string; rectified: string }[]
}

/** How people write a report: labels of their own, in an order of their own. Each is for any number of enterprises. */
const manners: ((report: Wording) => string)[] = [
  ({ office, people, visits }) =>
    visits
      .map(v =>
        lines(
          `检查单位：${office}`,
          `受检单位：${v.enterprise}`,
          `检查地点：${v.place}`,
          `发现的问题隐患：${v.found}`,
          `检查人员：${people}`,
          `整改情况：${v.rectified}`,
        ),
      )
      .join('\n\n'),
  ({ office, day, people, visits }) =>
    lines(
      `检查单位:${office}`,
      `检查时间:${day}`,
      `检查人员:${people}`,
      ...visits.map(v =>
        lines(
          `受检单位:${v.enterprise}`,
          `检查地点:${v.place}`,
          `存在问题:${v.found}`,
          `整改情况:${v.rectified}`,
        ),
      ),
    ),
  ({ office, people, visits }) =>
    visits
      .map(v =>
        lines(
          `【检查单位】${office}`,
          `【受检单位】${v.enterprise}`,
          `【行业】${v.industry}`,
          `【检查地点】${v.place}`,
          `【发现问题】${v.found}`,
          `【检查人员】${people}`,
          `【整改情况】${v.rectified}`,
        ),
      )
      .join('\n'),
  ({ office, day, people, visits }) =>
    lines(
      `${office}${day}检查情况`,
      ...visits.map(v =>
        lines(
          `受检企业：${v.enterprise}`,
          `地址：${v.place}`,
          `存在问题：${v.found}`,
          `整改落实情况：${v.rectified}`,
          `检查人员：${people}`,
        ),
      ),
    ),
  ({ office, people, visits }) =>
    visits
      .map(
        v =>
          `检查单位：${office}；受检单位：${v.enterprise}；检查地点：${v.place}；检查人员：${people}；问题隐患：${v.found}。整改情况：${v.rectified}。`,
      )
      .join('\n'),
  ({ office, day, people, visits }) =>
    lines(
      `各位领导好，现将${office}${day}检查情况报告如下：`,
      ...visits.map(v =>
        lines(
          '',
          `一、受检单位：${v.enterprise}`,
          `二、检查地点：${v.place}`,
          `三、检查人员：${people}`,
          `四、发现的问题隐患：${v.found}`,
          `五、整改情况：${v.rectified}`,
        ),
      ),
      '',
      '特此报告。',
    ),
  ({ office, day, people, visits }) =>
    visits
      .map(v =>
        lines(
          `检查日期：${day}`,
          `执法单位：${office}`,
          `被检查单位名称：${v.enterprise}`,
          `检查地址：${v.place}`,
          `执法人员：${people}`,
          `隐患情况：${v.found}`,
          `处理情况：${v.rectified}`,
        ),
      )
      .join('\n\n'),
]

const lines = (...each: string[]): string => each.join('\n')

/** A report of inspections of one unit, as its officer writes it; `habit` picks the manner, always the same for the same. */
export function phraseReport(visits: Visit[], date: string, habit: number, office?: string): string {
  const first = visits[0]!
  const write = manners[habit % manners.length]!
  return write({
    office: office ?? officeOf(first.unit, habit),
    day: shortDate(date),
    people: phrasePeople(first.inspectors, habit),
    visits: visits.map((visit, i) => ({
      enterprise: visit.enterprise,
      place: visit.place,
      industry: visit.industry ?? '其他',
      found: phraseFindings(visit.findings, habit + i),
      rectified: phraseRectification(visit.findings, habit + i),
    })),
  })
}

/** 张三、李四; 张三 李四; 张三，李四; sometimes with their number. */
const phrasePeople = (names: string[], habit: number): string =>
  [
    names.join('、'),
    names.join(' '),
    names.join('，'),
    `${names.join('、')}（${names.length}人）`,
    names.join('、'),
  ][habit % 5]!
