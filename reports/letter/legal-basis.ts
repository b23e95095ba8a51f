/** What a letter 提示函 is about, as far as the law makes a difference. */
export interface LetterMatter {
  /** It is about hazards, and not about the unit's reporting alone. */
  hazards: boolean
  major: boolean
  overdue: boolean
  /** The addressee runs a zone 开发区, to which the rules for governments apply by analogy. */
  zone: boolean
}

/** An article that a letter can cite, with its subject as the law has it, and when it fits. */
interface Article {
  law: string
  article: string
  subject: string
  fits(matter: LetterMatter): boolean
}

/** As amended on 10 June 2021, in force since 1 September 2021. */
const workSafetyLaw = '《中华人民共和国安全生产法》'
/** Of 8 April 2018. */
const responsibilityRules = '《地方党政领导干部安全生产责任制规定》'

const articles: Article[] = [
  {
    law: responsibilityRules,
    article: '第四条',
    subject: '地方各级党委和政府主要负责人是本地区安全生产第一责任人',
    fits: ({ zone }) => !zone,
  },
  {
    law: responsibilityRules,
    article: '第二条',
    subject: '各类开发区管理机构党政领导干部参照本规定执行',
    fits: ({ zone }) => zone,
  },
  {
    law: workSafetyLaw,
    article: '第九条',
    subject:
      '县级以上地方各级人民政府应当加强对安全生产工作的领导，支持、督促各有关部门依法履行安全生产监督管理职责',
    fits: ({ hazards, zone }) => !hazards && !zone,
  },
  {
    law: workSafetyLaw,
    article: '第四十一条',
    subject: '生产经营单位应当建立健全并落实生产安全事故隐患排查治理制度，及时发现并消除事故隐患',
    fits: ({ hazards, major }) => hazards && !major,
  },
  {
    law: workSafetyLaw,
    article: '第四十一条',
    subject:
      '负有安全生产监督管理职责的部门应当建立健全重大事故隐患治理督办制度，督促生产经营单位消除重大事故隐患',
    fits: ({ major }) => major,
  },
  {
    law: workSafetyLaw,
    article: '第六十五条',
    subject:
      '重大事故隐患排除前或者排除过程中无法保证安全的，应当责令从危险区域内撤出作业人员，责令暂时停产停业或者停止使用相关设施、设备',
    fits: ({ major }) => major,
  },
  {
    law: workSafetyLaw,
    article: '第一百零二条',
    subject:
      '生产经营单位未采取措施消除事故隐患的，责令立即消除或者限期消除，处五万元以下的罚款；拒不执行的，责令停产停业整顿',
    fits: ({ hazards, overdue }) => hazards && overdue,
  },
]

/** The articles on which a letter rests, a sentence for each law: 《…》第四条规定：…；第…条规定：…。 */
export function legalBasis(matter: LetterMatter): string[] {
  const fitting = articles.filter(({ fits }) => fits(matter))
  return [...Map.groupBy(fitting, ({ law }) => law)].map(
    ([law, cited]) =>
      `${law}${cited.map(({ article, subject }) => `${article}规定，${subject}`).join('；')}。`,
  )
}
