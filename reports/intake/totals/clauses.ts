/** A clause of a text, and where it stands. */
export interface Clause {
  text: string
  /** It begins a sentence or a line. */
  begins: boolean
  /** It stands in brackets: what it says of period or plan ends with it. */
  bracketed: boolean
}

/** Remarks in brackets without a number: 企业（单位）, 隐患（条）, 各县（市、区）. */
const emptyBracket = /[（(][^（()）\d\n]{0,12}[)）]/g
/** 四平市（含各县区） speaks for them all, and is no empty remark. */
const withCounties = /[（(](?:含|包括|包含)(?:所辖|下辖|所属|各)?(?:各?[县市区]|[、及和/]){1,5}[)）]/g
/** Numbering of a line, emoji and bullets before it. */
const enumeration =
  /^[\s【[]*(?:(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.）)](?!\d)|[①-⑳]|[-—•·●■◆★▶*#]|\p{Extended_Pictographic})[、. ]*)?/u

/** Cuts a text into clauses at punctuation, line ends and brackets; what is joined by 、 stays together. */
export function cutClauses(text: string): Clause[] {
  const plain = text
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/各县[（(][^（()）]{1,8}[)）]/g, '各县区')
    .replace(withCounties, '各县区')
    .replace(/人[（(]次[)）]/g, '人次')
    .replace(emptyBracket, '')
    .replace(/【([^【】\n]{1,20})】\s*(?=\S)/g, '$1：')
    // A title ends at its colon, a label (隐患情况：无) does not.
    .replace(/(?<!隐患|问题|整改)(情况|如下|汇报|日报|报告)[:：]/g, '$1，')
  const clauses: Clause[] = []
  let depth = 0
  let begins = true
  for (const [piece] of plain.matchAll(/[，,；;。！!\n（()）【】]|[^，,；;。！!\n（()）【】]+/g)) {
    if (/^[（(]$/.test(piece)) depth++
    else if (/^[)）]$/.test(piece)) depth = Math.max(0, depth - 1)
    else if (/^[；;。！!\n【】]$/.test(piece)) begins = true
    else if (!/^[，,]$/.test(piece)) {
      const cut = begins ? piece.replace(enumeration, '').trim() : piece.trim()
      if (cut === '') continue
      clauses.push({ text: cut, begins, bracketed: depth > 0 })
      begins = false
    }
    if (piece === '\n') depth = 0
  }
  return clauses
}

/** Spans of time that are no day's report: 今年以来, 累计, 一季度, 5月份, 近日. */
const period =
  /以来|累计|[本上当]月(?!\d)|[本上这近每]周(?![一二三四五六日天末])|本年|全年|去年|上年|同期|环比|同比|季度|[上下]半年|[上中下]旬|月份(?!最后|第)|近[日期]|(?<![\d今昨当])日前|连日|这几天|前几天|(?<!\d)\d{1,2}月(?:共|检查|$)|\d月?(?:至|到|-|—|~)\d{1,2}月(?!\d)|截[至止](?!.{0,12}(?:\d[时点:：]|今[日天]|当[日天]))/
/** From one day to another, by month and day. */
const range = /(?:(\d{1,2})月)?(\d{1,2})[日号]?(?:至|到|-|—|–|~)(?:(\d{1,2})月)?(\d{1,2})[日号]/
/** A weekend with a holiday on either side is reported at once; longer spans are statistics. */
const longestRange = 8
const day = /今[日天]|当[日天]|本日|昨[日天]|前[日天]|\d{1,2}月\d{1,2}[日号]|^\d{1,2}[日号.]/

const spansLong = (text: string): boolean => {
  const [, fromMonth, fromDay, toMonth, toDay] = range.exec(text) ?? []
  if (toDay === undefined) return false
  const months = fromMonth && toMonth ? Number(toMonth) - Number(fromMonth) : 0
  return months * 30 + Number(toDay) - Number(fromDay) > longestRange
}

/** Which time a clause sets for itself and what follows: a day's report, or a longer span; null where it names none. */
export function timeOf(text: string): 'day' | 'period' | null {
  if (period.test(text) || spansLong(text)) return 'period'
  return day.test(text) ? 'day' : null
}

/** What is to be inspected, rather than what was; a deadline for rectification is no plan. */
const plan =
  /(?<![即现])将(?!.{0,30}(?:如下|报告|汇报|报送|情况))|(?<!模)拟(?!定)|(?<![按照依据]|年度|检查|执法)计划(?!内)|预计|打算|(?<!应急|物资)准备|力争|争取|(?<!为)确保|务必|必须|不少于|不低于|至少|明[日天年]|后[日天]|次日|下[周月]|下一步|每[日天周月](?!一?报|检查情况|报告)|(?<![邀聘申提])请(?!领导|审|查收|知悉|批|示|假)|(?:需|须|(?<![主重])要)(?=检查|派|对|到|开展|组织)/
const inspects = /检查|派|出动|抽查|督查|排查|\d/
const ofRectification = /整改|改正|销号|闭环|期限/

/** Whether a clause announces or asks. */
export const isPlan = (text: string): boolean =>
  plan.test(text) && inspects.test(text) && !ofRectification.test(text)
