import peggy from 'peggy'
import { type LabelField, labels } from '../../reports/intake/labels/labels.ts'

/** What the grammar makes of one labelled value: the parts of a list, or the value as it stands. */
export interface GrammarEntry {
  field: LabelField
  value: unknown
}

const literal = (text: string) => JSON.stringify(text)
/** Ordered choice takes the first that fits, so the longest comes first. */
const namesOf = (field: LabelField) =>
  [...labels]
    .filter(([, each]) => each === field)
    .map(([name]) => name)
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join(' / ')

/** Columns whose values have a form of their own; all others are text. */
const readers: Partial<Record<LabelField, string>> = {
  hazards: 'hazards',
  rectification: 'rectification',
  inspectors: 'inspectors',
  date: 'date',
}
const fields = [...new Set(labels.values())]

/** The labelled form as a grammar: labels, numbered hazards, names, dates, and rectification by item numbers. */
const grammar = `
message = heading:$(!head .)* entries:entry* { return { heading, entries } }

entry = begin @(${fields.map(field => `entry_${field}`).join(' / ')})
${fields
  .map(
    field => `entry_${field} = name_${field} mark value:(${readers[field] ?? 'text'} / text) end { return { field: ${literal(field)}, value } }
name_${field} = ${namesOf(field)}`,
  )
  .join('\n')}

begin = gap* (number _)? [【[「]? _
mark = _ remark? _ ("】" / "]" / "」")? _ [:：] _ / ("】" / "]" / "」") _ / _ &"\\n" gap+
name = ${fields.map(field => `name_${field}`).join(' / ')}
head = gap+ (number _)? [【[「]? _ name mark / "【" name mark
end = (!head .)*
text = $char*
char = !head @.
gap = [ \\t\\n，,、；;。|]
_ = [ \\t]*
remark = [（(] [^（()）\\n]|0..12| [)）]

hazards = lead:lead? items:item+ { return { lead, items } } / lines
lead = $(!number char)+
lines = stop* first:line rest:((!head stop)+ @line)* { return { lead: null, items: [first, ...rest] } }
line = text:$(!stop char)+ { return { number: null, text, said: null } }
item = !head gap* number:number _ text:$(!bracket !nextItem char)* said:bracket? $(!nextItem char)* { return { number, text, said } }
nextItem = !head gap+ number / [①-⑳]
bracket = [（(] @status [)）]
stop = [\\n；;。]
number = value:$[0-9]|1..2| ("、" / [.)）:：] ![0-9]) { return Number(value) }
  / [（(] value:$([0-9]|1..2| / chinese) [)）] { return value }
  / value:[①-⑳] { return value.charCodeAt(0) - 0x245f }
  / value:chinese ("是" / "、" / ".") { return value }
chinese = $[一二三四五六七八九十]|1..3|

inspectors = first:person rest:((!head pause)+ @person)* count:("等"? @digits [人名])? { return { names: [first, ...rest], count } }
person = $[^ \\t\\n，,、；;。：:（()）0-9]|1..12| remark?
pause = [ \\t，,、；;]

rectification = first:clause rest:((!head clauseEnd)+ @clause)* { return [first, ...rest] }
clause = about:subject? status:status { return { about, status } }
clauseEnd = [，,；;。\\n]
subject = "第"? first:index rest:(("、" / "," / "，" / "和" / "至" / "-") "第"? @index)* [项条个处号] ("问题" / "隐患")* { return [first, ...rest] }
  / "其余" { return 'others' }
  / ("均" / "全部" / "都") { return 'all' }
index = digits / chinese
digits = value:$[0-9]+ { return Number(value) }
status = words:$(!clauseEnd ![)）] !deadline char)* deadline:deadline? rest:$(!clauseEnd ![)）] char)* {
    const said = words + rest
    const rectified = /未整改|尚未|责令|限期|要求|正在/.test(said) || deadline ? false : /整改|改正|完成/.test(said) ? true : null
    return { said, rectified, deadline }
  }
deadline = "限期"? "于"? @day "前" / "限期" @day
date = day / text
day = year:(@$[0-9]|4| "年" _)? month:$[0-9]|1..2| "月" _ day:$[0-9]|1..2| [日号]? { return [year, month, day] }
  / year:$[0-9]|4| [-./] month:$[0-9]|1..2| [-./] day:$[0-9]|1..2| { return [year, month, day] }
  / month:$[0-9]|1..2| [-./] day:$[0-9]|1..2| { return [null, month, day] }
`

/** Generates the parser; the text is led by a line break, before which a label may stand. */
export function generateGrammar(): (text: string) => GrammarEntry[] {
  const parser = peggy.generate(grammar)
  return text => (parser.parse(`\n${text}`) as { entries: GrammarEntry[] }).entries
}
