import { readNumeral } from '../text/numerals.ts'
import { findStatements, type Wording } from './statements.ts'

const chinese = '[〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]'
// Read whole: the end of a long number would pass for a small one.
const figure = `(?:(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})(?:\\.\\d{1,4})?|(?<!${chinese})${chinese}{1,9})`
/** 2万元, 1万5千元, 两万五千元, 5000元, 0.5万, 20000. */
const amount = `(${figure} ?(?:[万千百] ?(?:(?:\\d{1,4}|${chinese}{1,7})[千百]?)?)?) ?(元|块)?(?:人民币|整|钱)?`
/** 罚款人民币共计: between the word and its amount. */
const between =
  '(?:金额|数额|人民币|共计|合计|累计|总计|总额|共|计|约|为|了|处以|处|各|[:：]|[（(](?:大写|小写|人民币|万?元)[)）]| ){0,5}'
const fineWord = '(?:罚没款|罚没|罚款|罚金|处罚款|(?:行政|经济)处罚|处罚|罚)'
/** 罚款2家 counts something else, 5万元以下 is what a law allows. */
const noAmount = /^ ?(?:[家起件次人份项条例宗个户处%％]|以[上下内]|[至到~—-]|以?上|以?下|月|日|年)/
/** 拟处…, 可处…; the second half of 五千元以上五万元以下. */
const notImposed =
  /(?:(?<![模虚草])拟|准备|打算|计划|建议|即将|将(?:依法|予以|对|被|处|给予|面临)|可以?|并可|应当?|如果?|若|否则|逾期|拒不|待|最高|不超过|以[上下]|[至到])[^，,；;。\n]{0,14}$/

const forms: Wording[] = [
  { words: new RegExp(`${fineWord}${between}${amount}`, 'g'), notAfter: notImposed, notBefore: noAmount },
  {
    words: new RegExp(
      `(?:处以?|给予|并处|作出|缴纳)(?:人民币|了|其|企业|共计?| ){0,3}${amount}的?(?:行政|经济)?(?:罚款|罚金|处罚)`,
      'g',
    ),
    notAfter: notImposed,
  },
]
const capitals = new Map(
  [...'壹一贰二叁三肆四伍五陆六柒七捌八玖九拾十佰百仟千'].map((c, i, all) => [c, all[i + 1]!]),
)

/** A number without 万: 5000, 2,000, 0.5, 五千, 5千. */
function readPlain(written: string): number | null {
  const text = written.replaceAll(',', '')
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  const placed = /^(\d+(?:\.\d+)?)([千百])$/.exec(text)
  if (placed) return Number(placed[1]) * (placed[2] === '千' ? 1000 : 100)
  return readNumeral(text)
}

/** An amount in yuan; null when it cannot be read. */
function readYuan(written: string): number | null {
  const text = written
    .replace(/ /g, '')
    .replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/g, char => capitals.get(char) ?? char)
  const [high, low] = text.split('万')
  if (low === undefined) return readPlain(text)
  const units = readPlain(high!)
  if (units === null) return null
  // 两万五 is 25,000.
  const rest = low === '' ? 0 : /^.$/.test(low) ? (readNumeral(low) ?? 0) * 1000 : readPlain(low)
  return rest === null ? null : Math.round(units * 10_000 + rest)
}

/** A number without its unit is yuan where it can be a fine; 罚款2 under 罚款（万元） is 2万. */
function inYuan(match: RegExpExecArray): number | null {
  const [whole, written = '', unit] = match
  const yuan = readYuan(written)
  if (yuan === null || unit !== undefined || /万/.test(written)) return yuan
  if (/[（(]万元[)）]/.test(whole)) return Math.round(yuan * 10_000)
  return yuan >= 100 || /^0$/.test(written.trim()) ? yuan : null
}

/** The fines 罚款 in one text, in yuan, one by one; where it adds them up itself (共罚款…) the sum alone. */
export function readFines(text: string): number[] {
  const found = forms
    .flatMap(form => [...findStatements(text, form)])
    .flatMap(({ match, before }) => {
      const yuan = inYuan(match)
      if (yuan === null) return []
      const sum = /共计?$|合计$|累计$|总计$/.test(before) || /共|合计|累计|总/.test(match[0])
      // 罚款3万元（其中个人1万元）: a part is in the sum.
      return [{ yuan, sum, at: match.index, part: /其中[^（(]{0,20}$/.test(before) }]
    })
    .sort((a, b) => a.at - b.at)
  const sums = found.filter(({ sum, part }) => sum && !part)
  const counted = sums.length > 0 ? sums : found.filter(({ part }) => !part)
  return counted.map(({ yuan }) => yuan)
}
