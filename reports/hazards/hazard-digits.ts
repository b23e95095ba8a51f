import { normalise } from '../intake/text/normalise.ts'

/** A text as it is compared, and what tells one thing from another of its kind. */
interface PlainText {
  /** Without spaces, punctuation, amounts, dates and identifying numbers; lower case, half width, simplified. */
  text: string
  /** Numbers and letters that identify 编号: 1号泵, 2#车间, R101, 1203工作面. */
  numbers: Set<string>
  /** Sides and floors 方位楼层: 东, 3楼. */
  sides: Set<string>
}

/** More is not read: a hazard is a phrase. */
const longest = 200
const numeral = '[0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十两几]+'
const date = /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:至\d{1,2}日)?|\d{4}年|[一二三四]季度/g
const amount = new RegExp(
  `(?:约|仅|共|有|至少)?(?:${numeral})(?:\\.\\d+)?(?:` +
    '小时|分钟|毫米|厘米|立方米|平方米|mpa|kpa|mm|cm|km|kg|kw|kv|ma|m2|m³|ppm|℃|°c|%|‰|公斤|公里|' +
    '[具台个处只名人根盏块部把张件套条支项座片点米吨升箱桶本份颗枚段组m欧ωv天日户家道扇])(?![线级库通员孔井])',
  'g',
)
const alone = /(?<![\da-z])\d+(?:\.\d+)?(?:次|路|种|起)/g
const side = /([东南西北左右]{1,2})(?:侧|面|部|端|边|门)|(\d+|[一二三四五六七八九十]+)(?:楼|层)/g
const identifier =
  /(\d+|[一二三四五六七八九十]+)(?:号|#)|([a-z]{1,3}-?\d{2,5}[a-z]?)|(\d{3,5})(?=[采掘综工运输回风胶皮巷])|([一二三四五六七八九十]|\d+)(?=车间|中段|采区|分厂|工段|水平)|\+(\d+)(?:平台)?/g
const numerals = '零一二三四五六七八九'

/** 三 is 3; 十二 stays as it is, and 十二 is still no 二. */
const plainNumber = (text: string): string => {
  const value = text.length === 1 ? numerals.indexOf(text) : -1
  return value > 0 ? String(value) : text.replace(/^0+(?=\d)|-/g, '')
}

/** Takes out of a description what does not tell what is wrong, and keeps apart what tells which thing it is. */
export function readPlainText(description: string): PlainText {
  const numbers = new Set<string>()
  const sides = new Set<string>()
  const keep =
    (into: Set<string>) =>
    (_: string, ...found: (string | undefined)[]) => {
      into.add(plainNumber(found.slice(0, -2).find(each => each !== undefined)!))
      return ''
    }
  const text = normalise(description.slice(0, longest))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s、，,;；。"'“”‘’「」《》()[\]【】！!？?:：…~]/g, '')
    .replace(date, '')
    .replace(side, keep(sides))
    .replace(identifier, keep(numbers))
    .replace(amount, '')
    .replace(alone, '')
    .replace(/[\d\p{P}\p{S}]/gu, '')
  return { text, numbers, sides }
}
