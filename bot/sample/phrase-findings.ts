import { shortDate } from '../../reports/time.ts'
import type { Finding } from './facts.ts'

const circled = '①②③④⑤⑥⑦⑧⑨⑩'
const chinese = '一二三四五六七八九十'

/** Ways to number a list of hazards: what stands before each, and between them. */
const numberings: { before: (index: number) => string; between: string }[] = [
  { before: i => `${i + 1}.`, between: '；' },
  { before: i => `${i + 1}、`, between: '；' },
  { before: i => `\n${i + 1}. `, between: '' },
  { before: i => circled[i]!, between: '；' },
  { before: i => `（${i + 1}）`, between: '；' },
  { before: i => `${chinese[i]}是`, between: '；' },
  { before: i => `\n（${chinese[i]}）`, between: '。' },
]
const nothingFound = ['未发现问题隐患', '无', '未发现问题']
const allDone = ['均已整改', '已全部整改完毕', '现场整改完毕', '均已当场整改', '已立行立改']
const oneDone = ['已整改', '现场已整改', '已当场整改完毕']

/** The hazards of one enterprise as a list, numbered in one of the ways that people do. */
export function phraseFindings(findings: Finding[], habit: number): string {
  if (findings.length === 0) return nothingFound[habit % nothingFound.length]!
  const words = findings.map(({ text, major }) => (major ? `${text}（重大隐患）` : text))
  if (words.length === 1) return words[0]!
  const { before, between } = numberings[habit % numberings.length]!
  return words.map((text, i) => before(i) + text).join(between)
}

/** What was rectified and by when the rest will be. */
export function phraseRectification(findings: Finding[], habit: number): string {
  const open = findings.filter(finding => !finding.rectified)
  if (findings.length === 0) return ['无', '无需整改'][habit % 2]!
  if (open.length === 0) {
    const words = findings.length === 1 ? oneDone : allDone
    return words[habit % words.length]!
  }
  const by = shortDate(open[0]!.deadline!)
  if (open.length === findings.length)
    return [`限期${by}前整改`, `已下达责令限期整改指令书，限${by}前整改完毕`, `责令${by}前完成整改`][
      habit % 3
    ]!
  const [done, left] = [numbersOf(findings, true), numbersOf(findings, false)]
  return [
    `${done}项已整改，${left}项限期${by}前整改`,
    `第${done}项已现场整改，第${left}项责令限期${by}前整改完毕`,
    `除第${left}项限期${by}前整改外，其余均已整改`,
    `${done}项已整改；${left}项正在整改，${by}前完成`,
  ][habit % 4]!
}

/** 1、2 */
const numbersOf = (findings: Finding[], rectified: boolean): string =>
  findings.flatMap((finding, i) => (finding.rectified === rectified ? [i + 1] : [])).join('、')
